/** Numbers as Java reads and rounds them. */

import { largestLong } from "../../base/long.ts";
import { digitValue } from "./character.ts";

/** `Long.decode`: decimal, hexadecimal after `0x`, `0X` or `#`, octal after `0`; undefined if it is no long. */
export function decodeLong(text: string): bigint | undefined {
  const [, sign, prefix = "", digits = ""] = /^([+-]?)(0[xX]|#|0(?=.))?(.*)$/s.exec(text) ?? [];
  const radix = prefix === "" ? 10 : prefix === "0" ? 8 : 16;
  return magnitudeOf(digits, radix, sign === "-");
}

/** `Long.parseLong` with a radix from 2 to 36. */
export function parseLong(text: string, radix: number): bigint | undefined {
  const sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  return magnitudeOf(text.slice(sign), radix, text.startsWith("-"));
}

function magnitudeOf(digits: string, radix: number, negative: boolean): bigint | undefined {
  if (digits === "") return undefined;
  let magnitude = 0n;
  for (let i = 0; i < digits.length; i++) {
    const digit = digitValue(digits.charCodeAt(i), radix);
    if (digit < 0) return undefined;
    magnitude = magnitude * BigInt(radix) + BigInt(digit);
    // One more than the largest is the smallest.
    if (magnitude > largestLong + 1n) return undefined;
  }
  const value = negative ? -magnitude : magnitude;
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

/** `Double.parseDouble`: blanks around it and a suffix `d` or `f` are allowed; undefined if it is no number. */
export function parseDouble(text: string): number | undefined {
  // Java trims everything up to the blank.
  const trimmed = text.replace(/^[\0- ]+|[\0- ]+$/g, "");
  const named = /^[+-]?(NaN|Infinity)$/.exec(trimmed);
  if (named !== null) return Number(trimmed.replace("NaN", "").replace(/^[+-]$/, "") || Number.NaN);
  const decimal = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[fFdD]?$/.exec(trimmed);
  return decimal === null ? parseHexadecimalDouble(trimmed) : Number(decimal[1]);
}

const hexadecimalPattern =
  /^([+-]?)0[xX](?=\.?[0-9a-fA-F])([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)[fFdD]?$/;

function parseHexadecimalDouble(text: string): number | undefined {
  const match = hexadecimalPattern.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent = ""] = match;
  const magnitude = scaled(
    BigInt(`0x${whole}${fraction}`),
    BigInt(exponent) - 4n * BigInt(fraction.length),
  );
  return sign === "-" ? -magnitude : magnitude;
}

/** `mantissa × 2 ** exponent`, rounded once, half to even. */
function scaled(mantissa: bigint, exponent: bigint): number {
  if (mantissa === 0n) return 0;
  const bits = BigInt(mantissa.toString(2).length);
  const highest = bits + exponent;
  if (highest > 1024n) return Number.POSITIVE_INFINITY;
  if (highest < -1080n) return 0;
  // A double keeps 53 bits, and none below 2 ** -1074.
  const kept = highest - 53n > -1074n ? highest - 53n : -1074n;
  const shift = kept - exponent;
  const rounded = shift <= 0n ? mantissa << -shift : roundedShift(mantissa, shift);
  const result = Number(rounded);
  return kept < -1000n
    ? result * 2 ** -1000 * 2 ** Number(kept + 1000n)
    : result * 2 ** Number(kept);
}

function roundedShift(value: bigint, shift: bigint): bigint {
  const quotient = value >> shift;
  const rest = value - (quotient << shift);
  const half = 1n << (shift - 1n);
  return rest > half || (rest === half && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** `Math.round`: half up, held within the range of a long, zero for NaN. */
export function roundToLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  const limit = 2 ** 63;
  if (value >= limit) return largestLong;
  if (value <= -limit) return -largestLong - 1n;
  const floor = Math.floor(value);
  return BigInt(value - floor >= 0.5 ? floor + 1 : floor);
}
