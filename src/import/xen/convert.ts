/** Texts and lists of a configuration as values of the model: what a shape wants decides how they are read. */

import { assertNever } from "../../base/assert-never.ts";
import { didYouMean } from "../../text/did-you-mean.ts";
import { matches } from "../../vm/shape/pattern.ts";
import type { IntegerShape, Shape } from "../../vm/shape/shape.ts";
import { type CfgItem, type CfgList, type CfgText, type Piece, pieceOf } from "./cfg-value.ts";
import { shown, type XlImport } from "./context.ts";

/** The value of a setting or of one of its parts; undefined if it was refused, which has been reported. */
export function convertItem(ctx: XlImport, shape: Shape, item: CfgItem, key: string): unknown {
  if (shape.kind === "list") {
    if (item.kind !== "list") return refuseItem(ctx, item, key, "a list: [ … ]");
    const values = item.items.map((part) => convertItem(ctx, shape.item, part, key));
    return values.includes(undefined) ? undefined : values;
  }
  if (item.kind === "list") return refuseItem(ctx, item, key, "one value, not a list");
  return convert(ctx, shape, pieceOf(item), key);
}

/** The value that a text stands for. */
export function convert(ctx: XlImport, shape: Shape, piece: Piece, key: string): unknown {
  switch (shape.kind) {
    case "text": {
      const { pattern } = shape;
      const wanted = pattern?.wanted ?? "a text";
      if (pattern !== undefined && !matches(pattern, piece.text))
        return refuse(ctx, piece, key, wanted);
      return foreign.test(piece.text)
        ? refuse(ctx, piece, key, "a text without control characters")
        : piece.text;
    }
    case "integer":
      return convertInteger(ctx, shape, piece, key);
    case "boolean": {
      const value = integerOf(piece.text);
      return value === undefined ? refuse(ctx, piece, key, "1 (yes) or 0 (no)") : value !== 0;
    }
    case "choice": {
      if (shape.choices.includes(piece.text)) return piece.text;
      const help = didYouMean(piece.text, shape.choices);
      return refuse(ctx, piece, key, shape.choices.join(", "), help);
    }
    case "list":
    case "map":
    case "record":
    case "variant":
      return refuse(ctx, piece, key, "a simple value");
    default:
      return assertNever(shape);
  }
}

/** What no XML can hold. */
const foreign = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

function convertInteger(
  ctx: XlImport,
  { minimum, maximum, only, unit }: IntegerShape,
  piece: Piece,
  key: string,
): number | undefined {
  const value = integerOf(piece.text);
  const isFit =
    value !== undefined &&
    value >= minimum &&
    value <= maximum &&
    (only === undefined || only.includes(value));
  if (isFit) return value;
  const range = `a number from ${minimum} to ${maximum}${unit === undefined ? "" : ` (${unit})`}`;
  return refuse(ctx, piece, key, only === undefined ? range : only.join(", "));
}

/** A number as `strtol` reads it with base 0: decimal, hexadecimal with 0x, octal with 0. */
export function integerOf(text: string): number | undefined {
  const [, sign, digits = ""] = /^\s*([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)$/.exec(text) ?? [];
  if (digits === "") return undefined;
  const octal = /^0[0-9]+$/.test(digits);
  if (octal && /[89]/.test(digits)) return undefined;
  const value = octal ? Number.parseInt(digits, 8) : Number(digits);
  if (!Number.isSafeInteger(value)) return undefined;
  return sign === "-" && value !== 0 ? -value : value;
}

/** The text of a setting; undefined if it is a list, which is reported. */
export function textOf(ctx: XlImport, item: CfgItem, key: string): CfgText | undefined {
  if (item.kind === "text") return item;
  refuseItem(ctx, item, key, "one value, not a list");
  return undefined;
}

/** The list of a setting; undefined if it is a text, which is reported. */
export function listOf(ctx: XlImport, item: CfgItem, key: string): CfgList | undefined {
  if (item.kind === "list") return item;
  refuseItem(ctx, item, key, "a list: [ … ]");
  return undefined;
}

/** The texts of a list. */
export function textsOf(ctx: XlImport, item: CfgItem, key: string): readonly CfgText[] {
  const list = listOf(ctx, item, key);
  return (list?.items ?? []).flatMap((part) => textOf(ctx, part, key) ?? []);
}

export function refuse(
  ctx: XlImport,
  piece: Piece,
  key: string,
  wanted: string,
  help?: string,
): undefined {
  const args = { value: shown(piece.text), key, wanted };
  ctx.report("import-value-refused", piece, args, { help });
  return undefined;
}

function refuseItem(ctx: XlImport, item: CfgItem, key: string, wanted: string): undefined {
  const value = item.kind === "text" ? shown(item.text) : "[ … ]";
  ctx.report("import-value-refused", item, { value, key, wanted });
  return undefined;
}
