/**
 * Adding a clause in the middle of a search, whatever its literals are by then.
 *
 * The two literals that stay open longest are watched: true ones, then undecided ones, then those that became
 * false at the highest level. A clause may be false on arrival; that is a conflict like any other, because a clause
 * arrives while the atom that triggers it is true at the current level.
 */
import type { SearchState } from "./search-state.ts";
import { isFalse, isTrue, undecided } from "./trail.ts";

/** Literals that are all false, and the clause that says one of them is true; none for the versions of one package. */
export interface Conflict {
  readonly literals: readonly number[];
  readonly clause: number | undefined;
}

/** Watches the clause, and assigns its last open literal if there is only one. */
export function attach(
  state: SearchState,
  clause: number,
  literals: readonly number[],
): Conflict | undefined {
  const [first, second] = longestOpen(state, literals);
  const { store, trail, watches } = state;
  if (first === undefined) return { literals, clause };
  if (second !== undefined) {
    store.firstWatch.data[clause] = first;
    store.secondWatch.data[clause] = second;
    watches[first]?.push(clause);
    watches[second]?.push(clause);
  }
  const value = trail.value(first);
  if (value === isFalse) return { literals, clause };
  if (value === undecided && (second === undefined || trail.value(second) === isFalse)) {
    trail.assign(first, clause);
  }
  return undefined;
}

function longestOpen(
  state: SearchState,
  literals: readonly number[],
): readonly [number | undefined, number | undefined] {
  let first: number | undefined;
  let second: number | undefined;
  let firstRank = -1;
  let secondRank = -1;
  for (const literal of literals) {
    const rank = openness(state, literal);
    if (rank > firstRank) {
      [second, secondRank] = [first, firstRank];
      [first, firstRank] = [literal, rank];
    } else if (rank > secondRank) {
      [second, secondRank] = [literal, rank];
    }
  }
  return [first, second];
}

function openness({ trail }: SearchState, literal: number): number {
  const value = trail.value(literal);
  if (value === isTrue) return Number.POSITIVE_INFINITY;
  return value === undecided ? Number.MAX_SAFE_INTEGER : trail.levelOf(literal >> 1);
}
