/** The clauses that a rule comes to. */

import type { Rule, Test } from "../language/rule.ts";
import { type ClauseSet, clausesOfClaim, distribute, type TestAtoms } from "./claim-clauses.ts";
import { atomsOfTest } from "./test-atoms.ts";
import type { Universe } from "./universe.ts";

/** The clauses of a rule; undefined if it is too intricate. */
export function clausesOfRule(universe: Universe, rule: Rule): ClauseSet | undefined {
  const atomsOf = (test: Test): TestAtoms => atomsOfTest(universe, test);
  const claim = clausesOfClaim(rule.claim, rule.kind !== "conflict", atomsOf);
  if (rule.when === undefined || claim === undefined) return claim;
  const unless = clausesOfClaim(rule.when, false, atomsOf);
  return unless === undefined ? undefined : distribute([unless, claim]);
}
