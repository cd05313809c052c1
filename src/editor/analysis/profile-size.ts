/** How large a configuration is in memory, as a number of values. */

import { Dict } from "../../pan/tree/dict.ts";
import { List } from "../../pan/tree/list.ts";
import type { Value } from "../../pan/tree/value.ts";

/** Counts up to a bound; what is shared counts once. */
export function valuesIn(root: Dict, bound: number): number {
  const seen = new Set<Value>();
  const waiting: Value[] = [root];
  let count = 0;
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    count++;
    if (count >= bound) return bound;
    if (!(value instanceof Dict || value instanceof List) || seen.has(value)) continue;
    seen.add(value);
    waiting.push(...partsOf(value));
  }
  return count;
}

function partsOf(value: Dict | List): readonly Value[] {
  if (value instanceof Dict) return [...value.content()].map(([, part]) => part);
  return Array.from({ length: value.size }, (_, i) => value.peek(i)).filter(
    (part) => part !== undefined,
  );
}
