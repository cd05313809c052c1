/** Where one value differs from another, as writes that make the one into the other. */

import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import type { Term } from "../tree/term.ts";
import type { Value } from "../tree/value.ts";

export interface Difference {
  readonly terms: readonly Term[];
  /** What has to be there; undefined if nothing. */
  readonly value: Value | undefined;
}

/** As deep as possible; a list of another length counts as a whole. */
export function differences(
  before: Value | undefined,
  after: Value | undefined,
): readonly Difference[] {
  const found: Difference[] = [];
  collect(before, after, [], found);
  return found;
}

/** Whether two values have the same content. */
export function isEqual(one: Value | undefined, other: Value | undefined): boolean {
  return differences(one, other).length === 0;
}

function collect(
  before: Value | undefined,
  after: Value | undefined,
  terms: readonly Term[],
  found: Difference[],
): void {
  if (Object.is(before, after)) return;
  if (before instanceof Dict && after instanceof Dict) {
    for (const key of before.keys())
      if (after.peek(key) === undefined) found.push({ terms: [...terms, key], value: undefined });
    for (const key of after.keys())
      collect(before.peek(key), after.peek(key), [...terms, key], found);
  } else if (before instanceof List && after instanceof List && before.size === after.size) {
    for (let i = 0; i < after.size; i++)
      collect(before.peek(i), after.peek(i), [...terms, i], found);
  } else found.push({ terms, value: after });
}
