/** A profile in JSON → its tree. Whole numbers are longs, which is what the writer of that format has made of them. */

import { Dict } from "../../pan/tree/dict.ts";
import { List } from "../../pan/tree/list.ts";
import type { Value } from "../../pan/tree/value.ts";

export function jsonTree(text: string): Dict | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const root = valueOf(json);
  return root instanceof Dict ? root : undefined;
}

function valueOf(json: unknown): Value {
  if (Array.isArray(json)) return new List(json.map(valueOf));
  switch (typeof json) {
    case "object":
      if (json === null) return "null";
      return new Dict(new Map(Object.entries(json).map(([key, value]) => [key, valueOf(value)])));
    case "number":
      return Number.isSafeInteger(json) ? BigInt(json) : json;
    case "boolean":
      return json;
    default:
      return String(json);
  }
}
