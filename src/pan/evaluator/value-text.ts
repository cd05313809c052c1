/** Values in words: as the reference compiler's `to_string` spells them, and what messages call them. */

import { formatDouble } from "../java/double-text.ts";
import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import { isProperty, typeName, type Value } from "../tree/value.ts";

/** A dict is `{ key, value, … }`, a list `[ value, … ]`. */
export function valueText(value: Value): string {
  if (typeof value === "number") return formatDouble(value);
  if (isProperty(value)) return String(value);
  if (value instanceof List) return `[ ${value.toArray().map(valueText).join(", ")} ]`;
  if (value instanceof Dict) return `{ ${dictParts(value).join(", ")} }`;
  return value.kind;
}

/** "a string", "a dict", "undef" … for messages. */
export function describe(value: Value): string {
  const name = typeName(value);
  if (name === "undef" || name === "null") return name;
  return name === "nlist" ? "a dict" : `a ${name}`;
}

function dictParts(dict: Dict): readonly string[] {
  return dict.keys().map((key) => `${key}, ${valueText(dict.get(key) as Value)}`);
}
