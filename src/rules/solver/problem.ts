/**
 * What a caller tells the resolver, and in which words. `solve.ts` explains how it all fits together.
 *
 * An atom is anything that is true or false of the result: "package gcc in version 12.2", "path
 * /hardware/memory has the value 512". Its number is the caller's: an index into an index, say.
 */

/** A whole number from 0 to 2^30 - 1 that the caller gives to a fact. Its size and order mean nothing to the solver. */
export type Atom = number;

/** A group of atoms of which at most one is true: the versions of a package, the values of a path. */
export type Slot = number;

/** The caller's number of a rule. Ties are broken by it, so it must not depend on the order of the input. */
export type RuleId = number;

/** An atom or its negation; made by `holds` and `fails` of `literal.ts`. */
export type Literal = number;

/** The priority of a soft clause that is looked at only after all else is decided, and costs nothing else. */
export const afterAllElse = Number.POSITIVE_INFINITY;

/** One instance of a rule: at least one of the literals is true. */
export interface Clause {
  /** The rule that this comes from. */
  readonly rule: RuleId;
  /** The order is a preference: the first that is still possible is taken. */
  readonly literals: readonly Literal[];
  /**
   * Absent in what must hold. Otherwise this is a wish: it is fulfilled if no wish of a lower number, and no
   * earlier one of the same number, has to be given up for it.
   */
  readonly priority?: number;
  /**
   * Wishes that share a key are one: given up with the first of them, so that nothing is gained by bringing one in
   * rather than another. What several versions of a package wish alike does not choose among these versions.
   */
  readonly wishKey?: string;
}

/** A literal that should be true. A negative one never brings anything in that nobody needs. */
export interface Wish {
  readonly rule: RuleId;
  readonly literal: Literal;
  /** Lower numbers come first; within one priority, lower rule ids, then the order in the list. */
  readonly priority: number;
}

/** Everything is asked for when it is needed, and `clausesOf` at most once per atom and call of `solve`. */
export interface Problem {
  /** What holds in any case: facts, requests, and each rule that no single atom triggers. */
  readonly clauses: () => readonly Clause[];
  /** What comes with an atom: each clause is read as "if the atom is true, then one of the literals is". */
  readonly clausesOf: (atom: Atom) => readonly Clause[];
  readonly slotOf: (atom: Atom) => Slot | undefined;
  /** All atoms of a slot, in an order that does not depend on the order of the input. */
  readonly atomsOf: (slot: Slot) => readonly Atom[];
  readonly wishes: readonly Wish[];
}
