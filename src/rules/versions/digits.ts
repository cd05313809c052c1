/** Numbers as texts of digits, which may be longer than any number type. */

/** Without leading zeros; zero is the empty text. */
export function significant(digits: string): string {
  return digits.replace(/^0+/, "");
}

/** Compares numbers without leading zeros. */
export function compareSignificant(left: string, right: string): number {
  if (left.length !== right.length) return left.length < right.length ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The next number. */
export function increment(digits: string): string {
  return String(BigInt(digits === "" ? "0" : digits) + 1n);
}
