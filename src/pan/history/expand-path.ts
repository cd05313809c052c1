/** The paths of a configuration that a pattern means, and the values below a path. */

import { peekChild } from "../evaluator/write-log.ts";
import { Dict } from "../tree/dict.ts";
import type { Term } from "../tree/term.ts";
import { isResource, type Resource, type Value } from "../tree/value.ts";

/** A step that stands for every key and every index. */
export const anyTerm = "*";

/** The paths that exist, in the order of their keys; a step `*` stands for every key and every index. */
export function matchingPaths(root: Value, pattern: readonly Term[]): readonly (readonly Term[])[] {
  let found: readonly Place[] = [{ terms: [], value: root }];
  for (const step of pattern) found = found.flatMap((place) => stepInto(place, step));
  return found.map(({ terms }) => terms);
}

/** The values below a path that have no parts; what lies deeper than `depth` steps counts as one. */
export function leavesBelow(
  value: Value,
  terms: readonly Term[],
  depth: number,
): readonly (readonly Term[])[] {
  if (depth === 0 || !isResource(value) || value.size === 0) return [terms];
  return childrenOf(value).flatMap(([term, child]) =>
    leavesBelow(child, [...terms, term], depth - 1),
  );
}

interface Place {
  readonly terms: readonly Term[];
  readonly value: Value;
}

function stepInto({ terms, value }: Place, step: Term): readonly Place[] {
  if (!isResource(value)) return [];
  return childrenOf(value)
    .filter(([term]) => step === anyTerm || step === term)
    .map(([term, child]) => ({ terms: [...terms, term], value: child }));
}

function childrenOf(value: Resource): readonly (readonly [Term, Value])[] {
  const terms: readonly Term[] =
    value instanceof Dict ? value.keys() : Array.from({ length: value.size }, (_, i) => i);
  return terms.map((term) => [term, peekChild(value, term) as Value]);
}
