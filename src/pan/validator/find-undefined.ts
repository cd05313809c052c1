/** Where a finished configuration lacks a value; on the way, whether it is too large. */

import { Dict } from "../tree/dict.ts";
import type { SizeBudget } from "../tree/size-limit.ts";
import type { Term } from "../tree/term.ts";
import { NULL, UNDEF } from "../tree/transient.ts";
import { isResource, type Resource, type Value } from "../tree/value.ts";

/** The first place, in the order of keys, where a value was never defined. */
export function findUndefined(root: Value, budget: SizeBudget): readonly Term[] | undefined {
  if (root === UNDEF || root === NULL) return [];
  if (!isResource(root)) return undefined;
  const { original } = root;
  const known = original && definedValues.get(original);
  if (known !== undefined) {
    budget.spend(known);
    return undefined;
  }
  const before = budget.left;
  budget.spend(root.size);
  const terms: readonly Term[] = root instanceof Dict ? root.keys() : [...Array(root.size).keys()];
  for (const term of terms) {
    const value = root instanceof Dict ? root.peek(term as string) : root.peek(term as number);
    const found = findUndefined(value as Value, budget);
    if (found !== undefined) return [term, ...found];
  }
  if (original !== undefined) definedValues.set(original, before - budget.left);
  return undefined;
}

/** How many values there are in frozen resources that have nothing undefined in them. */
const definedValues = new WeakMap<Resource, number>();
