/** A tree as plain arrays and properties, to be compared with `toEqual`: identity and caches do not show. */
import { Dict } from "../../src/pan/tree/dict.ts";
import { List } from "../../src/pan/tree/list.ts";
import type { Value } from "../../src/pan/tree/value.ts";

export function plainTree(value: Value): unknown {
  if (value instanceof Dict) {
    return { dict: value.keys().map((key) => [key, plainTree(value.get(key) as Value)]) };
  }
  return value instanceof List ? { list: value.toArray().map(plainTree) } : value;
}
