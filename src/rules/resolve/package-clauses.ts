/**
 * What comes with a package: what it needs, what it does not go with, what its template says.
 *
 * A large request touches tens of thousands of clauses, so nothing is made here that nobody asks for: the number of
 * a rule is enough to find out later what it was.
 */

import { formatClaim } from "../language/format-claim.ts";
import type { Rule } from "../language/rule.ts";
import { fails } from "../solver/literal.ts";
import type { Atom, Clause, RuleId } from "../solver/problem.ts";
import { expanded } from "./facts.ts";
import { priorityOfSuggestion } from "./priorities.ts";
import type { ResolutionInput } from "./resolution-input.ts";
import { idInPackage, type RuleOrigin } from "./rule-book.ts";
import { clausesOfRule } from "./rule-clauses.ts";
import type { Meaning, Universe } from "./universe.ts";

export interface PackageContext {
  readonly input: ResolutionInput;
  readonly universe: Universe;
}

/** Each is read as "if the atom is true"; none for an atom that is no package. */
export function packageClauses(ctx: PackageContext, atom: Atom): readonly Clause[] {
  const { universe } = ctx;
  const meaning = universe.meaning(atom);
  if (meaning.kind === "value") return [];
  const clauses = meaning.kind === "package" ? sourceClauses(universe, meaning, atom) : [];
  const rules = templateRules(ctx, atom);
  if (rules.length === 0) return clauses;
  let n = meaning.kind === "package" ? meaning.source.requirementsOf(meaning.number).length + 1 : 0;
  for (const rule of rules) clauses.push(...ruleClauses(ctx, atom, rule, idInPackage(atom, n++)));
  return clauses;
}

/** What a list of packages says. */
function sourceClauses(
  universe: Universe,
  { source, number }: Extract<Meaning, { kind: "package" }>,
  atom: Atom,
): Clause[] {
  const clauses: Clause[] = [];
  let n = 0;
  for (const { strength, anyOf } of source.requirementsOf(number)) {
    const rule = idInPackage(atom, n++);
    if (strength === "requires") clauses.push({ rule, literals: universe.literalsFor(anyOf) });
  }
  const rule = idInPackage(atom, n);
  for (const constraint of source.conflictsOf(number)) {
    for (const other of universe.candidates(constraint)) {
      if (other !== atom) clauses.push({ rule, literals: [fails(other)] });
    }
  }
  return clauses;
}

/** What the n-th thing is that a package says, in the order of `packageClauses`. */
export function packageOrigin(ctx: PackageContext, atom: Atom, n: number): RuleOrigin | undefined {
  const meaning = ctx.universe.meaning(atom);
  let before = 0;
  if (meaning.kind === "package") {
    const requirements = meaning.source.requirementsOf(meaning.number);
    const requirement = requirements[n];
    if (requirement !== undefined) return { kind: "requirement", package: atom, requirement };
    if (n === requirements.length) return { kind: "package-conflict", package: atom };
    before = requirements.length + 1;
  }
  const rule = templateRules(ctx, atom)[n - before];
  return rule === undefined ? undefined : { kind: "package-rule", package: atom, rule };
}

function templateRules({ input, universe }: PackageContext, atom: Atom): readonly Rule[] {
  return expanded(input.description, writtenRules(input, universe.meaning(atom)));
}

function writtenRules(input: ResolutionInput, meaning: Meaning): readonly Rule[] {
  if (meaning.kind === "package") return meaning.source.rulesOf(meaning.number);
  return meaning.kind === "own" ? (input.packageRules.get(meaning.given.key) ?? []) : [];
}

function ruleClauses(
  { universe }: PackageContext,
  atom: Atom,
  rule: Rule,
  id: RuleId,
): readonly Clause[] {
  const wish = rule.kind === "suggest" ? suggestion(universe, atom, rule) : {};
  return (clausesOfRule(universe, rule) ?? []).map((literals) => ({
    rule: id,
    literals,
    ...wish,
  }));
}

/** What several versions of a package suggest alike is no reason to take one of them rather than another. */
function suggestion(
  universe: Universe,
  atom: Atom,
  { claim, when, priority }: Rule,
): Pick<Clause, "priority" | "wishKey"> {
  const condition = when === undefined ? "" : formatClaim(when);
  const wishKey = `${universe.packageName(atom)} ${formatClaim(claim)} when ${condition}`;
  return { priority: priorityOfSuggestion(priority), wishKey };
}
