/** Classes of characters, as bits of one table: the lexer asks them for every character. */

export const identifierStart = 1;
export const identifierPart = 2;
export const digit = 4;
export const octalDigit = 8;
export const hexDigit = 16;
export const whitespace = 32;
/** What may stand in a template's name, and in an annotation's. */
export const templateNamePart = 64;
export const annotationNamePart = 128;

const classes = new Uint8Array(128);

function mark(characters: string, bits: number): void {
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i);
    classes[code] = (classes[code] ?? 0) | bits;
  }
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
mark(letters, identifierStart | identifierPart | templateNamePart | annotationNamePart);
mark("0123456789", identifierPart | templateNamePart | annotationNamePart | digit | hexDigit);
mark("01234567", octalDigit);
mark("abcdefABCDEF", hexDigit);
mark("-.", templateNamePart | annotationNamePart);
mark("+/", templateNamePart);
mark(" \t\f\n\r", whitespace);

/** Whether the character belongs to any of the classes in `bits`; `NaN` (past the end) to none. */
export function isCharacter(code: number, bits: number): boolean {
  return code < 128 && ((classes[code] as number) & bits) !== 0;
}
