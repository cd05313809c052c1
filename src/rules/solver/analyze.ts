/**
 * Learning from a conflict: the first unique implication point.
 *
 * The learned clause follows from the clauses that are noted as its antecedents, so that a final contradiction can
 * be followed back to rules. Level 0 is left out of the clause, and noted as `~variable`.
 */
import { invariant } from "../../base/invariant.ts";
import type { Conflict } from "./attach.ts";
import type { SearchState } from "./search-state.ts";
import { decided, onlyOne } from "./trail.ts";

export interface Lesson {
  /** The literal that follows comes first. */
  readonly literals: readonly number[];
  readonly antecedents: readonly number[];
  /** The level to go back to; there, the first literal follows. */
  readonly level: number;
}

/** The literals of a reason besides the one that it implies. */
function reasonLiterals(state: SearchState, variable: number): readonly number[] {
  const reason = state.trail.reasonOf(variable);
  if (reason <= onlyOne) return [2 * (onlyOne - reason) + 1];
  return state.store.literalsOf(reason).filter((literal) => literal >> 1 !== variable);
}

export function analyze(state: SearchState, conflict: Conflict): Lesson {
  const { trail } = state;
  const seen = new Set<number>();
  const lower: number[] = [];
  const antecedents: number[] = [];
  let open = 0;
  const visit = (literals: readonly number[], clause: number | undefined): void => {
    if (clause !== undefined) antecedents.push(clause);
    for (const literal of literals) {
      const variable = literal >> 1;
      if (seen.has(variable)) continue;
      seen.add(variable);
      state.activity.bump(variable);
      const level = trail.levelOf(variable);
      if (level === 0) antecedents.push(~variable);
      else if (level === trail.level) open++;
      else lower.push(literal);
    }
  };
  visit(conflict.literals, conflict.clause);
  invariant(open > 0, "a conflict has a literal of the current level");
  let at = trail.order.length;
  let pivot = 0;
  for (;;) {
    do pivot = trail.order.at(--at);
    while (!(seen.has(pivot >> 1) && trail.levelOf(pivot >> 1) === trail.level));
    if (--open === 0) break;
    const reason = trail.reasonOf(pivot >> 1);
    visit(reasonLiterals(state, pivot >> 1), reason >= 0 ? reason : undefined);
  }
  const kept = lower.filter((literal) => !isImplied(state, literal, seen, antecedents));
  let level = 0;
  for (const literal of kept) level = Math.max(level, trail.levelOf(literal >> 1));
  return { literals: [pivot ^ 1, ...kept], antecedents, level };
}

/** Whether the others imply the literal in one step, so that it need not stand in the clause. */
function isImplied(
  state: SearchState,
  literal: number,
  seen: ReadonlySet<number>,
  antecedents: number[],
): boolean {
  const variable = literal >> 1;
  const reason = state.trail.reasonOf(variable);
  if (reason === decided) return false;
  const others = reasonLiterals(state, variable);
  const isCovered = others.every(
    (other) => seen.has(other >> 1) || state.trail.levelOf(other >> 1) === 0,
  );
  if (!isCovered) return false;
  if (reason >= 0) antecedents.push(reason);
  for (const other of others) {
    if (state.trail.levelOf(other >> 1) === 0) antecedents.push(~(other >> 1));
  }
  return true;
}
