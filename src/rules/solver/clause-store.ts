/**
 * All clauses of a search: those that rules were grounded to, and those that were learned from conflicts.
 *
 * The literals of a clause keep their order, because it is the preference; so the two watched ones are noted beside.
 * A learned clause remembers what it was derived from, which is how a contradiction finds back to its rules.
 */
import { IntVector } from "./int-vector.ts";

/** Stands in `rules` for a clause that was learned. */
const learned = -1;

export class ClauseStore {
  readonly literals = new IntVector(1024);
  /** Where each clause starts; one more than there are clauses, so that the next entry is its end. */
  readonly starts = new IntVector(256);
  readonly firstWatch = new IntVector(256);
  readonly secondWatch = new IntVector(256);
  /** The index of a clause's rule in `ruleIds`, or `learned`. */
  readonly rules: number[] = [];
  private readonly antecedents = new Map<number, readonly number[]>();

  constructor() {
    this.starts.push(0);
  }

  get size(): number {
    return this.rules.length;
  }

  add(literals: readonly number[], rule: number): number {
    const clause = this.rules.length;
    for (const literal of literals) this.literals.push(literal);
    this.starts.push(this.literals.length);
    this.firstWatch.push(-1);
    this.secondWatch.push(-1);
    this.rules.push(rule);
    return clause;
  }

  /** A clause that follows from others: their numbers, and `~variable` for what holds at level 0. */
  addLearned(literals: readonly number[], antecedents: readonly number[]): number {
    const clause = this.add(literals, learned);
    this.antecedents.set(clause, antecedents);
    return clause;
  }

  start(clause: number): number {
    return this.starts.at(clause);
  }

  end(clause: number): number {
    return this.starts.at(clause + 1);
  }

  literalsOf(clause: number): readonly number[] {
    const end = this.end(clause);
    const literals: number[] = [];
    for (let i = this.start(clause); i < end; i++) literals.push(this.literals.at(i));
    return literals;
  }

  isLearned(clause: number): boolean {
    return this.rules[clause] === learned;
  }

  antecedentsOf(clause: number): readonly number[] {
    return this.antecedents.get(clause) ?? [];
  }
}
