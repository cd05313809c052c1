/** `%a`: doubles in hexadecimal, as `Double.toHexString` writes them, rounded to a number of digits. */

import type { Specifier } from "./specifier.ts";

/** The magnitude; `taken` characters of the width belong to the sign. */
export function hexadecimalDouble(specifier: Specifier, value: number, taken: number): string {
  const { precision, width = 0, flags, upperCase } = specifier;
  const digits = precision === undefined ? 0 : Math.max(1, precision);
  const { mantissa, exponent } = hexText(value, digits);
  const zeros = flags.includes("0")
    ? "0".repeat(
        Math.max(0, width - mantissa.length - 1 - exponent.length - 2 - Math.min(taken, 1)),
      )
    : "";
  const padded = digits === 0 ? mantissa : padFraction(mantissa, digits);
  const text = `0x${zeros}${padded}p${exponent}`;
  return upperCase ? text.toUpperCase() : text;
}

interface HexText {
  readonly mantissa: string;
  readonly exponent: string;
}

function padFraction(mantissa: string, digits: number): string {
  const [whole = "", fraction = ""] = mantissa.split(".");
  return `${whole}.${fraction.padEnd(digits, "0")}`;
}

const view = new DataView(new ArrayBuffer(8));
const fractionBits = 52n;

/** `digits` from 1 to 12 round half to even; 0 stands for all digits. */
function hexText(value: number, digits: number): HexText {
  if (value === 0) return { mantissa: "0.0", exponent: "0" };
  if (digits === 0 || digits >= 13) return exactHexText(value, 0);
  // A subnormal double is rounded as a normal one.
  const isSubnormal = value < 2 ** -1022;
  const scaled = isSubnormal ? value * 2 ** 54 : value;
  view.setFloat64(0, scaled);
  const shift = fractionBits - BigInt(4 * digits);
  const bits = view.getBigUint64(0);
  let kept = bits >> shift;
  const rest = BigInt.asUintN(Number(shift), bits);
  const half = 1n << (shift - 1n);
  if (rest > half || (rest === half && kept % 2n === 1n)) kept++;
  view.setBigUint64(0, kept << shift);
  const rounded = view.getFloat64(0);
  if (rounded === Number.POSITIVE_INFINITY) return { mantissa: "1.0", exponent: "1024" };
  return exactHexText(rounded, isSubnormal ? -54 : 0);
}

function exactHexText(value: number, exponentShift: number): HexText {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const field = Number(bits >> fractionBits);
  const fraction = BigInt.asUintN(52, bits).toString(16).padStart(13, "0").replace(/0+$/, "");
  return {
    mantissa: `${field === 0 ? 0 : 1}.${fraction || "0"}`,
    exponent: String((field === 0 ? -1022 : field - 1023) + exponentShift),
  };
}
