/** Values as the DML that gives them, laid out as `vmcs fmt` lays it out; or as JSON. */

import { propertyText } from "../pan/profile/property-text.ts";
import { Dict } from "../pan/tree/dict.ts";
import { List } from "../pan/tree/list.ts";
import { panLiteral } from "../pan/tree/literal.ts";
import { isProperty, type Value } from "../pan/tree/value.ts";

const indentation = 4;

/** The column from which on a line is too long. */
export function panText(value: Value, width: number, indent = 0): string {
  const call = callOf(value);
  if (call === undefined) return atom(value);
  const room = width - indent;
  const line = oneLine(value, room);
  if (line !== undefined && line.length <= room) return line;
  const inner = indent + indentation;
  const rows = call.args.map(
    ([key, part]) => `${" ".repeat(inner)}${key}${panText(part, width, inner)},\n`,
  );
  return `${call.name}(\n${rows.join("")}${" ".repeat(indent)})`;
}

/** On one line. Whole numbers of Pan are written with all their digits. */
export function valueJson(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (isProperty(value)) return propertyText(value);
  if (value instanceof List) {
    return `[${partsOf(value)
      .map(([, part]) => valueJson(part))
      .join(",")}]`;
  }
  if (!(value instanceof Dict)) return "null";
  const members = value.keys().map((key) => {
    const part = value.peek(key) as Value;
    return `${JSON.stringify(key)}:${valueJson(part)}`;
  });
  return `{${members.join(",")}}`;
}

interface Call {
  readonly name: "dict" | "list";
  /** What stands before each value of the call, with the value. */
  readonly args: readonly (readonly [string, Value])[];
}

function callOf(value: Value): Call | undefined {
  if (!(value instanceof Dict || value instanceof List)) return undefined;
  return { name: value instanceof Dict ? "dict" : "list", args: partsOf(value) };
}

function partsOf(value: Dict | List): readonly (readonly [string, Value])[] {
  if (value instanceof Dict) {
    return value.keys().map((key) => [`${panLiteral(key)}, `, value.peek(key) as Value]);
  }
  return Array.from({ length: value.size }, (_, i) => ["", value.peek(i) as Value]);
}

/** Undefined as soon as it is known to be longer than the room for it. */
function oneLine(value: Value, room: number): string | undefined {
  const call = callOf(value);
  if (call === undefined) return atom(value);
  let text = `${call.name}(`;
  for (const [i, [key, part]] of call.args.entries()) {
    const inner = oneLine(part, room - text.length);
    if (inner === undefined) return undefined;
    text += `${i === 0 ? "" : ", "}${key}${inner}`;
    if (text.length > room) return undefined;
  }
  return `${text})`;
}

/** A value that has no parts. */
function atom(value: Value): string {
  if (isProperty(value)) return panLiteral(value);
  return "kind" in value && value.kind === "null" ? "null" : "undef";
}
