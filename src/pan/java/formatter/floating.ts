/**
 * Doubles in a format: fixed, scientific, general.
 *
 * As in Java 17, the digits that `Double.toString` would print are rounded half up once more; they are not computed
 * anew for the precision.
 */

import { decimalDigits } from "../double-digits.ts";
import { hexadecimalDouble } from "./hexadecimal-double.ts";
import { fillWithZeros, group, justify, signs } from "./layout.ts";
import type { Specifier } from "./specifier.ts";

export function formatFloating(specifier: Specifier, value: number): string {
  if (Number.isNaN(value)) return justify(specifier, specifier.upperCase ? "NAN" : "NaN");
  const { before, after } = signs(specifier, value < 0 || Object.is(value, -0));
  const taken = before.length + after.length;
  return justify(specifier, before + magnitude(specifier, Math.abs(value), taken) + after);
}

function magnitude(specifier: Specifier, value: number, taken: number): string {
  if (value === Number.POSITIVE_INFINITY) return specifier.upperCase ? "INFINITY" : "Infinity";
  if (specifier.conversion === "a") return hexadecimalDouble(specifier, value, taken);
  const { mantissa, exponent } = decimal(specifier, value);
  const tail = exponent === undefined ? "" : `${specifier.upperCase ? "E" : "e"}${exponent}`;
  return fillWithZeros(specifier, group(specifier, mantissa), taken + tail.length) + tail;
}

interface DecimalText {
  readonly mantissa: string;
  /** Sign and at least two digits. */
  readonly exponent: string | undefined;
}

function decimal(specifier: Specifier, value: number): DecimalText {
  const { precision = 6 } = specifier;
  const point = specifier.flags.includes("#") && precision === 0 ? "." : "";
  switch (specifier.conversion) {
    case "f":
      return { mantissa: fixed(value, precision) + point, exponent: undefined };
    case "e": {
      const { mantissa, exponent } = scientific(value, precision);
      return { mantissa: mantissa + point, exponent };
    }
    default:
      return general(value, precision === 0 ? 1 : precision);
  }
}

/** `0.digits × 10 ** exponent`. */
interface Digits {
  readonly digits: string;
  readonly exponent: number;
}

function digitsOf(value: number): Digits {
  return value === 0 ? { digits: "0", exponent: 1 } : decimalDigits(value, { text: false });
}

function fixed(value: number, precision: number): string {
  const digits = digitsOf(value);
  return placePoint(round(digits, digits.exponent + precision), precision);
}

function scientific(value: number, precision: number): DecimalText {
  return exponential(round(digitsOf(value), precision + 1), precision, value === 0);
}

/** Fixed between 10 ** -4 and 10 ** precision, else scientific; the precision counts all digits. */
function general(value: number, precision: number): DecimalText {
  if (value === 0)
    return {
      mantissa: placePoint({ digits: "0", exponent: 1 }, precision - 1),
      exponent: undefined,
    };
  const rounded = round(digitsOf(value), precision);
  const { exponent } = rounded;
  if (exponent <= -4 || exponent > precision) return exponential(rounded, precision - 1, false);
  return { mantissa: placePoint(rounded, precision - exponent), exponent: undefined };
}

/** Rounds half up to `count` digits; a negative count leaves the digits as they are, for the point to cut off. */
function round({ digits, exponent }: Digits, count: number): Digits {
  if (count >= digits.length || count < 0) return { digits, exponent };
  if ((digits[count] as string) < "5") return { digits: digits.slice(0, count), exponent };
  if (count === 0) return { digits: "1", exponent: exponent + 1 };
  const kept = String(BigInt(digits.slice(0, count)) + 1n);
  return { digits: kept, exponent: kept.length > count ? exponent + 1 : exponent };
}

function placePoint({ digits, exponent }: Digits, precision: number): string {
  const whole = exponent > 0 ? digits.slice(0, exponent).padEnd(exponent, "0") : "0";
  const zeros = "0".repeat(Math.max(0, Math.min(-exponent, precision)));
  const fraction = (zeros + digits.slice(Math.max(0, exponent)))
    .slice(0, precision)
    .padEnd(precision, "0");
  return precision === 0 ? whole : `${whole}.${fraction}`;
}

function exponential(
  { digits, exponent }: Digits,
  precision: number,
  isZero: boolean,
): DecimalText {
  const fraction = digits.slice(1, precision + 1).padEnd(precision, "0");
  const power = isZero ? 0 : exponent - 1;
  return {
    mantissa: precision === 0 ? (digits[0] as string) : `${digits[0]}.${fraction}`,
    exponent: `${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`,
  };
}
