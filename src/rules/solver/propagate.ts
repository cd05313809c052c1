/** Everything that follows from what is assigned: one atom per slot, the watched clauses, and newly grounded ones. */
import type { Conflict } from "./attach.ts";
import { ground } from "./ground.ts";
import type { SearchState } from "./search-state.ts";
import { isFalse, isTrue, onlyOne, undecided } from "./trail.ts";

/** Assigns until nothing more follows; gives the first conflict, if there is one. */
export function propagate(state: SearchState): Conflict | undefined {
  const { trail } = state;
  while (state.propagated < trail.order.length) {
    const literal = trail.order.at(state.propagated++);
    const conflict =
      excludeOthers(state, literal) ??
      visitWatches(state, literal ^ 1) ??
      groundIfNeeded(state, literal);
    if (conflict !== undefined) {
      // What is left to do is behind the point to which the search goes back.
      state.propagated = trail.order.length;
      return conflict;
    }
  }
  return undefined;
}

function groundIfNeeded(state: SearchState, literal: number): Conflict | undefined {
  const variable = literal >> 1;
  if ((literal & 1) === 1 || state.isGrounded[variable] === true) return undefined;
  return ground(state, variable);
}

/** A slot holds one atom: all others of it become false. */
function excludeOthers(state: SearchState, literal: number): Conflict | undefined {
  if ((literal & 1) === 1) return undefined;
  const variable = literal >> 1;
  const members = state.slotMembers[variable];
  if (members === undefined) return undefined;
  for (const member of members) {
    if (member === variable) continue;
    const value = state.trail.value(2 * member);
    if (value === isTrue) return { literals: [literal ^ 1, 2 * member + 1], clause: undefined };
    if (value === undecided) state.trail.assign(2 * member + 1, onlyOne - variable);
  }
  return undefined;
}

/** The clauses that watch a literal that has become false. */
function visitWatches(state: SearchState, falseLiteral: number): Conflict | undefined {
  const { store, trail } = state;
  const list = state.watches[falseLiteral] as number[];
  let kept = 0;
  for (let i = 0; i < list.length; i++) {
    const clause = list[i] as number;
    if (store.firstWatch.data[clause] === falseLiteral) {
      store.firstWatch.data[clause] = store.secondWatch.at(clause);
      store.secondWatch.data[clause] = falseLiteral;
    }
    const other = store.firstWatch.at(clause);
    const value = trail.value(other);
    if (value !== isTrue && moveWatch(state, clause, other)) continue;
    list[kept++] = clause;
    if (value === isTrue) continue;
    if (value === isFalse) {
      while (++i < list.length) list[kept++] = list[i] as number;
      list.length = kept;
      return { literals: store.literalsOf(clause), clause };
    }
    trail.assign(other, clause);
  }
  list.length = kept;
  return undefined;
}

/** Watches another literal that is not false, instead of the second one. */
function moveWatch(state: SearchState, clause: number, other: number): boolean {
  const { store, trail } = state;
  const literals = store.literals.data;
  const end = store.end(clause);
  for (let i = store.start(clause); i < end; i++) {
    const literal = literals[i] as number;
    if (literal === other || trail.value(literal) === isFalse) continue;
    store.secondWatch.data[clause] = literal;
    (state.watches[literal] as number[]).push(clause);
    return true;
  }
  return false;
}
