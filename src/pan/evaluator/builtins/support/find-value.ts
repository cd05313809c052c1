/** Finding a value in a resource, as `index` does it. */

import type { Dict } from "../../../tree/dict.ts";
import type { List } from "../../../tree/list.ts";
import type { Value } from "../../../tree/value.ts";
import { equalValues } from "./equal-values.ts";

/** The position of a value, `from` a position on; -1 if there is none. */
export function indexInList(list: List, value: Value, from: number): number {
  for (let i = from; i < list.size; i++) {
    if (equalValues(value, list.at(i) as Value)) return i;
  }
  return -1;
}

/** The key of a value after `skip` others that have it; the empty string if there is none. */
export function keyInDict(dict: Dict, value: Value, skip: number): string {
  let skipped = 0;
  for (const key of dict.keys()) {
    if (!equalValues(value, dict.get(key) as Value)) continue;
    if (skipped >= skip) return key;
    skipped++;
  }
  return "";
}
