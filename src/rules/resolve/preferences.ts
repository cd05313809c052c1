/**
 * Suggestions of one package among several that stand for the same thing.
 *
 * `suggest '/software/packages/gcc' when '/software/packages/compiler'` prefers gcc wherever a compiler is needed. As
 * an implication it could be met by gcc beside another compiler; as the wish for no other one it brings in nothing
 * that nobody needs.
 */

import type { Claim, Rule, Test } from "../language/rule.ts";
import { fails } from "../solver/literal.ts";
import type { Literal } from "../solver/problem.ts";
import type { Universe } from "./universe.ts";

/** The wishes that a suggestion comes to; undefined if it is none of this kind. */
export function preferences(universe: Universe, rule: Rule): readonly Literal[] | undefined {
  const preferred = presentPackage(rule.claim);
  const needed = rule.when === undefined ? undefined : presentPackage(rule.when);
  if (preferred === undefined || needed === undefined || preferred === needed) return undefined;
  const all = universe.candidates({ name: needed, operator: undefined, version: undefined });
  const others = all.filter((atom) => universe.packageName(atom) !== preferred);
  return others.length < all.length ? others.map(fails) : undefined;
}

/** The name in a claim that a package is there, in whatever version. */
function presentPackage(claim: Claim): string | undefined {
  if (claim.kind !== "test" || !isPresence(claim)) return undefined;
  return claim.subject.kind === "package" ? claim.subject.name : undefined;
}

function isPresence({ operator, subject }: Test): boolean {
  return operator === "present" && subject.kind === "package" && subject.field === undefined;
}
