/** Problems that differ from another one in a few rules; nothing is copied. */
import type { Clause, Problem, RuleId } from "./problem.ts";

/** Only the hard clauses of some rules, and no wishes. */
export function onlyRules(problem: Problem, isWanted: (rule: RuleId) => boolean): Problem {
  const filter = (clauses: readonly Clause[]): readonly Clause[] =>
    clauses.filter(({ rule, priority }) => priority === undefined && isWanted(rule));
  return {
    clauses: () => filter(problem.clauses()),
    clausesOf: (atom) => filter(problem.clausesOf(atom)),
    slotOf: problem.slotOf,
    atomsOf: problem.atomsOf,
    wishes: [],
  };
}

/** Without some rules, hard and soft, and with more clauses that hold in any case. */
export function changedRules(
  problem: Problem,
  isGone: (rule: RuleId) => boolean,
  added: readonly Clause[],
): Problem {
  const filter = (clauses: readonly Clause[]): readonly Clause[] =>
    clauses.filter(({ rule }) => !isGone(rule));
  return {
    clauses: () => [...filter(problem.clauses()), ...added],
    clausesOf: (atom) => filter(problem.clausesOf(atom)),
    slotOf: problem.slotOf,
    atomsOf: problem.atomsOf,
    wishes: problem.wishes.filter(({ rule }) => !isGone(rule)),
  };
}
