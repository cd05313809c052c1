/**
 * Characters as Java sees them: digits of a radix, letters, and the one-to-one case mappings of
 * `java.lang.Character`, which differ from JavaScript's where a mapping gives several characters.
 */

const zeroDigit = /\p{Nd}/u;
const letterOrDigit = /[\p{L}\p{Nd}]/u;
const nonSpacingMark = /\p{Mn}/u;

/**
 * The value of a UTF-16 unit as a digit, -1 if it is none. Decimal digits of every script and the full-width
 * letters count, as in `Character.digit`.
 */
export function digitValue(unit: number, radix: number): number {
  const value = unit < 0x80 ? asciiDigit(unit) : otherDigit(unit);
  return value < radix ? value : -1;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

export function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function asciiLower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 32 : code;
}

export function asciiUpper(code: number): number {
  return code >= 0x61 && code <= 0x7a ? code - 32 : code;
}

export function isLetterOrDigit(codePoint: number): boolean {
  if (codePoint < 0x80) return isAsciiLetter(codePoint) || isAsciiDigit(codePoint);
  return letterOrDigit.test(String.fromCodePoint(codePoint));
}

export function isNonSpacingMark(codePoint: number): boolean {
  return codePoint >= 0x300 && nonSpacingMark.test(String.fromCodePoint(codePoint));
}

/** The upper case of one character when that is one character, else the character. */
export function upperCase(codePoint: number): number {
  const single = singleCodePoint(String.fromCodePoint(codePoint).toUpperCase());
  if (single !== undefined) return single;
  return greekTitleCase(codePoint) ?? codePoint;
}

/** The lower case of one character when that is one character, else the character. */
export function lowerCase(codePoint: number): number {
  if (codePoint === 0x130) return 0x69;
  return singleCodePoint(String.fromCodePoint(codePoint).toLowerCase()) ?? codePoint;
}

/** What two characters that differ only in case have in common. */
export function foldCase(codePoint: number): number {
  return lowerCase(upperCase(codePoint));
}

function asciiDigit(unit: number): number {
  if (isAsciiDigit(unit)) return unit - 0x30;
  return isAsciiLetter(unit) ? asciiLower(unit) - 0x61 + 10 : 99;
}

function otherDigit(unit: number): number {
  if (unit >= 0xff21 && unit <= 0xff3a) return unit - 0xff21 + 10;
  if (unit >= 0xff41 && unit <= 0xff5a) return unit - 0xff41 + 10;
  if (!isDecimalDigit(unit)) return 99;
  let zero = unit;
  while (isDecimalDigit(zero - 1)) zero--;
  return (unit - zero) % 10;
}

function isDecimalDigit(unit: number): boolean {
  return zeroDigit.test(String.fromCharCode(unit));
}

function singleCodePoint(text: string): number | undefined {
  const codePoint = text.codePointAt(0) as number;
  return text.length === (codePoint > 0xffff ? 2 : 1) ? codePoint : undefined;
}

/** Small Greek letters with an iota below, whose one-to-one upper case is the title case. */
function greekTitleCase(codePoint: number): number | undefined {
  if (codePoint >= 0x1f80 && codePoint <= 0x1faf) return codePoint | 8;
  if (codePoint === 0x1fb3 || codePoint === 0x1fc3 || codePoint === 0x1ff3) return codePoint + 9;
  return undefined;
}
