/** Widths, signs and groups of what is formatted. */

import type { Specifier } from "./specifier.ts";

/** Fills up to the width with blanks. */
export function justify({ flags, width = 0 }: Specifier, text: string): string {
  return flags.includes("-") ? text.padEnd(width) : text.padStart(width);
}

/** What stands before and after the digits of a number. */
export function signs(
  { flags }: Specifier,
  negative: boolean,
): { readonly before: string; readonly after: string } {
  if (negative)
    return flags.includes("(") ? { before: "(", after: ")" } : { before: "-", after: "" };
  if (flags.includes("+")) return { before: "+", after: "" };
  return { before: flags.includes(" ") ? " " : "", after: "" };
}

/** Commas between groups of three digits before the point, if a flag asks for them. */
export function group({ flags }: Specifier, number: string): string {
  if (!flags.includes(",")) return number;
  const [whole = "", fraction] = number.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Zeros before the digits, if a flag asks for them, so that with `taken` other characters they fill the width. */
export function fillWithZeros(
  { flags, width = 0 }: Specifier,
  digits: string,
  taken: number,
): string {
  return flags.includes("0") ? digits.padStart(width - taken, "0") : digits;
}
