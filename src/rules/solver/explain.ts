/**
 * Why there is no result: a set of rules that contradict each other and of which none can be left out.
 *
 * The clauses of the search's contradiction are a good start. Their rules are put into groups, as the caller wants
 * to tell them ("python 2.2 to 2.7 need tlk"), and each group is left out in turn: if the rest still has no
 * result, the group is not part of the reason. So the reason is minimal per group. It is not the only one that may
 * exist; of two it is the one that keeps groups of a higher rank, and then lower numbers.
 */
import { compareNumbers } from "../../base/compare.ts";
import { onlyRules } from "./change-problem.ts";
import { atomOf, isNegative } from "./literal.ts";
import type { Atom, Problem, RuleId } from "./problem.ts";
import type { ClauseSource, Unsatisfiable } from "./solution.ts";
import { type SolveOptions, solve } from "./solve.ts";

export type Group = number;

export interface ExplainOptions extends SolveOptions {
  /** Which rules are told, and left out, as one; give each rule its own number to keep them apart. */
  readonly groupOf: (rule: RuleId) => Group;
  /** Groups of a higher rank are rather kept in the reason: what the user wrote, before what a repository says. */
  readonly rankOf: (group: Group) => number;
}

export interface ReasonGroup {
  readonly group: Group;
  /** Its rules that take part in the contradiction, in the order of their ids. */
  readonly rules: readonly RuleId[];
}

export interface Explanation {
  readonly groups: readonly ReasonGroup[];
  /** The clauses that contradict each other, so that each follows from those before it, where that is possible. */
  readonly clauses: readonly ClauseSource[];
  /** False if the budget did not allow to try every group: the reason is true, but may be longer than it must. */
  readonly isMinimal: boolean;
}

export function explain(
  problem: Problem,
  { clauses }: Unsatisfiable,
  options: ExplainOptions,
): Explanation {
  const { groupOf } = options;
  let reason = clauses;
  let isMinimal = true;
  const needed = new Set<Group>();
  for (;;) {
    const groups = groupsOf(reason, groupOf);
    const group = nextToLeaveOut(groups, needed, options);
    if (group === undefined) break;
    groups.delete(group);
    const rest = solve(
      onlyRules(problem, (rule) => groups.has(groupOf(rule))),
      options,
    );
    if (rest.kind === "unsatisfiable") reason = rest.clauses;
    else needed.add(group);
    if (rest.kind === "exhausted") isMinimal = false;
  }
  return { groups: reasonGroups(reason, groupOf), clauses: inTellingOrder(reason), isMinimal };
}

function groupsOf(clauses: readonly ClauseSource[], groupOf: (rule: RuleId) => Group): Set<Group> {
  return new Set(clauses.map(({ clause }) => groupOf(clause.rule)));
}

function nextToLeaveOut(
  groups: ReadonlySet<Group>,
  needed: ReadonlySet<Group>,
  { rankOf }: ExplainOptions,
): Group | undefined {
  return [...groups]
    .filter((group) => !needed.has(group))
    .toSorted((left, right) => compareNumbers(rankOf(left), rankOf(right)) || right - left)[0];
}

function reasonGroups(
  clauses: readonly ClauseSource[],
  groupOf: (rule: RuleId) => Group,
): readonly ReasonGroup[] {
  const rules = new Set(clauses.map(({ clause }) => clause.rule));
  const groups = new Map<Group, RuleId[]>();
  for (const rule of [...rules].toSorted(compareNumbers)) {
    const group = groupOf(rule);
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [rule]);
    else list.push(rule);
  }
  return [...groups]
    .toSorted(([left], [right]) => left - right)
    .map(([group, list]) => ({ group, rules: list }));
}

/** From what holds in any case to what cannot be. */
function inTellingOrder(clauses: readonly ClauseSource[]): readonly ClauseSource[] {
  const reached = new Set<Atom>();
  const told: ClauseSource[] = [];
  let waiting = clauses.toSorted((left, right) => left.clause.rule - right.clause.rule);
  while (waiting.length > 0) {
    const ready = waiting.filter((source) =>
      conditionsOf(source).every((atom) => reached.has(atom)),
    );
    // What waits for atoms that no clause of the reason brings in is told last.
    const next = ready.length > 0 ? ready : waiting;
    told.push(...next);
    for (const { clause } of next) {
      for (const literal of clause.literals) if (!isNegative(literal)) reached.add(atomOf(literal));
    }
    const done = new Set(next);
    waiting = waiting.filter((source) => !done.has(source));
  }
  return told;
}

function conditionsOf({ clause, trigger }: ClauseSource): readonly Atom[] {
  const conditions = clause.literals.filter(isNegative).map(atomOf);
  return trigger === undefined ? conditions : [trigger, ...conditions];
}
