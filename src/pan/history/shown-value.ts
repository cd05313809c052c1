/** Values in few words. */

import type { Glimpse } from "../evaluator/write-log.ts";
import { formatDouble } from "../java/double-text.ts";
import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import type { Value } from "../tree/value.ts";
import type { ShownValue } from "./explanation.ts";

/** More of a text says no more of where it comes from. */
const mostCharacters = 60;

export function shownValue(value: Value | Glimpse): ShownValue {
  switch (typeof value) {
    case "string":
      return property("string", quoted(value), value);
    case "boolean":
      return property("boolean", String(value), value);
    case "bigint":
      return property("long", String(value), value);
    case "number":
      return property("double", formatDouble(value), value);
    default:
      if (value instanceof Dict) return resource("dict", value.size);
      if (value instanceof List) return resource("list", value.size);
      if ("size" in value) return resource(value.kind, value.size);
      return { kind: "undef", text: "undef", property: undefined, size: undefined };
  }
}

export function shownIfAny(value: Value | undefined): ShownValue | undefined {
  return value === undefined ? undefined : shownValue(value);
}

function property(
  kind: ShownValue["kind"],
  text: string,
  value: NonNullable<ShownValue["property"]>,
): ShownValue {
  return { kind, text, property: value, size: undefined };
}

function resource(kind: "dict" | "list", size: number): ShownValue {
  const [one, many] = kind === "dict" ? ["key", "keys"] : ["element", "elements"];
  const content = size === 0 ? `empty ${kind}` : `${kind} of ${size} ${size === 1 ? one : many}`;
  return { kind, text: content, property: undefined, size };
}

function quoted(text: string): string {
  const short = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
  if (!/\p{Cc}/u.test(short)) return `'${short.replaceAll("'", "''")}'`;
  return JSON.stringify(short);
}
