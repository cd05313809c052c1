/**
 * What rules say of each other, found by asking the solver: whether all of them can hold at once, whether each can
 * ever apply, and whether each suggestion can ever be followed.
 */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { Dict } from "../../pan/tree/dict.ts";
import type { Term } from "../../pan/tree/term.ts";
import { noSpan } from "../../text/span.ts";
import { describeContradiction, reasonLines, relatedPlaces } from "../explain/contradiction.ts";
import { reasonOf } from "../explain/reason.ts";
import { sentenceOf, type Told } from "../explain/sentences.ts";
import { forEachKey } from "../language/each-key.ts";
import { shapeAt } from "../language/model-shape.ts";
import { type Claim, claimedTests, type Rule, testsIn, testsOf } from "../language/rule.ts";
import { listedPackages } from "../repository/listed-packages.ts";
import type { PackageSource } from "../repository/package-source.ts";
import { type BuiltProblem, buildProblem } from "../resolve/build-problem.ts";
import { clausesOfClaim } from "../resolve/claim-clauses.ts";
import type { ResolutionInput } from "../resolve/resolution-input.ts";
import { conflictBudget } from "../resolve/resolve.ts";
import { atomsOfTest } from "../resolve/test-atoms.ts";
import type { Universe } from "../resolve/universe.ts";
import { changedRules } from "../solver/change-problem.ts";
import type { Problem, RuleId } from "../solver/problem.ts";
import type { Unsatisfiable } from "../solver/solution.ts";
import { solve } from "../solver/solve.ts";
import { opaque } from "../versions/opaque.ts";

export function checkRules(
  rules: readonly Rule[],
  sources: readonly PackageSource[],
): readonly Diagnostic[] {
  const input: ResolutionInput = {
    description: { root: new Dict(), spanOf: () => noSpan, isDefault: () => false },
    rules: rules.flatMap((rule) => forEachKey(rule, sampleKeys)),
    packageRules: new Map(),
    sources: [...sources, elsewhere(rules, sources)],
    mode: "anything",
    locked: new Map(),
  };
  const built = buildProblem(input);
  // Wishes do not matter, and hard rules alone are quicker.
  const hard: Problem = { ...built.problem, wishes: [] };
  const found = solve(hard, { conflicts: conflictBudget });
  if (found.kind === "unsatisfiable") {
    return [describeContradiction(input, { kind: "contradiction", built, found })];
  }
  const ctx: Check = { input, built, hard };
  const checked = new Set<string>();
  return built.book.entries().flatMap(([id, origin]) => {
    // Rules with a wildcard were written once, and are told once.
    const place =
      origin.kind === "rule" ? `${origin.rule.span.file} ${origin.rule.span.start}` : "";
    if (origin.kind !== "rule" || checked.has(place)) return [];
    const diagnostics = checkRule(ctx, id, origin.rule);
    if (diagnostics.length > 0) checked.add(place);
    return diagnostics;
  });
}

interface Check {
  readonly input: ResolutionInput;
  readonly built: BuiltProblem;
  /** The problem without wishes. */
  readonly hard: Problem;
}

function checkRule(ctx: Check, id: RuleId, rule: Rule): readonly Diagnostic[] {
  const { claim, when, kind } = rule;
  const conditions = when === undefined ? [] : [when];
  const triggers = kind === "conflict" ? [...conditions, claim] : conditions;
  // What nobody has a version of cannot be compared.
  if (![claim, ...conditions].every((one) => isKnown(ctx, one))) return [];
  const never = triggers.length === 0 ? undefined : refute(ctx, id, triggers);
  if (never !== undefined) return tell(ctx, id, rule, "rule-never-applies", never);
  const against = kind === "suggest" ? refute(ctx, id, [...conditions, claim]) : undefined;
  return against === undefined ? [] : tell(ctx, id, rule, "suggestion-against-rules", against);
}

interface Refutation {
  readonly problem: Problem;
  readonly found: Unsatisfiable;
}

/** Why claims cannot all be true under the other rules; undefined if they can. */
function refute(
  { built, hard }: Check,
  id: RuleId,
  claims: readonly Claim[],
): Refutation | undefined {
  const sets = claims.map((claim) =>
    clausesOfClaim(claim, true, (test) => atomsOfTest(built.universe, test)),
  );
  if (sets.includes(undefined)) return undefined;
  const added = sets.flatMap((set) => set ?? []).map((literals) => ({ rule: id, literals }));
  const problem = changedRules(hard, (rule) => rule === id, added);
  const found = solve(problem, { conflicts: conflictBudget });
  return found.kind === "unsatisfiable" ? { problem, found } : undefined;
}

function tell(
  { input, built }: Check,
  id: RuleId,
  rule: Rule,
  code: "rule-never-applies" | "suggestion-against-rules",
  { problem, found }: Refutation,
): readonly Diagnostic[] {
  const wording = { input, universe: built.universe };
  const { told } = reasonOf(wording, built.book, problem, found);
  const own = built.book.origin(id);
  const others = told.filter(({ origin }: Told) => origin !== own);
  if (others.some(({ origin }) => "rule" in origin && needsUnknown(built.universe, origin.rule))) {
    return [];
  }
  const sentences = others.map((one) => sentenceOf(wording, one));
  const reason = sentences.length === 0 ? " it contradicts itself." : reasonLines(sentences);
  const related = relatedPlaces(wording, others, undefined);
  return [diagnostic(code, rule.span, { cause: reason }, { related })];
}

/** Whether it needs what nobody has: that is told by itself, and all that follows from it would only be noise. */
function needsUnknown(universe: Universe, rule: Rule): boolean {
  if (rule.kind !== "valid") return false;
  return claimedTests(rule).some((test) => {
    if (test.subject.kind === "path") return false;
    const found = atomsOfTest(universe, test);
    return found.kind === "any" && found.atoms.length === 0;
  });
}

/** Of a package that is only spoken of, no version is known. */
function isKnown({ built: { universe } }: Check, claim: Claim): boolean {
  return testsOf(claim).every(({ subject, operator }) => {
    if (subject.kind === "path" || operator === "present") return true;
    return universe.versions(subject.name).some((atom) => {
      const meaning = universe.meaning(atom);
      return meaning.kind === "package" && meaning.source.versionOf(meaning.number) !== anyVersion;
    });
  });
}

const anyVersion = "any";

/** Packages that only conditions and suggestions speak of: a site may have them. */
function elsewhere(rules: readonly Rule[], sources: readonly PackageSource[]): PackageSource {
  const known = new Set(sources.flatMap((source) => [...source.names()]));
  const names = rules
    .flatMap(testsIn)
    .flatMap(({ subject, operator }) =>
      subject.kind === "package" && operator === "present" && !known.has(subject.name)
        ? [subject.name]
        : [],
    );
  const packages = [...new Set(names)].map((name) => ({
    name,
    version: anyVersion,
    release: undefined,
    provides: [],
    rules: [],
    size: undefined,
    span: noSpan,
  }));
  return listedPackages("", opaque, packages);
}

/** A key that there could be, for rules about each thing of a kind. */
function sampleKeys(terms: readonly Term[]): readonly Term[] {
  const lookup = shapeAt(terms);
  if (lookup.kind !== "shape") return ["any"];
  const { shape } = lookup;
  if (shape.kind === "list") return [0];
  return shape.kind === "map" && shape.keys.name === "device" ? ["xvda"] : ["any"];
}
