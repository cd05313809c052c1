/** What of a build had to be made, and why: a line for each reason, as one template concerns many profiles. */

const mostNames = 3;

export function builtLines(built: ReadonlyMap<string, string>): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const [name, reason] of built) {
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [name]);
    else group.push(name);
  }
  return [...groups].map(([reason, names]) => `${nameList(names)}: ${reason}\n`);
}

/** A name is not left out to say that there is one more. */
function nameList(names: readonly string[]): string {
  if (names.length <= mostNames + 1) return names.join(", ");
  return `${names.slice(0, mostNames).join(", ")} and ${names.length - mostNames} more`;
}
