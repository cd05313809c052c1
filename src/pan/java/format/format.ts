/**
 * `String.format` of Java, for the values that Pan has: strings, longs, doubles and booleans, in English.
 *
 * Mistakes are thrown as `FormatProblem`, whoever calls turns them into a diagnostic.
 */

import { formatDouble } from "../double-text.ts";
import { formatFloat } from "./float.ts";
import { fixed, group, pad, signed, zeroPad } from "./layout.ts";
import { type FormatPart, FormatProblem, parseFormat, type Specifier } from "./specifier.ts";

export type FormatArgument = string | bigint | number | boolean;

export function formatText(format: string, args: readonly FormatArgument[]): string {
  let next = 0;
  let last = -1;
  const render = (part: FormatPart): string => {
    if (typeof part === "string") return part;
    if (part.conversion === "n") return newline(part);
    if (part.conversion === "%") return percent(part);
    if (part.index === 0) {
      if (last < 0) throw new FormatProblem(`'${part.text}' has no argument before it`);
    } else last = part.index === undefined ? next++ : part.index - 1;
    const argument = args[last];
    if (argument === undefined) throw new FormatProblem(`'${part.text}' has no argument`);
    return convert(part, argument);
  };
  return parseFormat(format).map(render).join("");
}

function convert(specifier: Specifier, argument: FormatArgument): string {
  const { conversion } = specifier;
  const lower = conversion.toLowerCase();
  if (conversion !== lower && !"BHSCXEGAT".includes(conversion)) return unknown(specifier);
  const text = convertLower({ ...specifier, conversion: lower }, argument);
  return conversion === lower ? text : text.toUpperCase();
}

function convertLower(specifier: Specifier, argument: FormatArgument): string {
  switch (specifier.conversion) {
    case "s":
      return general(specifier, plain(argument));
    case "b":
      return general(specifier, typeof argument === "boolean" ? String(argument) : "true");
    case "h":
      return general(specifier, hashText(argument));
    case "c":
      return character(specifier, argument);
    case "d":
      return decimal(specifier, argument);
    case "x":
    case "o":
      return unsignedText(specifier, argument);
    case "e":
    case "f":
    case "g":
    case "a":
      if (typeof argument !== "number") return mismatch(specifier, argument);
      return formatFloat(specifier, argument);
    case "t":
      throw new FormatProblem(
        `'${specifier.text}' formats dates, which depend on the machine's time zone`,
      );
    default:
      return unknown(specifier);
  }
}

function plain(argument: FormatArgument): string {
  return typeof argument === "number" ? formatDouble(argument) : String(argument);
}

/** Conversions of anything: a precision shortens, only `-` is a flag. */
function general(specifier: Specifier, text: string): string {
  allowFlags(specifier, "-");
  return pad(
    specifier,
    specifier.precision === undefined ? text : text.slice(0, specifier.precision),
  );
}

function character(specifier: Specifier, argument: FormatArgument): string {
  allowFlags(specifier, "-");
  if (specifier.precision !== undefined)
    throw new FormatProblem(`'${specifier.text}' cannot have a precision`);
  return mismatch(specifier, argument);
}

function decimal(specifier: Specifier, argument: FormatArgument): string {
  if (typeof argument !== "bigint") return mismatch(specifier, argument);
  noPrecision(specifier);
  allowFlags(specifier, "-+ 0,(");
  const digits = String(argument < 0n ? -argument : argument);
  return fixed(specifier, argument < 0n, group(specifier, digits));
}

/** Hexadecimal and octal show two's complement; the sign flags are for big numbers only. */
function unsignedText(specifier: Specifier, argument: FormatArgument): string {
  if (typeof argument !== "bigint") return mismatch(specifier, argument);
  noPrecision(specifier);
  allowFlags(specifier, "-#0");
  const isHexadecimal = specifier.conversion === "x";
  const digits = BigInt.asUintN(64, argument).toString(isHexadecimal ? 16 : 8);
  const prefix = specifier.flags.includes("#") ? (isHexadecimal ? "0x" : "0") : "";
  return pad(specifier, prefix + zeroPad(specifier, digits, prefix.length));
}

function noPrecision({ precision, text }: Specifier): void {
  if (precision !== undefined) throw new FormatProblem(`'${text}' cannot have a precision`);
}

function allowFlags(specifier: Specifier, allowed: string): void {
  const wrong = [...specifier.flags].find((flag) => !allowed.includes(flag));
  if (wrong !== undefined)
    throw new FormatProblem(`the flag '${wrong}' does not go with '${specifier.text}'`);
  signed(specifier);
}

function newline({ text, width, precision, flags }: Specifier): string {
  if (width === undefined && precision === undefined && flags === "") return "\n";
  throw new FormatProblem(`'${text}' cannot have a width, a precision or flags`);
}

function percent(specifier: Specifier): string {
  noPrecision(specifier);
  allowFlags(specifier, "-");
  return pad(specifier, "%");
}

/** Java's `hashCode`, in hexadecimal. */
function hashText(argument: FormatArgument): string {
  return (hashOf(argument) >>> 0).toString(16);
}

function hashOf(argument: FormatArgument): number {
  if (typeof argument === "boolean") return argument ? 1231 : 1237;
  if (typeof argument === "bigint") return foldBits(BigInt.asUintN(64, argument));
  if (typeof argument === "number") return foldBits(bitsOf(argument));
  let hash = 0;
  for (let i = 0; i < argument.length; i++)
    hash = (Math.imul(31, hash) + argument.charCodeAt(i)) | 0;
  return hash;
}

function foldBits(bits: bigint): number {
  return Number((bits ^ (bits >> 32n)) & 0xffffffffn);
}

function bitsOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Number.isNaN(value) ? Number.NaN : value);
  return view.getBigUint64(0);
}

function mismatch({ text }: Specifier, argument: FormatArgument): never {
  const kind = { string: "a string", bigint: "a long", number: "a double", boolean: "a boolean" }[
    typeof argument as "string" | "bigint" | "number" | "boolean"
  ];
  throw new FormatProblem(`'${text}' cannot format ${kind}`);
}

function unknown({ text }: Specifier): never {
  throw new FormatProblem(`'${text}' is no conversion`);
}
