/** Values of the model as expressions of Pan: what a shape says of a value decides how it is written. */

import { assertNever } from "../base/assert-never.ts";
import { invariant } from "../base/invariant.ts";
import type {
  IntegerShape,
  MapShape,
  RecordShape,
  Shape,
  VariantShape,
} from "../vm/shape/shape.ts";
import { blockFor } from "./building-blocks.ts";
import { panDefaults, writtenAnyway } from "./pan-defaults.ts";
import { heredocName, isPanKey, quote } from "./pan-text.ts";

export type PanValue =
  /** An expression on one line; a heredoc has its text beside it. */
  | { readonly kind: "simple"; readonly text: string; readonly heredoc?: PanHeredoc }
  | { readonly kind: "list"; readonly items: readonly PanValue[] }
  | {
      readonly kind: "dict";
      readonly entries: ReadonlyMap<string, PanValue>;
      /** Whether each of its entries is written as a statement of its own, as the keys are the author's names. */
      readonly isMap: boolean;
      /** The structure template that makes it. */
      readonly template?: string;
    };

export interface PanHeredoc {
  readonly name: string;
  /** Ends with a line end. */
  readonly body: string;
}

/** The value as Pan; undefined where it need not be written. `at` is its path, with `*` for keys and indexes. */
export function panValue(shape: Shape, value: unknown, at: string): PanValue | undefined {
  if (panDefaults.get(at) === value && !writtenAnyway.has(at)) return undefined;
  switch (shape.kind) {
    case "text":
    case "choice":
      return textValue(String(value));
    case "integer":
      return { kind: "simple", text: integerText(shape, Number(value)) };
    case "boolean":
      return { kind: "simple", text: String(value) };
    case "list": {
      const items = asArray(value).map((item) => elementValue(shape.item, item, `${at}/*`));
      return items.length === 0 ? undefined : { kind: "list", items };
    }
    case "map":
      return mapValue(shape, value, at);
    case "record":
      return recordValue(shape, value, at);
    case "variant":
      return variantValue(shape, value, at);
    default:
      return assertNever(shape);
  }
}

/** An element of a list or map is there even if it says nothing but defaults. */
function elementValue(shape: Shape, value: unknown, at: string): PanValue {
  const empty = { kind: "dict", entries: new Map(), isMap: false } as const;
  return panValue(shape, value, at) ?? empty;
}

function textValue(text: string): PanValue {
  const name = heredocName(text);
  if (name === undefined) return { kind: "simple", text: quote(text) };
  return { kind: "simple", text: `<<${name}`, heredoc: { name, body: text } };
}

/** Sizes and rates have units in `vmcs/units`; the greatest one without a remainder is taken. */
const units: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  MiB: [
    ["TiB", 1_048_576],
    ["GiB", 1024],
    ["MiB", 1],
  ],
  "kbit/s": [
    ["Gbit", 1_000_000],
    ["Mbit", 1000],
    ["kbit", 1],
  ],
};

function integerText({ unit }: IntegerShape, value: number): string {
  invariant(Number.isSafeInteger(value), "an integer of the model is exact");
  const found = units[unit ?? ""]?.find(([, factor]) => value !== 0 && value % factor === 0);
  if (found === undefined) return String(value);
  const [name, factor] = found;
  return `${value / factor} * ${name}`;
}

function mapValue({ item }: MapShape, value: unknown, at: string): PanValue | undefined {
  invariant(value instanceof Map, `${at} is a map`);
  if (value.size === 0) return undefined;
  const entries = new Map<string, PanValue>();
  for (const [key, child] of value as ReadonlyMap<string, unknown>) {
    entries.set(panKey(key), elementValue(item, child, `${at}/*`));
  }
  return { kind: "dict", entries, isMap: true };
}

function panKey(key: string): string {
  return isPanKey(key) ? key : `{${key}}`;
}

function recordValue(shape: RecordShape, value: unknown, at: string): PanValue | undefined {
  const given = asObject(value);
  for (const key of Object.keys(given)) {
    invariant(Object.hasOwn(shape.fields, key), `the model has ${at}/${key}`);
  }
  const entries = new Map<string, PanValue>();
  for (const [name, field] of Object.entries(shape.fields)) {
    const child = given[name];
    const printed =
      child === undefined ? undefined : fieldValue(field.shape, child, `${at}/${name}`);
    if (printed !== undefined) entries.set(name, printed);
  }
  const block = blockFor(at, entries, given);
  if (block === undefined) return { kind: "dict", entries, isMap: false };
  for (const name of Object.keys(block.sets)) entries.delete(name);
  return { kind: "dict", entries, isMap: false, template: block.template };
}

/** A record without anything to write is left out where Pan supplies it, which it does for all that must be there. */
function fieldValue(shape: Shape, value: unknown, at: string): PanValue | undefined {
  const printed = panValue(shape, value, at);
  const isEmpty = printed?.kind === "dict" && printed.entries.size === 0;
  return isEmpty && suppliedRecords.has(at) ? undefined : printed;
}

const suppliedRecords: ReadonlySet<string> = new Set([
  "/hardware/cpu",
  "/hardware/memory",
  "/hardware/devices",
  "/system/os",
  "/system/boot",
  "/system/lifecycle",
  "/system/scheduling",
]);

function variantValue(shape: VariantShape, value: unknown, at: string): PanValue {
  const given = asObject(value);
  const entries = new Map<string, PanValue>();
  for (const [name, chosen] of Object.entries(shape.cases)) {
    if (given[name] !== undefined) {
      entries.set(name, elementValue(chosen.shape, given[name], `${at}/${name}`));
    }
  }
  return { kind: "dict", entries, isMap: false };
}

function asArray(value: unknown): readonly unknown[] {
  invariant(Array.isArray(value), "a list of the model is an array");
  return value;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  invariant(typeof value === "object" && value !== null, "a record of the model is an object");
  return value as Readonly<Record<string, unknown>>;
}
