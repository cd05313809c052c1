/**
 * From a finished assignment to the result: what is true for a reason, and the reason.
 *
 * Starting from what holds in any case and from wishes, each due clause brings in one atom. So every chain of causes
 * ends, and what the search made true but nothing needs any more stays out. What remains is still a model: a clause
 * is due only if all atoms of its condition are in, and then one of its alternatives is.
 */
import { atomOf, isNegative } from "./literal.ts";
import type { Atom, RuleId } from "./problem.ts";
import { root, type SearchState } from "./search-state.ts";
import type { Cause, Solution, WishResult } from "./solution.ts";
import type { WishEntry } from "./wish-list.ts";

export function found(state: SearchState): Solution {
  const founding = new Founding(state);
  founding.include(root, undefined);
  for (const wish of state.wishes.entries) founding.includeWish(wish);
  while (founding.includeNeeded() || founding.includeChoice()) {
    // Each turn brings something in; it ends because atoms do.
  }
  const { causes } = founding;
  const wishes = state.wishes.entries.flatMap((wish) => wishResult(wish, causes));
  const { conflicts } = state;
  return { kind: "solution", atoms: [...causes.keys()], causes, wishes, conflicts };
}

class Founding {
  readonly causes = new Map<Atom, Cause>();
  private readonly state: SearchState;
  private readonly isIn: Uint8Array;
  /** What came in, and how many of them have been looked at. */
  private readonly queue: number[] = [];
  private looked = 0;
  /** Clauses with several alternatives that are true. */
  private readonly choices: number[] = [];
  private chosen = 0;

  constructor(state: SearchState) {
    this.state = state;
    this.isIn = new Uint8Array(state.atoms.length);
  }

  include(variable: number, cause: Cause | undefined): void {
    this.isIn[variable] = 1;
    this.queue.push(variable);
    const atom = this.state.atoms[variable];
    if (atom !== undefined && cause !== undefined) this.causes.set(atom, cause);
  }

  includeWish({ literal, rule }: WishEntry): void {
    const variable = literal >> 1;
    if ((literal & 1) === 1 || !this.state.isTrueVariable(variable)) return;
    if (this.isIn[variable] === 1) return;
    this.include(variable, { rule, kind: "wish", because: [], choice: 0, choices: 1 });
  }

  /** Brings in what the next atom needs; false once all atoms have been looked at. */
  includeNeeded(): boolean {
    const variable = this.queue[this.looked];
    if (variable === undefined) return false;
    this.looked++;
    for (const clause of this.state.due[variable] as number[]) {
      const [first, second] = this.alternatives(clause);
      if (second !== undefined) this.choices.push(clause);
      else if (first !== undefined) this.include(first, this.causeOf(clause, first));
    }
    return true;
  }

  /** Makes one choice; they wait until everything is in that is needed in any case, and may have made them. */
  includeChoice(): boolean {
    const clause = this.choices[this.chosen++];
    if (clause === undefined) return false;
    const [first] = this.alternatives(clause);
    if (first !== undefined) this.include(first, this.causeOf(clause, first));
    return true;
  }

  /** The true variables that a clause may bring in; none if it is not due, or has brought one in already. */
  private alternatives(clause: number): readonly number[] {
    const { store } = this.state;
    const alternatives: number[] = [];
    const end = store.end(clause);
    for (let i = store.start(clause); i < end; i++) {
      const literal = store.literals.at(i);
      const variable = literal >> 1;
      const isIn = this.isIn[variable] === 1;
      const isNegated = (literal & 1) === 1;
      if (isIn !== isNegated) return [];
      if (!isNegated && this.state.isTrueVariable(variable)) alternatives.push(variable);
    }
    return alternatives;
  }

  private causeOf(clause: number, variable: number): Cause {
    const because: Atom[] = [];
    const alternatives: number[] = [];
    for (const literal of this.state.store.literalsOf(clause)) {
      const atom = this.state.atoms[literal >> 1];
      if ((literal & 1) === 0) alternatives.push(literal >> 1);
      else if (atom !== undefined) because.push(atom);
    }
    return {
      rule: this.state.ruleOf(clause) as RuleId,
      kind: "clause",
      because,
      choice: alternatives.indexOf(variable),
      choices: alternatives.length,
    };
  }
}

/** Judged by the result, not by the search. */
function wishResult(
  { rule, priority, from }: WishEntry,
  causes: ReadonlyMap<Atom, Cause>,
): readonly WishResult[] {
  const isHolding = (literal: number): boolean =>
    causes.has(atomOf(literal)) !== isNegative(literal);
  if (from.kind === "literal") {
    const { literal } = from.wish;
    const isFulfilled = isHolding(literal);
    return [{ rule, priority, literal, trigger: undefined, wishKey: undefined, isFulfilled }];
  }
  return from.clauses
    .filter(({ trigger }) => trigger === undefined || causes.has(trigger))
    .map(({ clause, trigger }) => ({
      rule: clause.rule,
      priority,
      literal: undefined,
      trigger,
      wishKey: clause.wishKey,
      isFulfilled: clause.literals.some(isHolding),
    }));
}
