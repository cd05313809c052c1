/** Words for a POSIX shell. */

/** A word that the shell takes as it is, whatever is in it: in quotes where it has anything unusual. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

export function shellWords(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}
