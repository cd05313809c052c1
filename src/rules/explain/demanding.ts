/** A problem in which some wishes must be fulfilled. */

import type { Atom, Clause, Problem, RuleId } from "../solver/problem.ts";
import type { WishResult } from "../solver/solution.ts";

/** Wishes that are literals hold in any case; soft clauses become hard where they stand. */
export function demanding(problem: Problem, wishes: readonly WishResult[]): Problem {
  const literals = wishes.flatMap(({ rule, literal }): readonly Clause[] =>
    literal === undefined ? [] : [{ rule, literals: [literal] }],
  );
  const soft = new Set(
    wishes
      .filter(({ literal }) => literal === undefined)
      .map(({ rule, trigger, wishKey }) => wishKey ?? keyOf(rule, trigger)),
  );
  const harden = (clauses: readonly Clause[], trigger: Atom | undefined): readonly Clause[] =>
    clauses.map(({ priority, ...clause }) => {
      if (priority === undefined) return clause;
      if (soft.has(clause.wishKey ?? keyOf(clause.rule, trigger))) return clause;
      return { ...clause, priority };
    });
  return {
    clauses: () => [...harden(problem.clauses(), undefined), ...literals],
    clausesOf: (atom) => harden(problem.clausesOf(atom), atom),
    slotOf: problem.slotOf,
    atomsOf: problem.atomsOf,
    wishes: [],
  };
}

function keyOf(rule: RuleId, trigger: Atom | undefined): string {
  return `${rule} ${trigger ?? ""}`;
}
