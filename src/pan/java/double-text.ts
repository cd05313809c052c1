/** Doubles as Java prints them. */

import { decimalDigits } from "./double-digits.ts";

/** `Double.toString` of Java 17. */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const magnitude = Math.abs(value);
  if (magnitude === 0) return `${sign}0.0`;
  return sign + (magnitude === Number.POSITIVE_INFINITY ? "Infinity" : positiveText(magnitude));
}

function positiveText(value: number): string {
  return plainText(value) ?? generatedText(value);
}

/** The shortest text, where Java surely has the same: no exponent, and digits to spare. */
function plainText(value: number): string | undefined {
  if (value < 1e-3 || value >= 1e7) return undefined;
  const text = String(value);
  if (text.length > 16) return undefined;
  return text.includes(".") ? text : `${text}.0`;
}

function generatedText(value: number): string {
  const { digits, exponent } = decimalDigits(value, { text: true });
  // What has so few digits that none is left for the fraction is a plain text.
  if (exponent > 0 && exponent < 8) return `${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
  if (exponent <= 0 && exponent > -3) return `0.${"0".repeat(-exponent)}${digits}`;
  return `${digits[0]}.${digits.slice(1) || "0"}E${exponent - 1}`;
}
