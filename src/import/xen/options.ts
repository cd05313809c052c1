/** Specifications of devices: options between commas, `NAME=VALUE` each. */

import { invariant } from "../../base/invariant.ts";
import { lookUp } from "../../base/lookup.ts";
import { didYouMean } from "../../text/did-you-mean.ts";
import type { RecordShape } from "../../vm/shape/shape.ts";
import { panDefaults } from "../pan-defaults.ts";
import { type CfgText, type Piece, pieceOf } from "./cfg-value.ts";
import type { PlaceInFile, XlImport } from "./context.ts";
import { convert } from "./convert.ts";

export interface DeviceOption {
  /** The whole option, for a word without a value too. */
  readonly name: Piece;
  readonly value: Piece | undefined;
}

/** The options of a specification; as in xl, blanks before an option and empty ones do not count. */
export function splitOptions(spec: CfgText, from = 0): readonly DeviceOption[] {
  const options: DeviceOption[] = [];
  for (const found of spec.text.slice(from).matchAll(/[^,]+/g)) {
    const start = from + found.index + (/^[ \t\n]*/.exec(found[0])?.[0].length ?? 0);
    const end = from + found.index + found[0].length;
    if (start < end) options.push(optionIn(spec, start, end));
  }
  return options;
}

/** What stands before and after the first `=`, without blanks around. */
export function optionIn(spec: CfgText, start = 0, end = spec.text.length): DeviceOption {
  const equals = spec.text.slice(start, end).indexOf("=");
  if (equals < 0) return { name: pieceOf(spec, start, end), value: undefined };
  const name = trimmed(spec, start, start + equals);
  return { name, value: trimmed(spec, start + equals + 1, end) };
}

function trimmed(spec: CfgText, from: number, to: number): Piece {
  const text = spec.text.slice(from, to);
  const before = text.length - text.trimStart().length;
  const after = text.length - text.trimEnd().length;
  return text.trim() === "" ? pieceOf(spec, from, from) : pieceOf(spec, from + before, to - after);
}

/** The field of a record that an option gives, by the option's name. */
export type OptionFields = Readonly<Record<string, string>>;

/** The fields that options give; what is not among them is reported. */
export function readOptions(
  ctx: XlImport,
  key: string,
  options: readonly DeviceOption[],
  fields: OptionFields,
  shape: RecordShape,
): Map<string, unknown> {
  const record = new Map<string, unknown>();
  for (const { name, value } of options) {
    const field = lookUp(fields, name.text);
    if (field === undefined || value === undefined) {
      refuseOption(ctx, key, name, Object.keys(fields));
      continue;
    }
    putField(ctx, record, shape, field, value, name.text);
  }
  return record;
}

/** Puts what a text says at a field of a record; `name` is that of the option, for messages. */
export function putField(
  ctx: XlImport,
  record: Map<string, unknown>,
  shape: RecordShape,
  field: string,
  value: Piece,
  name: string,
): void {
  const inner = shape.fields[field]?.shape;
  invariant(inner !== undefined, `the model has the field ${field}`);
  const converted = convert(ctx, inner, value, name);
  if (converted !== undefined) record.set(field, converted);
}

export function refuseOption(
  ctx: XlImport,
  key: string,
  name: Piece,
  known: readonly string[],
): void {
  const args = { option: name.text, key };
  ctx.report("import-option-unknown", name, args, { help: didYouMean(name.text, known) });
}

/** Whether a record has all that it must have; what it lacks is reported. `at` is its path, with `*` for keys. */
export function isWhole(
  ctx: XlImport,
  key: string,
  place: PlaceInFile,
  record: ReadonlyMap<string, unknown>,
  shape: RecordShape,
  at: string,
  names: OptionFields,
): boolean {
  const missing = Object.entries(shape.fields).filter(
    ([name, { presence }]) =>
      presence === "required" && !record.has(name) && !panDefaults.has(`${at}/${name}`),
  );
  for (const [field] of missing) {
    const option = Object.entries(names).find(([, name]) => name === field)?.[0] ?? field;
    ctx.report("import-option-missing", place, { key, option });
  }
  return missing.length === 0;
}
