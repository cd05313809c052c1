/** Widths, signs and groups of formatted numbers. */

import { FormatProblem, type Specifier } from "./specifier.ts";

/** Fills up to the width with blanks. */
export function pad({ flags, width, text }: Specifier, shown: string): string {
  const left = flags.includes("-");
  if (left && width === undefined)
    throw new FormatProblem(`'${text}' needs a width for the flag '-'`);
  if (width === undefined) return shown;
  return left ? shown.padEnd(width) : shown.padStart(width);
}

/** Fills the digits with zeros, so that with `taken` other characters they reach the width. */
export function zeroPad({ flags, width = 0 }: Specifier, digits: string, taken: number): string {
  return flags.includes("0") ? digits.padStart(width - taken, "0") : digits;
}

/** A number with its sign; `digits` are those of its magnitude. */
export function fixed(specifier: Specifier, negative: boolean, digits: string): string {
  const { flags } = specifier;
  const [before, after] = !negative
    ? [flags.includes("+") ? "+" : flags.includes(" ") ? " " : "", ""]
    : flags.includes("(")
      ? ["(", ")"]
      : ["-", ""];
  return pad(specifier, before + zeroPad(specifier, digits, before.length + after.length) + after);
}

/** Commas between groups of three, if the flag asks for them. */
export function group({ flags }: Pick<Specifier, "flags">, digits: string): string {
  return flags.includes(",") ? digits.replace(/\B(?=(\d{3})+$)/g, ",") : digits;
}

/** Flags that exclude each other, or need a width. */
export function signed({ flags, width, text }: Specifier): void {
  if (flags.includes("+") && flags.includes(" "))
    throw new FormatProblem(`the flags '+' and ' ' of '${text}' exclude each other`);
  if (flags.includes("-") && flags.includes("0"))
    throw new FormatProblem(`the flags '-' and '0' of '${text}' exclude each other`);
  if (/[-0]/.test(flags) && width === undefined) throw new FormatProblem(`'${text}' needs a width`);
}
