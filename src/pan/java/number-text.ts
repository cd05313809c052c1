/** Numbers as Java reads them. */

import { fitsLong } from "../tree/value.ts";

/** `Long.decode`: decimal, `0x`, `0X` or `#` hexadecimal, leading `0` octal; undefined if it is no long. */
export function decodeLong(text: string): bigint | undefined {
  const match = /^([+-]?)(?:(0[xX]|#)([0-9a-fA-F]+)|0([0-7]+)|([0-9]+))$/.exec(text);
  if (match === null) return undefined;
  const [, sign, , hexadecimal, octal, decimal] = match;
  const magnitude =
    hexadecimal !== undefined
      ? BigInt(`0x${hexadecimal}`)
      : octal !== undefined
        ? BigInt(`0o${octal}`)
        : BigInt(decimal ?? "0");
  const value = sign === "-" ? -magnitude : magnitude;
  return fitsLong(value) ? value : undefined;
}

/** `Long.parseLong` with a radix from 2 to 36. */
export function parseLong(text: string, radix: number): bigint | undefined {
  const match = /^([+-]?)([0-9a-zA-Z]+)$/.exec(text);
  if (match === null) return undefined;
  let magnitude = 0n;
  for (const character of match[2] as string) {
    const digit = Number.parseInt(character, 36);
    if (digit >= radix) return undefined;
    magnitude = magnitude * BigInt(radix) + BigInt(digit);
  }
  const value = match[1] === "-" ? -magnitude : magnitude;
  return fitsLong(value) ? value : undefined;
}

/** `Double.parseDouble`: blanks around it and a suffix `d` or `f` are allowed; undefined if it is no number. */
export function parseDouble(text: string): number | undefined {
  // Java trims everything up to the blank.
  const trimmed = text.replace(/^[\0- ]+|[\0- ]+$/g, "");
  const named = /^([+-]?)(NaN|Infinity)$/.exec(trimmed);
  if (named !== null) {
    const value = named[2] === "NaN" ? Number.NaN : Number.POSITIVE_INFINITY;
    return named[1] === "-" ? -value : value;
  }
  const hexadecimal = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)[fFdD]?$/.exec(
    trimmed,
  );
  if (hexadecimal !== null) return parseHexadecimalDouble(hexadecimal);
  const decimal = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[fFdD]?$/.exec(trimmed);
  return decimal === null ? undefined : Number(decimal[1]);
}

function parseHexadecimalDouble([, sign, whole = "", fraction = "", exponent]: RegExpExecArray):
  | number
  | undefined {
  if (whole + fraction === "") return undefined;
  const digits = Number(BigInt(`0x${whole}${fraction}`));
  const value = digits * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === "-" ? -value : value;
}
