/** `String.format` of Java 17, in English, for the values that Pan has: strings, longs, doubles and booleans. */

import { formatDouble } from "../double-text.ts";
import { formatDateTime } from "./date-time.ts";
import { formatFloating } from "./floating.ts";
import { formatIntegral } from "./integral.ts";
import { justify } from "./layout.ts";
import { FormatProblem, failFormat, parseFormat, type Specifier } from "./specifier.ts";

export type FormatArgument = string | bigint | number | boolean;

/** The formatted text, or what is wrong with the format or its arguments. */
export function formatText(
  format: string,
  args: readonly FormatArgument[],
): string | FormatProblem {
  try {
    const take = argumentTaker(args);
    return parseFormat(format)
      .map((part) => (typeof part === "string" ? part : print(part, take)))
      .join("");
  } catch (problem) {
    if (problem instanceof FormatProblem) return problem;
    throw problem;
  }
}

type TakeArgument = (specifier: Specifier) => FormatArgument;

/** Ordinary arguments are counted apart from those that are named by an index. */
function argumentTaker(args: readonly FormatArgument[]): TakeArgument {
  let ordinary = -1;
  let last = -1;
  return ({ index, text }) => {
    if (index === "next") last = ++ordinary;
    else if (index !== "previous") last = index - 1;
    return args[last] ?? failFormat(`there is no argument for '${text}'`);
  };
}

function print(specifier: Specifier, take: TakeArgument): string {
  if (specifier.kind === "line") return "\n";
  if (specifier.kind === "percent") return justify(specifier, "%");
  const value = take(specifier);
  switch (specifier.kind) {
    case "general":
      return printText(specifier, generalText(specifier.conversion, value));
    case "integral":
      return typeof value === "bigint"
        ? formatIntegral(specifier, value)
        : misfit(specifier, value);
    case "floating":
      return typeof value === "number"
        ? formatFloating(specifier, value)
        : misfit(specifier, value);
    case "date":
      return typeof value === "bigint"
        ? printText(specifier, formatDateTime(specifier.conversion, value))
        : misfit(specifier, value);
    default:
      // Java has a type for single characters, Pan has not.
      return misfit(specifier, value);
  }
}

function misfit({ text }: Specifier, value: FormatArgument): never {
  return failFormat(`'${text}' cannot show a ${kindName(value)}`);
}

function kindName(value: FormatArgument): string {
  if (typeof value === "bigint") return "long";
  return typeof value === "number" ? "double" : typeof value;
}

function printText(specifier: Specifier, text: string): string {
  const cut = text.slice(0, specifier.precision);
  return justify(specifier, specifier.upperCase ? cut.toUpperCase() : cut);
}

function generalText(conversion: string, value: FormatArgument): string {
  switch (conversion) {
    case "b":
      return typeof value === "boolean" ? String(value) : "true";
    case "h":
      return (hashCode(value) >>> 0).toString(16);
    default:
      return typeof value === "number" ? formatDouble(value) : String(value);
  }
}

/** `hashCode` of Java's classes. */
function hashCode(value: FormatArgument): number {
  switch (typeof value) {
    case "boolean":
      return value ? 1231 : 1237;
    case "bigint":
      return hashLong(BigInt.asUintN(64, value));
    case "number": {
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, value);
      return hashLong(Number.isNaN(value) ? 0x7ff8_0000_0000_0000n : view.getBigUint64(0));
    }
    default:
      return hashString(value);
  }
}

function hashLong(bits: bigint): number {
  return Number(BigInt.asIntN(32, bits ^ (bits >> 32n)));
}

function hashString(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}
