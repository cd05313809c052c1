/** Finding a value, as `index` does it; `from` skips positions of texts and lists, and matches of dicts. */

import { Dict } from "../../../tree/dict.ts";
import { List } from "../../../tree/list.ts";
import type { Value } from "../../../tree/value.ts";

/** As Java's `indexOf`: an empty text is found at the end, if `from` lies beyond it. */
export function indexOfText(where: string, text: string, from: number): number {
  return where.indexOf(text, from);
}

export function indexInList(list: List, value: Value, from: number): number {
  for (let i = from; i < list.size; i++) if (equalValues(value, list.at(i) as Value)) return i;
  return -1;
}

export function keyInDict(dict: Dict, value: Value, from: number): string {
  let skipped = 0;
  for (const key of dict.keys()) {
    if (!equalValues(value, dict.get(key) as Value)) continue;
    if (skipped >= from) return key;
    skipped++;
  }
  return "";
}

/** Equality as the reference compiler has it for values: same kind and same content; doubles as Java's `equals`. */
export function equalValues(a: Value, b: Value): boolean {
  if (typeof a === "number") return Object.is(a, b);
  if (a instanceof List) return b instanceof List && equalLists(a, b);
  if (a instanceof Dict) return b instanceof Dict && equalDicts(a, b);
  return a === b;
}

function equalLists(a: List, b: List): boolean {
  if (a.size !== b.size) return false;
  for (let i = 0; i < a.size; i++)
    if (!equalValues(a.at(i) as Value, b.at(i) as Value)) return false;
  return true;
}

function equalDicts(a: Dict, b: Dict): boolean {
  if (a.size !== b.size) return false;
  return a.keys().every((key) => {
    const other = b.get(key);
    return other !== undefined && equalValues(a.get(key) as Value, other);
  });
}
