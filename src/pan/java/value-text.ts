/** Values as the reference compiler's `toString` spells them. */

import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import type { Value } from "../tree/value.ts";
import { formatDouble } from "./double-text.ts";

export function valueText(value: Value): string {
  if (typeof value === "number") return formatDouble(value);
  if (typeof value !== "object") return String(value);
  if (value instanceof List) return `[ ${value.toArray().map(valueText).join(", ")} ]`;
  if (value instanceof Dict) {
    return `{ ${value
      .keys()
      .map((key) => `${key}, ${valueText(value.get(key) as Value)}`)
      .join(", ")} }`;
  }
  return value.kind;
}
