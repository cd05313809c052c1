/** Reading a shape from a configuration tree: the values as plain data, and a report of what does not fit. */

import { assertNever } from "../../base/assert-never.ts";
import { invariant } from "../../base/invariant.ts";
import { Dict } from "../../pan/tree/dict.ts";
import { List } from "../../pan/tree/list.ts";
import { UNDEF } from "../../pan/tree/transient.ts";
import { typeName, type Value } from "../../pan/tree/value.ts";
import { didYouMean } from "../../text/did-you-mean.ts";
import type { Place } from "../model/model.ts";
import { compareNatural } from "../natural-order.ts";
import type { Report } from "../reporter.ts";
import { matches, type Pattern } from "./pattern.ts";
import type {
  ChoiceShape,
  Infer,
  IntegerShape,
  ListShape,
  MapShape,
  RecordShape,
  Shape,
  TextShape,
  VariantShape,
} from "./shape.ts";

export interface TreeReading {
  readonly report: Report;
  /** Supplies a derived field that is absent, given the rest of its record. */
  readonly derive: (place: Place, record: ReadonlyMap<string, unknown>) => Value;
}

/** The value of a shape; it is whole only if nothing was reported. */
export function readTree<S extends Shape>(
  ctx: TreeReading,
  shape: S,
  value: Value | undefined,
  place: Place,
): Infer<S> {
  return read(ctx, shape, value ?? UNDEF, place) as Infer<S>;
}

function read(ctx: TreeReading, shape: Shape, value: Value, place: Place): unknown {
  if (value === UNDEF) {
    ctx.report("vm-value-missing", place, {});
    return undefined;
  }
  switch (shape.kind) {
    case "text":
      return readText(ctx, shape, value, place);
    case "integer":
      return readInteger(ctx, shape, value, place);
    case "boolean":
      return typeof value === "boolean" ? value : wrongKind(ctx, value, place, "a boolean");
    case "choice":
      return readChoice(ctx, shape, value, place);
    case "list":
      return readList(ctx, shape, value, place);
    case "map":
      return readMap(ctx, shape, value, place);
    case "record":
      return readRecord(ctx, shape, value, place);
    case "variant":
      return readVariant(ctx, shape, value, place);
    default:
      return assertNever(shape);
  }
}

function readText(ctx: TreeReading, { pattern }: TextShape, value: Value, place: Place): unknown {
  if (typeof value !== "string") return wrongKind(ctx, value, place, "a string");
  const foreign = foreignCharacter.exec(value)?.[0];
  if (foreign !== undefined) {
    const code = (foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    ctx.report("vm-text-not-in-xml", place, { character: `U+${code}` });
  } else if (pattern !== undefined && !matches(pattern, value)) {
    ctx.report("vm-text-malformed", place, { value: shown(value), wanted: pattern.wanted });
  }
  return value;
}

/** A code point that no XML 1.0 document can hold; half surrogate pairs are among them. */
const foreignCharacter = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

function readInteger(ctx: TreeReading, shape: IntegerShape, value: Value, place: Place): unknown {
  if (typeof value !== "bigint") return wrongKind(ctx, value, place, "a long");
  if (value < shape.minimum || value > shape.maximum) {
    const unit = shape.unit === undefined ? "" : ` ${shape.unit}`;
    const wanted = `between ${shape.minimum} and ${shape.maximum}${unit}`;
    ctx.report("vm-number-out-of-range", place, { value, wanted });
  } else if (shape.only !== undefined && !shape.only.includes(Number(value))) {
    ctx.report("vm-number-out-of-range", place, { value, wanted: shape.only.join(" or ") });
  }
  return Number(value);
}

function readChoice(
  ctx: TreeReading,
  { choices }: ChoiceShape,
  value: Value,
  place: Place,
): unknown {
  if (typeof value !== "string") return wrongKind(ctx, value, place, "a string");
  if (!choices.includes(value)) {
    ctx.report(
      "vm-choice-unknown",
      place,
      { value: shown(value), choices: choices.join(", ") },
      { help: didYouMean(value, choices) },
    );
  }
  return value;
}

function readList(ctx: TreeReading, shape: ListShape, value: Value, place: Place): unknown {
  if (!(value instanceof List)) return wrongKind(ctx, value, place, "a list");
  return value.toArray().map((item, index) => read(ctx, shape.item, item, [...place, index]));
}

function readMap(ctx: TreeReading, shape: MapShape, value: Value, place: Place): unknown {
  if (!(value instanceof Dict)) return wrongKind(ctx, value, place, "a dict");
  const items = new Map<string, unknown>();
  for (const key of value.keys().toSorted(compareNatural)) {
    checkKey(ctx, shape.keys, key, [...place, key]);
    items.set(key, read(ctx, shape.item, childOf(value, key), [...place, key]));
  }
  return items;
}

function checkKey(ctx: TreeReading, pattern: Pattern, key: string, place: Place): void {
  if (!matches(pattern, key)) ctx.report("vm-key-malformed", place, { wanted: pattern.wanted });
}

function readRecord(ctx: TreeReading, shape: RecordShape, value: Value, place: Place): unknown {
  if (!(value instanceof Dict)) return wrongKind(ctx, value, place, "a dict");
  const names = Object.keys(shape.fields);
  for (const key of value.keys()) {
    if (!Object.hasOwn(shape.fields, key)) {
      ctx.report("vm-value-unknown", [...place, key], {}, { help: didYouMean(key, names) });
    }
  }
  const values = new Map<string, unknown>();
  for (const [name, field] of Object.entries(shape.fields)) {
    const child = value.get(name);
    const absent = child === undefined && field.presence !== "required";
    if (!absent) values.set(name, read(ctx, field.shape, child ?? UNDEF, [...place, name]));
  }
  for (const [name, field] of Object.entries(shape.fields)) {
    if (field.presence === "derived" && !values.has(name)) {
      const child = ctx.derive([...place, name], values);
      values.set(name, read(ctx, field.shape, child, [...place, name]));
    }
  }
  const present = names.filter((name) => values.has(name));
  return Object.fromEntries(present.map((name) => [name, values.get(name)]));
}

function readVariant(ctx: TreeReading, shape: VariantShape, value: Value, place: Place): unknown {
  if (!(value instanceof Dict)) return wrongKind(ctx, value, place, "a dict");
  const cases = Object.keys(shape.cases);
  const [name, ...others] = value.keys();
  const chosen =
    name !== undefined && Object.hasOwn(shape.cases, name) ? shape.cases[name] : undefined;
  if (name === undefined || chosen === undefined || others.length > 0) {
    const given = value.size === 0 ? "none" : value.keys().join(", ");
    ctx.report("vm-variant-unclear", place, { cases: cases.join(", "), given });
    return undefined;
  }
  return { [name]: read(ctx, chosen.shape, childOf(value, name), [...place, name]) };
}

function childOf(dict: Dict, key: string): Value {
  const child = dict.get(key);
  invariant(child !== undefined, `the dict has its key ${key}`);
  return child;
}

function wrongKind(ctx: TreeReading, value: Value, place: Place, wanted: string): undefined {
  const name = typeName(value);
  ctx.report("vm-value-of-wrong-kind", place, {
    given: name === "nlist" ? "a dict" : `a ${name}`,
    wanted,
  });
  return undefined;
}

/** A text in a message: on one line, and not endless. */
function shown(text: string): string {
  const line = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
