/** From a contradiction back to the clauses of rules that it was derived from. */
import type { Conflict } from "./attach.ts";
import type { SearchState } from "./search-state.ts";
import type { ClauseSource } from "./solution.ts";
import { onlyOne } from "./trail.ts";

/** The clauses that contradict each other, in the order in which the search met them; not all may be needed. */
export function refutation(state: SearchState, conflict: Conflict): readonly ClauseSource[] {
  const clauses = new Set<number>();
  const variables = new Set<number>();
  const open: number[] = [];
  const addLiterals = (literals: readonly number[]): void => {
    for (const literal of literals) open.push(~(literal >> 1));
  };
  addLiterals(conflict.literals);
  if (conflict.clause !== undefined) open.push(conflict.clause);
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (item >= 0) {
      if (clauses.has(item)) continue;
      clauses.add(item);
      open.push(...state.store.antecedentsOf(item));
      continue;
    }
    const variable = ~item;
    if (variables.has(variable)) continue;
    variables.add(variable);
    const reason = state.trail.reasonOf(variable);
    if (reason >= 0) {
      open.push(reason);
      addLiterals(state.store.literalsOf(reason));
    } else if (reason <= onlyOne) {
      open.push(~(onlyOne - reason));
    }
  }
  return [...clauses]
    .toSorted((left, right) => left - right)
    .filter((clause) => !state.store.isLearned(clause))
    .map((clause) => state.sources[state.store.rules[clause] as number] as ClauseSource);
}
