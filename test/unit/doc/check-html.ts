/** Whether the elements of a page may stand where they stand, and the colours of a stylesheet can be read. */

const empty = new Set(["br", "hr", "input", "link", "meta", "col", "wbr"]);
const blocks = /^(?:p|pre|ul|ol|dl|div|table|section|h[1-4]|details|nav|form)$/;

/** What each of these may stand in directly. */
const parents: Readonly<Record<string, RegExp>> = {
  li: /^[uo]l$/,
  dt: /^(?:dl|div)$/,
  dd: /^(?:dl|div)$/,
  tr: /^t(?:head|body)$/,
  td: /^tr$/,
  th: /^tr$/,
  summary: /^details$/,
};

/** Elements that HTML forbids where they are, that are not closed, or closed elsewhere. */
export function misplaced(html: string): readonly string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const [, close, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?: [^>]*)?>/g)) {
    const parent = open.at(-1) ?? "";
    if (close === "/") {
      if (parent !== name) found.push(`</${name}> in ${parent}`);
      open.pop();
      continue;
    }
    const isNested = name === "a" && open.includes("a");
    const isInText = blocks.test(name) && /^(?:p|code|a|span|h[1-4]|dt)$/.test(parent);
    if (isNested || isInText || parents[name]?.test(parent) === false) {
      found.push(`<${name}> in ${parent}`);
    }
    if (!empty.has(name)) open.push(name);
  }
  return [...found, ...open.map((name) => `<${name}> is not closed`)];
}

/** Contrast of two colours `#rrggbb`, as WCAG defines it: from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
