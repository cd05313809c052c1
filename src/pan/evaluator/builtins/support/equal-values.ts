/** Equality of values as `index` has it. */

import { Dict } from "../../../tree/dict.ts";
import { List } from "../../../tree/list.ts";
import type { Value } from "../../../tree/value.ts";

/**
 * Whether a value that is looked for equals another: the same kind and the same content, so 1 is not 1.0, and 0.0 not
 * -0.0. A protected resource (a global variable, for instance) is looked for as if it were empty, which is how the
 * reference compiler compares it.
 */
export function equalValues(wanted: Value, other: Value): boolean {
  if (typeof wanted === "number") return Object.is(wanted, other);
  if (wanted instanceof List) return other instanceof List && equalLists(wanted, other);
  if (wanted instanceof Dict) return other instanceof Dict && equalDicts(wanted, other);
  return wanted === other;
}

function equalLists(wanted: List, other: List): boolean {
  if (wanted.isProtected) return other.size === 0;
  if (wanted === other) return true;
  if (wanted.size !== other.size) return false;
  return wanted.toArray().every((value, i) => equalValues(value, other.at(i) as Value));
}

function equalDicts(wanted: Dict, other: Dict): boolean {
  if (wanted.isProtected) return other.size === 0;
  if (wanted === other) return true;
  if (wanted.size !== other.size) return false;
  return wanted.keys().every((key) => {
    const value = other.get(key);
    return value !== undefined && equalValues(wanted.get(key) as Value, value);
  });
}
