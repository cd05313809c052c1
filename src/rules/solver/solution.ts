/** What the resolver answers. */

import type { Atom, Clause, Literal, RuleId } from "./problem.ts";

/** Why an atom is in the result. */
export interface Cause {
  readonly rule: RuleId;
  /** A wish brings its atom in by itself; a clause does it because something else is there, or in any case. */
  readonly kind: "clause" | "wish";
  /** The atoms that made the rule apply, each with a cause of its own; none for what holds in any case. */
  readonly because: readonly Atom[];
  /** Which of the clause's alternatives this is, from 0, and how many there are. */
  readonly choice: number;
  readonly choices: number;
}

export interface WishResult {
  readonly rule: RuleId;
  readonly priority: number;
  /** The wish's literal; none for a soft clause. */
  readonly literal: Literal | undefined;
  /** The atom that brought a soft clause in. */
  readonly trigger: Atom | undefined;
  /** What it shares with others that are given up together with it. */
  readonly wishKey: string | undefined;
  readonly isFulfilled: boolean;
}

export interface Solution {
  readonly kind: "solution";
  /** What is true; everything else is false. Causes come before what they cause. */
  readonly atoms: readonly Atom[];
  readonly causes: ReadonlyMap<Atom, Cause>;
  /** In the order of their priority; of soft clauses, those whose atom is in the result. */
  readonly wishes: readonly WishResult[];
  readonly conflicts: number;
}

/** An instance of a rule, and where it stands. */
export interface ClauseSource {
  readonly clause: Clause;
  /** The atom that brought the clause in; none if it holds in any case. */
  readonly trigger: Atom | undefined;
}

/** No result exists: these clauses contradict each other, with the slots. `explain` makes the smallest reason of it. */
export interface Unsatisfiable {
  readonly kind: "unsatisfiable";
  readonly clauses: readonly ClauseSource[];
  readonly conflicts: number;
}

/** The budget ended the search: whether a result exists is not known. */
export interface Exhausted {
  readonly kind: "exhausted";
  readonly conflicts: number;
  /** The rules that stood in most conflicts, the worst first; at most ten. */
  readonly rules: readonly RuleId[];
}
