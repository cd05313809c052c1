/**
 * Lazy grounding: the clauses of an atom are asked for when the atom first becomes true.
 *
 * Only what a search touches costs anything, so a repository may hold a whole distribution. It is sound because an
 * atom that never became true is false in the result, and so satisfies every clause that it triggers.
 */
import { attach, type Conflict } from "./attach.ts";
import type { Atom, Clause } from "./problem.ts";
import { root, type SearchState } from "./search-state.ts";

/** Adds the clauses of a variable that is true at the current level. */
export function ground(state: SearchState, variable: number): Conflict | undefined {
  state.isGrounded[variable] = true;
  const atom = state.atoms[variable];
  if (atom === undefined && variable !== root) return undefined;
  const { problem } = state;
  const clauses = atom === undefined ? problem.clauses() : problem.clausesOf(atom);
  let conflict: Conflict | undefined;
  // All of them are added even after a conflict, because nobody will ask for them again.
  for (const clause of inOrderOfRules(clauses)) {
    const added = addClause(state, clause, variable, atom);
    // A clause of one literal must win: it is watched by nobody, so it would be lost.
    if (added !== undefined && (conflict === undefined || added.literals.length < 2)) {
      conflict = added;
    }
  }
  return conflict;
}

/** Rules in the order of their ids; the instances of one rule as they were given. */
function inOrderOfRules(clauses: readonly Clause[]): readonly Clause[] {
  for (let i = 1; i < clauses.length; i++) {
    if ((clauses[i - 1] as Clause).rule > (clauses[i] as Clause).rule) {
      return clauses.toSorted((left, right) => left.rule - right.rule);
    }
  }
  return clauses;
}

function addClause(
  state: SearchState,
  clause: Clause,
  variable: number,
  trigger: Atom | undefined,
): Conflict | undefined {
  const wish = clause.priority === undefined ? undefined : makeWish(state, clause, trigger);
  const literals = wish === undefined ? [] : [2 * wish + 1];
  if (variable !== root) literals.push(2 * variable + 1);
  for (const each of clause.literals) {
    const literal = state.literalOf(each);
    // "a or not a" says nothing.
    if (literals.includes(literal ^ 1)) return undefined;
    if (!literals.includes(literal)) literals.push(literal);
  }
  const source = state.sources.push({ clause, trigger }) - 1;
  const number = state.store.add(literals, source);
  noteDue(state, number, literals);
  return attach(state, number, literals);
}

/** A variable that is true if a soft clause holds; the search tries to keep it true. */
function makeWish(state: SearchState, clause: Clause, trigger: Atom | undefined): number {
  const { priority = 0, rule, wishKey } = clause;
  const known = wishKey === undefined ? undefined : state.sharedWishes.get(wishKey);
  if (known !== undefined) {
    known.clauses.push({ clause, trigger });
    return known.variable;
  }
  const variable = state.newVariable(undefined);
  const clauses = [{ clause, trigger }];
  if (wishKey !== undefined) state.sharedWishes.set(wishKey, { variable, clauses });
  state.addWish({ literal: 2 * variable, priority, rule, from: { kind: "clauses", clauses } });
  return variable;
}

/** Where a clause is looked at: when the last of its negated variables has become true. */
function noteDue(state: SearchState, clause: number, literals: readonly number[]): void {
  let isConditional = false;
  for (const literal of literals) {
    if ((literal & 1) === 0) continue;
    isConditional = true;
    state.due[literal >> 1]?.push(clause);
  }
  if (!isConditional) state.due[root]?.push(clause);
}
