/** What to say of a character with which no token begins. */

/** The character as a message shows it. */
export function describeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return code > 32 && code < 127 ? `\`${character}\`` : number;
}

/** Where it probably came from, and what to write. */
export function unexpectedHelp(character: string): string | undefined {
  switch (character) {
    case "\uFEFF":
      return "The file begins with a byte order mark: save it as UTF-8 without one.";
    case "\u00A0":
    case "\u2007":
    case "\u202F":
      return "This is a no-break space: write an ordinary one.";
    case "\u2018":
    case "\u2019":
      return "This is a typographic quote: write `'`.";
    case "\u201C":
    case "\u201D":
      return 'This is a typographic quote: write `"`.';
    case "\\":
      return "Escape sequences stand between double quotes only.";
    case ".":
      return "A number needs a digit on both sides of the dot: `0.5`, `1.0`.";
    default:
      return undefined;
  }
}
