/**
 * Fix-its: which single change gives a result. Each is tried, so what is offered works.
 *
 * A contradiction is gone only if a rule of every minimal reason is gone; so it is enough to try the groups of one.
 */
import { compareNumbers } from "../../base/compare.ts";
import { changedRules, remembered } from "./change-problem.ts";
import type { Group } from "./explain.ts";
import type { Atom, Clause, Problem, RuleId } from "./problem.ts";
import type { Solution, Unsatisfiable } from "./solution.ts";
import { type SolveOptions, solve } from "./solve.ts";

/** What the user could do: drop things, or write something else instead. */
export interface Change {
  readonly without: readonly Group[];
  readonly instead: readonly Clause[];
}

export interface Fix {
  readonly change: Change;
  /** What the result is then. */
  readonly solution: Solution;
}

export interface TrialOptions extends SolveOptions {
  readonly groupOf: (rule: RuleId) => Group;
  /** How many clauses all trials together may ask for. What would need more is not answered. */
  readonly clauses?: number;
}

/** One problem with changes: each variant is solved once, and what variants have in common is made once. */
export class Trials {
  private readonly problem: Problem;
  private readonly options: TrialOptions;
  private readonly answers = new Map<string, Solution | Unsatisfiable | undefined>();
  private clauses: number;

  constructor(problem: Problem, options: TrialOptions) {
    this.problem = remembered(problem);
    this.options = options;
    this.clauses = options.clauses ?? Number.POSITIVE_INFINITY;
  }

  changed({ without, instead }: Change): Problem {
    const gone = new Set(without);
    return changedRules(this.problem, (rule) => gone.has(this.options.groupOf(rule)), instead);
  }

  /** Undefined if the budget does not allow to tell. */
  solve(change: Change): Solution | Unsatisfiable | undefined {
    const without = change.without.toSorted(compareNumbers);
    const key = JSON.stringify([without, change.instead]);
    if (!this.answers.has(key)) this.answers.set(key, this.solveAnew(change));
    return this.answers.get(key);
  }

  private solveAnew(change: Change): Solution | Unsatisfiable | undefined {
    const problem = this.changed(change);
    const clausesOf = (atom: Atom): readonly Clause[] => {
      // Beyond the budget nothing comes with an atom: what contradicts itself without that does so in any case.
      const clauses = this.clauses < 0 ? [] : problem.clausesOf(atom);
      this.clauses -= clauses.length;
      return this.clauses < 0 ? [] : clauses;
    };
    const answer = solve({ ...problem, clausesOf }, this.options);
    if (answer.kind === "exhausted") return undefined;
    return answer.kind === "solution" && this.clauses < 0 ? undefined : answer;
  }
}

/** The changes that work, in the order in which they are given. */
export function findFixes(trials: Trials, changes: readonly Change[]): readonly Fix[] {
  return changes.flatMap((change) => {
    const solution = trials.solve(change);
    return solution?.kind === "solution" ? [{ change, solution }] : [];
  });
}
