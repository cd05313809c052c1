/** Doubles in a format: fixed, scientific, general and hexadecimal. */

import { type DecimalDigits, decimalDigits, roundDigits } from "./decimal-digits.ts";
import { fixed, group, pad, signed } from "./layout.ts";
import { FormatProblem, type Specifier } from "./specifier.ts";

export function formatFloat(specifier: Specifier, value: number): string {
  checkFlags(specifier);
  const negative = value < 0 || Object.is(value, -0);
  if (!Number.isFinite(value)) return notFinite(specifier, value);
  if (specifier.conversion === "a")
    return fixed(specifier, negative, hexadecimal(specifier, Math.abs(value)));
  const precision = specifier.precision ?? 6;
  const digits = decimalDigits(Math.abs(value));
  switch (specifier.conversion) {
    case "f":
      return fixed(specifier, negative, fixedDigits(specifier, digits, precision));
    case "e":
      return fixed(specifier, negative, scientific(specifier, digits, precision));
    default:
      return fixed(
        specifier,
        negative,
        general(specifier, Math.abs(value), digits, precision === 0 ? 1 : precision),
      );
  }
}

const allowed: Readonly<Record<string, string>> = {
  f: "-+ 0,(#",
  e: "-+ 0(#",
  g: "-+ 0,(",
  a: "-+ 0#",
};

function checkFlags(specifier: Specifier): void {
  const wrong = [...specifier.flags].find((flag) => !allowed[specifier.conversion]?.includes(flag));
  if (wrong !== undefined)
    throw new FormatProblem(`the flag '${wrong}' does not go with '${specifier.text}'`);
  signed(specifier);
}

/** Never filled with zeros. */
function notFinite(specifier: Specifier, value: number): string {
  const { flags } = specifier;
  if (Number.isNaN(value)) return pad(specifier, "NaN");
  const sign =
    value < 0
      ? flags.includes("(")
        ? "("
        : "-"
      : flags.includes("+")
        ? "+"
        : flags.includes(" ")
          ? " "
          : "";
  return pad(specifier, `${sign}Infinity${sign === "(" ? ")" : ""}`);
}

function fixedDigits(specifier: Specifier, digits: DecimalDigits, precision: number): string {
  const { text, point } = roundDigits(digits, digits.point + precision);
  const whole = point <= 0 ? "0" : text.padEnd(point, "0").slice(0, point);
  const fraction = (
    point < 0 ? "0".repeat(-point) + text : text.padEnd(point, "0").slice(Math.max(point, 0))
  )
    .padEnd(precision, "0")
    .slice(0, precision);
  return group(specifier, whole) + fractionText(specifier, fraction);
}

function scientific(specifier: Specifier, digits: DecimalDigits, precision: number): string {
  const { text, point } = roundDigits(digits, precision + 1);
  const exponent = text === "0" ? 0 : point - 1;
  const mantissa = text.padEnd(precision + 1, "0");
  const sign = exponent < 0 ? "-" : "+";
  return `${mantissa[0]}${fractionText(specifier, mantissa.slice(1))}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** Fixed between 10^-4 and 10^precision after rounding, scientific elsewhere; the precision counts all digits. */
function general(
  specifier: Specifier,
  value: number,
  digits: DecimalDigits,
  precision: number,
): string {
  if (value === 0) return fixedDigits(specifier, digits, precision - 1);
  const { point } = roundDigits(digits, precision);
  if (point > -4 && point <= precision) return fixedDigits(specifier, digits, precision - point);
  return scientific(specifier, digits, precision - 1);
}

function fractionText({ flags }: Specifier, fraction: string): string {
  return fraction === "" ? (flags.includes("#") ? "." : "") : `.${fraction}`;
}

/** As `Double.toHexString`; with a precision the mantissa is rounded to so many digits, half to even. */
function hexadecimal({ precision }: Specifier, value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  let mantissa = bits & 0xfffffffffffffn;
  let exponent = Number(bits >> 52n);
  if (exponent === 0 && mantissa === 0n) return `0x0.${"0".repeat(Math.max(precision ?? 1, 1))}p0`;
  if (precision === undefined) {
    const digits = mantissa.toString(16).padStart(13, "0").replace(/0+$/, "") || "0";
    return exponent === 0 ? `0x0.${digits}p-1022` : `0x1.${digits}p${exponent - 1023}`;
  }
  let whole = 1n;
  if (exponent === 0) {
    exponent = 1;
    whole = 0n;
    while (whole === 0n) {
      mantissa <<= 1n;
      whole = mantissa >> 52n;
      mantissa &= 0xfffffffffffffn;
      exponent--;
    }
  }
  const keep = Math.max(precision, 1);
  const drop = BigInt(Math.max(0, 52 - 4 * keep));
  let rounded = ((whole << 52n) | mantissa) >> drop;
  const rest = ((whole << 52n) | mantissa) & ((1n << drop) - 1n);
  const half = drop === 0n ? 0n : 1n << (drop - 1n);
  if (drop > 0n && (rest > half || (rest === half && (rounded & 1n) === 1n))) rounded++;
  const scale = 52n - drop;
  if (rounded >> scale > 1n) {
    rounded >>= 1n;
    exponent++;
  }
  const digits = (rounded & ((1n << scale) - 1n))
    .toString(16)
    .padStart(Number(scale / 4n), "0")
    .padEnd(keep, "0");
  return `0x1.${digits}p${exponent - 1023}`;
}
