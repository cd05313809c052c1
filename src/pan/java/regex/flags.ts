/** Flags of a regular expression, as bits; the letters are those of `(?i)`. */

export const UNIX_LINES = 1;
export const CASE_INSENSITIVE = 2;
export const COMMENTS = 4;
export const MULTILINE = 8;
export const DOTALL = 32;
export const UNICODE_CASE = 64;
export const UNICODE_CHARACTER_CLASS = 256;

/** What a letter between `(?` and `)` switches; undefined for other letters. */
export function flagOfLetter(letter: number): number | undefined {
  switch (String.fromCodePoint(letter)) {
    case "i":
      return CASE_INSENSITIVE;
    case "m":
      return MULTILINE;
    case "s":
      return DOTALL;
    case "d":
      return UNIX_LINES;
    case "u":
      return UNICODE_CASE;
    case "x":
      return COMMENTS;
    case "U":
      return UNICODE_CHARACTER_CLASS | UNICODE_CASE;
    default:
      return undefined;
  }
}
