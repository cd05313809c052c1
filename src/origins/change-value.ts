/** Copies of plain values that differ at one place; all else is shared. */

import type { Place } from "../vm/model/model.ts";
import { compareNatural } from "../vm/natural-order.ts";
import { child } from "./walk-model.ts";

/** The value with another one at a place; undefined removes what is there. */
export function withValue(value: unknown, place: Place, wanted: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return wanted;
  const inner = withValue(child(value ?? {}, key), rest, wanted);
  if (Array.isArray(value)) {
    return inner === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), inner);
  }
  if (value instanceof Map) {
    const others = [...(value as ReadonlyMap<string, unknown>)].filter(([name]) => name !== key);
    return inMapOrder(inner === undefined ? others : [...others, [String(key), inner]]);
  }
  const { [key]: _, ...others } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return inner === undefined ? others : { ...(value as object), [key]: inner };
}

/** The value in which an item of a map has another key. */
export function withKey(value: unknown, place: Place, key: string): unknown {
  const [first, ...rest] = place;
  if (rest.length > 0 && first !== undefined) {
    return withValue(value, [first], withKey(child(value, first), rest, key));
  }
  const map = value as ReadonlyMap<string, unknown>;
  return inMapOrder([...map].map(([name, item]) => [name === first ? key : name, item] as const));
}

function inMapOrder(items: readonly (readonly [string, unknown])[]): ReadonlyMap<string, unknown> {
  return new Map(items.toSorted(([left], [right]) => compareNatural(left, right)));
}
