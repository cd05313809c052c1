/** Texts in scripts of shells. */

/** One word of fish, in which a backslash counts within quotes too. */
export function fishWord(text: string): string {
  if (/^[\w@+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** A description on one line, and not too long for a list. */
export function shortDescription(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 2).replace(/\s*\S*$/, "")} …`;
}

const longest = 100;
