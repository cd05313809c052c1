/** What to do about templates that include each other; undefined if no template includes itself in the end. */
export function circleHelp(frames: readonly { readonly label: string }[]): string | undefined {
  const labels = frames.map(({ label }) => label);
  const last = labels.at(-1) ?? "";
  const start = labels.lastIndexOf(last, labels.length - 2);
  if (start < 0 || !last.startsWith("template ")) return undefined;
  const names = labels.slice(start).map((label) => label.replace("template ", ""));
  return `They go in a circle: ${names.join(" includes ")}. Remove one of these includes, or declare a template of them unique.`;
}
