/** Longs in a format: decimal, octal, hexadecimal. */

import { fillWithZeros, group, justify, signs } from "./layout.ts";
import type { Specifier } from "./specifier.ts";

export function formatIntegral(specifier: Specifier, value: bigint): string {
  if (specifier.conversion !== "d") return justify(specifier, unsigned(specifier, value));
  const { before, after } = signs(specifier, value < 0n);
  const magnitude = group(specifier, String(value < 0n ? -value : value));
  const digits = fillWithZeros(specifier, magnitude, before.length + after.length);
  return justify(specifier, before + digits + after);
}

/** Negative longs show their two's complement. */
function unsigned(specifier: Specifier, value: bigint): string {
  const octal = specifier.conversion === "o";
  const digits = BigInt.asUintN(64, value).toString(octal ? 8 : 16);
  const prefix = specifier.flags.includes("#") ? (octal ? "0" : "0x") : "";
  const text = prefix + fillWithZeros(specifier, digits, prefix.length);
  return specifier.upperCase ? text.toUpperCase() : text;
}
