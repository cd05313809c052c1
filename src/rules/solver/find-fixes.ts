/**
 * Fix-its: which single change gives a result. Each is tried, so what is offered works.
 *
 * A contradiction is gone only if a rule of every minimal reason is gone; so it is enough to try the groups of one.
 */
import { changedRules } from "./change-problem.ts";
import type { Explanation, Group } from "./explain.ts";
import type { Clause, Problem, RuleId } from "./problem.ts";
import type { Solution } from "./solution.ts";
import { type SolveOptions, solve } from "./solve.ts";

/** One thing that the user could do: drop something, or write something else instead. */
export interface Change {
  readonly without: Group;
  readonly instead: readonly Clause[];
}

export interface Fix {
  readonly change: Change;
  /** What the result is then. */
  readonly solution: Solution;
}

export interface FixOptions extends SolveOptions {
  readonly groupOf: (rule: RuleId) => Group;
}

/** Dropping each group of the reason that the user can drop. */
export function removals(
  { groups }: Explanation,
  isChangeable: (group: Group) => boolean,
): readonly Change[] {
  return groups
    .filter(({ group }) => isChangeable(group))
    .map(({ group }) => ({ without: group, instead: [] }));
}

/** The changes that work, in the order in which they are given. */
export function findFixes(
  problem: Problem,
  changes: readonly Change[],
  options: FixOptions,
): readonly Fix[] {
  return changes.flatMap((change) => {
    const isGone = (rule: RuleId): boolean => options.groupOf(rule) === change.without;
    const solution = solve(changedRules(problem, isGone, change.instead), options);
    return solution.kind === "solution" ? [{ change, solution }] : [];
  });
}
