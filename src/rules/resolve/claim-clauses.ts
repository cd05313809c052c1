/**
 * From a claim to clauses: an "and" of "or"s of literals, which is what the solver takes.
 *
 * Claims are short, so the plain distribution of "or" over "and" is short too; one that is not is refused.
 */

import { assertNever } from "../../base/assert-never.ts";
import type { Claim, Test } from "../language/rule.ts";
import { fails, holds } from "../solver/literal.ts";
import type { Atom, Literal } from "../solver/problem.ts";

/** All of the clauses hold; of each at least one literal. No clause at all: it holds in any case. */
export type ClauseSet = readonly (readonly Literal[])[];

/** The atoms that make a test true, the preferred one first. */
export type TestAtoms =
  | { readonly kind: "any"; readonly atoms: readonly Atom[] }
  /** A comparison of two paths. */
  | {
      readonly kind: "pairs";
      /** Which values of the second may make it true of each of the first. */
      readonly possible: Pairs;
      /** Which of these make it true for certain. */
      readonly certain: Pairs;
    };

export type Pairs = ReadonlyMap<Atom, readonly Atom[]>;

export type AtomsOf = (test: Test) => TestAtoms;

const mostClauses = 2000;

/** Undefined if the claim is too intricate. */
export function clausesOfClaim(
  claim: Claim,
  isPositive: boolean,
  atomsOf: AtomsOf,
): ClauseSet | undefined {
  switch (claim.kind) {
    case "test":
      return clausesOfTest(claim, isPositive, atomsOf);
    case "not":
      return clausesOfClaim(claim.claim, !isPositive, atomsOf);
    case "and":
    case "or": {
      const parts = claim.claims.map((part) => clausesOfClaim(part, isPositive, atomsOf));
      if (parts.includes(undefined)) return undefined;
      const sets = parts.filter((part) => part !== undefined);
      return (claim.kind === "and") === isPositive ? sets.flat() : distribute(sets);
    }
    default:
      return assertNever(claim);
  }
}

/** "Or" of sets of clauses; undefined if there are too many. */
export function distribute(sets: readonly ClauseSet[]): ClauseSet | undefined {
  let result: ClauseSet = [[]];
  for (const set of sets) {
    if (result.length * set.length > mostClauses) return undefined;
    result = result.flatMap((left) => set.map((right) => [...left, ...right]));
  }
  return result.map((clause) => [...new Set(clause)]);
}

function clausesOfTest(test: Test, isPositive: boolean, atomsOf: AtomsOf): ClauseSet {
  if (test.operator === "!=") {
    return clausesOfTest({ ...test, operator: "==" }, !isPositive, atomsOf);
  }
  const found = atomsOf(test);
  if (found.kind === "any") {
    return isPositive ? [found.atoms.map(holds)] : found.atoms.map((atom) => [fails(atom)]);
  }
  if (!isPositive) {
    return [...found.certain].flatMap(([first, seconds]) =>
      seconds.map((second) => [fails(first), fails(second)]),
    );
  }
  return [
    [...found.possible.keys()].map(holds),
    ...[...found.possible].map(([first, seconds]) => [fails(first), ...seconds.map(holds)]),
  ];
}
