/** Values as the reference compiler's `to_string` spells them. */

import { formatDouble } from "../java/double-text.ts";
import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import { isProperty, type Value } from "../tree/value.ts";

/** A dict is `{ key, value, … }`, a list `[ value, … ]`. */
export function valueText(value: Value): string {
  if (typeof value === "number") return formatDouble(value);
  if (isProperty(value)) return String(value);
  if (value instanceof List) return `[ ${value.toArray().map(valueText).join(", ")} ]`;
  if (value instanceof Dict) return `{ ${dictParts(value).join(", ")} }`;
  return value.kind;
}

function dictParts(dict: Dict): readonly string[] {
  return dict.keys().map((key) => `${key}, ${valueText(dict.get(key) as Value)}`);
}
