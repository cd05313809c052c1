/** Problems that differ from another one in a few rules, or only in what they cost; nothing is copied. */
import type { Atom, Clause, Problem, RuleId, Slot } from "./problem.ts";

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

/** The same problem, which makes its clauses once however often it is solved. */
export function remembered(problem: Problem): Problem {
  let all: readonly Clause[] | undefined;
  const clauses = new Map<Atom, readonly Clause[]>();
  const members = new Map<Slot, readonly Atom[]>();
  return {
    clauses() {
      all ??= problem.clauses();
      return all;
    },
    clausesOf: (atom) => kept(clauses, atom, problem.clausesOf),
    slotOf: problem.slotOf,
    atomsOf: (slot) => kept(members, slot, problem.atomsOf),
    wishes: problem.wishes,
  };
}

function kept<Key, Value>(answers: Map<Key, Value>, key: Key, find: (key: Key) => Value): Value {
  let answer = answers.get(key);
  if (answer === undefined) {
    answer = find(key);
    answers.set(key, answer);
  }
  return answer;
}
