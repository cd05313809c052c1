/** Why a description cannot be had, as a diagnostic with the smallest reason and the single changes that help. */

import { type Diagnostic, diagnostic, type RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../text/did-you-mean.ts";
import { noSpan, type Span } from "../../text/span.ts";
import { isOfPackage } from "../language/rule.ts";
import type { ResolutionInput } from "../resolve/resolution-input.ts";
import { type Contradiction, conflictBudget } from "../resolve/resolve.ts";
import type { RuleOrigin } from "../resolve/rule-book.ts";
import { atomsOfTest } from "../resolve/test-atoms.ts";
import type { Universe } from "../resolve/universe.ts";
import type { Explanation } from "../solver/explain.ts";
import { type Fix, findFixes, Trials } from "../solver/find-fixes.ts";
import { holds } from "../solver/literal.ts";
import type { Literal, RuleId } from "../solver/problem.ts";
import type { Unsatisfiable } from "../solver/solution.ts";
import { claimText, constraintText, joined } from "./claim-text.ts";
import { isGiven, type Reason, reasonOf, shortened } from "./reason.ts";
import { nameOfAtom, sentenceOf, spanOfOrigin, type Told, type Wording } from "./sentences.ts";

/** Places that are shown with a reason: those at its ends. */
const mostPlaces = 6;

/** More than this many things wrong at once are told when the first are mended. */
const mostContradictions = 10;

/**
 * How many clauses may be looked at to see what else is wrong, and which changes help: what a desktop brings with it.
 * Whoever asks waits for it, so a reason in what is still larger is told without them.
 */
const trialClauses = 12_000;

/** The first thing that is wrong. */
export function describeContradiction(
  input: ResolutionInput,
  contradiction: Contradiction,
): Diagnostic {
  return describeContradictions(input, contradiction)[0] as Diagnostic;
}

/** All that is wrong: each contradiction for itself, as if the description did not say what the others are about. */
export function describeContradictions(
  input: ResolutionInput,
  { built, found }: Contradiction,
): readonly Diagnostic[] {
  const { problem, universe, book } = built;
  const wording: Wording = { input, universe };
  const trials = new Trials(problem, {
    conflicts: conflictBudget,
    clauses: trialClauses,
    groupOf: (rule) => rule,
  });
  const ctx: Telling = { wording, built, trials, originOf: (rule) => book.origin(rule) };
  const reasons: Reason[] = [];
  const told = new Set<RuleId>();
  let next: Unsatisfiable | undefined = found;
  while (next !== undefined && reasons.length < mostContradictions) {
    const without = { without: [...told], instead: [] };
    const reason = reasonOf(wording, book, trials.changed(without), next);
    reasons.push(reason);
    // What would be given up first: other things can be wrong with the rest.
    const given = givenIn(ctx, reason).at(-1);
    if (given === undefined) break;
    told.add(given);
    const answer = trials.solve({ without: [...told], instead: [] });
    next = answer?.kind === "unsatisfiable" ? answer : undefined;
  }
  return reasons.map((reason) => {
    const own = new Set(givenIn(ctx, reason));
    const others = [...told].filter((rule) => !own.has(rule));
    return describe(ctx, others, reason, reasons.length === 1 ? "This works" : "This mends it");
  });
}

interface Telling {
  readonly wording: Wording;
  readonly built: Contradiction["built"];
  readonly trials: Trials;
  readonly originOf: (rule: RuleId) => RuleOrigin;
}

/** What the description says that is part of a reason. */
function givenIn({ originOf }: Telling, { explanation }: Reason): readonly RuleId[] {
  return explanation.groups.map(({ group }) => group).filter((group) => isGiven(originOf(group)));
}

/** `others` is what other contradictions are about. */
function describe(
  ctx: Telling,
  others: readonly RuleId[],
  { explanation, told }: Reason,
  promise: string,
): Diagnostic {
  const { wording } = ctx;
  const [absent] = told.filter(isAbsent);
  const place = absent ?? told.find(({ origin }) => isGiven(origin)) ?? told[0];
  const span = (place === undefined ? undefined : spanOfOrigin(wording, place.origin)) ?? noSpan;
  const related = relatedPlaces(wording, told, place);
  const reasonOf = (some: readonly Told[]): string =>
    reasonLines(some.map((one) => sentenceOf(wording, one)));
  const fixes = (): string | undefined => helpForFixes(ctx, others, explanation, promise);
  const missing = nothingMeets(wording.universe, explanation, ctx.originOf);
  if (missing !== undefined) {
    const args = { cause: reasonOf(told), wanted: missing.wanted };
    const help = helpForMissing(wording, missing) ?? fixes();
    return diagnostic("rule-cannot-be-met", span, args, { related, help });
  }
  if (absent !== undefined) {
    const args = { path: absentPaths(told), cause: reasonOf(told.filter((one) => !isAbsent(one))) };
    return diagnostic("rule-value-missing", span, args, { related, help: fixes() });
  }
  return diagnostic(
    "rules-contradict",
    span,
    { cause: reasonOf(told) },
    { related, help: fixes() },
  );
}

function isAbsent({ origin }: Told): boolean {
  return origin.kind === "missing-value";
}

/** Any of them would do, as no part of a reason can be left out. */
function absentPaths(told: readonly Told[]): string {
  const paths = told.flatMap(({ origin }) => (origin.kind === "missing-value" ? origin.path : []));
  return joined(paths, "or");
}

/** A list of sentences, a line each; of very many, those in the middle are only counted. */
export function reasonLines(sentences: readonly string[]): string {
  const shown = shortened(sentences, (count) => `(${count} more in between)`);
  return shown.map((text) => `\n- ${text}`).join("");
}

export function relatedPlaces(
  wording: Wording,
  told: readonly Told[],
  place: Told | undefined,
): readonly RelatedPlace[] {
  const main = place === undefined ? undefined : spanOfOrigin(wording, place.origin);
  const places = told.flatMap(({ origin }) => {
    const span = spanOfOrigin(wording, origin);
    // What else is said where the whole is reported needs no mark of its own.
    const isMarked = span === undefined || isSamePlace(span, main);
    return isMarked ? [] : [{ span, message: labelOf(origin) }];
  });
  if (places.length <= mostPlaces) return places;
  return [...places.slice(0, mostPlaces / 2), ...places.slice(-mostPlaces / 2)];
}

function isSamePlace(span: Span, other: Span | undefined): boolean {
  return span.file === other?.file && span.start === other.start && span.end === other.end;
}

/** The reason says what it comes to; a label only says which part of the reason is written here. */
function labelOf(origin: RuleOrigin): string {
  switch (origin.kind) {
    case "given-value":
      return "set here";
    case "missing-value":
      return "it is missing here";
    case "given-package":
      return origin.given.isImported ? "in the image, as it says here" : "wanted here";
    case "rule":
    case "package-rule":
      return origin.rule.kind === "conflict" ? "excluded by this rule" : "needed by this rule";
    default:
      return "described here";
  }
}

interface Missing {
  readonly name: string;
  /** In words. */
  readonly wanted: string;
  /** Whether a template wants it, whose author may have misspelt it; lists of distributions are made by programs. */
  readonly isWritten: boolean;
}

/** A requirement that no package meets, which says more than that rules contradict each other. */
function nothingMeets(
  universe: Universe,
  { clauses }: Explanation,
  originOf: (rule: RuleId) => RuleOrigin,
): Missing | undefined {
  for (const { clause } of clauses) {
    const missing =
      clause.literals.length > 0 ? undefined : missingFor(universe, originOf(clause.rule));
    if (missing !== undefined) return missing;
  }
  return undefined;
}

function missingFor(universe: Universe, origin: RuleOrigin): Missing | undefined {
  if (origin.kind === "requirement") {
    const { anyOf } = origin.requirement;
    const [first] = anyOf;
    if (first === undefined || universe.literalsFor(anyOf).length > 0) return undefined;
    const wanted = joined(anyOf.map(constraintText), "or");
    return { name: first.name, wanted, isWritten: false };
  }
  if (origin.kind !== "rule" && origin.kind !== "package-rule") return undefined;
  const { claim, kind } = origin.rule;
  if (kind === "conflict" || claim.kind !== "test" || claim.subject.kind !== "package") {
    return undefined;
  }
  const found = isOfPackage(claim.subject.field) ? atomsOfTest(universe, claim) : undefined;
  if (found?.kind !== "any" || found.atoms.length > 0) return undefined;
  return { name: claim.subject.name, wanted: claimText(claim), isWritten: true };
}

/** The name that was meant, or the versions that there are. */
function helpForMissing(wording: Wording, { name, isWritten }: Missing): string | undefined {
  const { input, universe } = wording;
  const versions = universe.versions(name).map((atom) => nameOfAtom(wording, atom));
  if (versions.length > 0) {
    const others = versions.length > 4 ? [`${versions.length - 3} others`] : [];
    const shown = [...versions.slice(0, others.length === 0 ? 4 : 3), ...others];
    return `There is ${joined(shown, "and")}. Add the template of another version, or change the rule.`;
  }
  if (universe.isKnown(name) || !isWritten) return undefined;
  return didYouMean(name, new Set(input.sources.flatMap((source) => [...source.names()])));
}

function helpForFixes(
  ctx: Telling,
  others: readonly RuleId[],
  explanation: Explanation,
  promise: string,
): string | undefined {
  const { wording } = ctx;
  const fixes = fixesOf(ctx, others, explanation);
  const changes = fixes.flatMap(({ group, solution }): readonly string[] => {
    const origin = ctx.originOf(group);
    const chosen = new Set(solution.atoms);
    if (origin.kind === "given-package") {
      const { name } = origin.given;
      const other = wording.universe.versions(name).find((atom) => chosen.has(atom));
      return [other === undefined ? `remove ${name}` : `take ${nameOfAtom(wording, other)}`];
    }
    if (origin.kind === "missing-value") return [`set ${origin.path}`];
    if (origin.kind !== "given-value") return [];
    const { path } = origin;
    const other = [...wording.universe.valuesOf(path).values()].find((atom) => chosen.has(atom));
    return [other === undefined ? `remove ${path}` : `set ${nameOfAtom(wording, other)}`];
  });
  return changes.length === 0 ? undefined : `${promise}: ${joined(changes, "or")}.`;
}

/** A fix, and what of the description it is about. */
interface GroupFix extends Fix {
  readonly group: RuleId;
}

function fixesOf(
  { built: { universe }, trials, originOf }: Telling,
  others: readonly RuleId[],
  { groups }: Explanation,
): readonly GroupFix[] {
  const given = groups.filter(({ group }) => isGiven(originOf(group)));
  // Whoever lacks something would rather add it than take something away.
  const rank = (group: RuleId): number => (originOf(group).kind === "missing-value" ? 0 : 1);
  const inOrder = given.toSorted((one, other) => rank(one.group) - rank(other.group));
  return inOrder.flatMap(({ group }): readonly GroupFix[] => {
    const origin = originOf(group);
    const without = [...others, group];
    const literals = alternatives(universe, origin);
    const instead =
      literals.length === 0 ? [] : [{ without, instead: [{ rule: group, literals }] }];
    for (const change of [...instead, { without, instead: [] }]) {
      const [fix] = findFixes(trials, [change]);
      if (fix !== undefined) return [{ ...fix, group }];
    }
    return [];
  });
}

/** What else could be written in the place of what the description says. */
function alternatives(universe: Universe, origin: RuleOrigin): readonly Literal[] {
  if (origin.kind === "given-value") {
    return [...universe.valuesOf(origin.path).values()].slice(1).map(holds);
  }
  return origin.kind === "given-package" && origin.given.version !== undefined
    ? universe.versions(origin.given.name).map(holds)
    : [];
}
