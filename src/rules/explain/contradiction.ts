/** Why a description cannot be had, as a diagnostic with the smallest reason and the single changes that help. */

import { type Diagnostic, diagnostic, type RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { closestName } from "../../text/did-you-mean.ts";
import { noSpan } from "../../text/span.ts";
import type { Constraint } from "../repository/package-source.ts";
import type { ResolutionInput } from "../resolve/resolution-input.ts";
import { type Contradiction, conflictBudget } from "../resolve/resolve.ts";
import type { RuleOrigin } from "../resolve/rule-book.ts";
import type { Universe } from "../resolve/universe.ts";
import type { Explanation } from "../solver/explain.ts";
import { type Fix, findFixes } from "../solver/find-fixes.ts";
import { holds } from "../solver/literal.ts";
import type { Literal, RuleId } from "../solver/problem.ts";
import { constraintText, joined } from "./claim-text.ts";
import { isGiven, reasonOf } from "./reason.ts";
import { nameOfAtom, sentenceOf, spanOfOrigin, type Told, type Wording } from "./sentences.ts";

/** Lines of a reason, and places that are shown with it. */
const mostLines = 8;
const mostPlaces = 6;

export function describeContradiction(
  input: ResolutionInput,
  { built, found }: Contradiction,
): Diagnostic {
  const { problem, universe, book } = built;
  const wording: Wording = { input, universe };
  const { explanation, told } = reasonOf(wording, book, problem, found);
  const originOf = (rule: RuleId): RuleOrigin => book.origin(rule);
  const place = told.find(({ origin }) => isGiven(origin)) ?? told[0];
  const span = (place === undefined ? undefined : spanOfOrigin(wording, place.origin)) ?? noSpan;
  const related = relatedPlaces(wording, told, place);
  const reason = lines(told.map((one) => sentenceOf(wording, one)));
  const missing = nothingMeets(universe, explanation, originOf);
  if (missing !== undefined) {
    const args = { reason, wanted: constraintText(missing) };
    const help = helpForMissing(wording, missing) ?? helpForFixes(wording, built, explanation);
    return diagnostic("rule-cannot-be-met", span, args, { related, help });
  }
  const help = helpForFixes(wording, built, explanation);
  return diagnostic("rules-contradict", span, { reason }, { related, help });
}

/** A list of sentences, a line each; of very many, those in the middle are only counted. */
function lines(sentences: readonly string[]): string {
  const shown =
    sentences.length <= mostLines
      ? sentences
      : [
          ...sentences.slice(0, 4),
          `(${sentences.length - mostLines + 1} more in between)`,
          ...sentences.slice(sentences.length - mostLines + 5),
        ];
  return shown.map((text) => `\n- ${text}`).join("");
}

function relatedPlaces(
  wording: Wording,
  told: readonly Told[],
  place: Told | undefined,
): readonly RelatedPlace[] {
  return told
    .flatMap((one) => {
      const span = spanOfOrigin(wording, one.origin);
      return one === place || span === undefined ? [] : [{ span, message: labelOf(one.origin) }];
    })
    .slice(0, mostPlaces);
}

/** The reason says what it comes to; a label only says which part of the reason is written here. */
function labelOf(origin: RuleOrigin): string {
  switch (origin.kind) {
    case "given-value":
      return "set here";
    case "given-package":
      return origin.given.isImported ? "in the image, as it says here" : "wanted here";
    case "rule":
    case "package-rule":
      return origin.rule.kind === "conflict" ? "excluded by this rule" : "needed by this rule";
    default:
      return "described here";
  }
}

/** A requirement that no package meets, which says more than that rules contradict each other. */
function nothingMeets(
  universe: Universe,
  { clauses }: Explanation,
  originOf: (rule: RuleId) => RuleOrigin,
): Constraint | undefined {
  for (const { clause } of clauses) {
    if (clause.literals.length > 0) continue;
    const constraint = constraintOf(originOf(clause.rule));
    if (constraint !== undefined && universe.candidates(constraint).length === 0) return constraint;
  }
  return undefined;
}

function constraintOf(origin: RuleOrigin): Constraint | undefined {
  if (origin.kind === "requirement") return origin.requirement.anyOf[0];
  if (origin.kind !== "rule" && origin.kind !== "package-rule") return undefined;
  const { claim, kind } = origin.rule;
  if (kind === "conflict" || claim.kind !== "test" || claim.subject.kind !== "package") {
    return undefined;
  }
  const { name } = claim.subject;
  const { operator, operand } = claim;
  if (operator === "present" || operator === "in" || operand.kind !== "value") {
    return { name, operator: undefined, version: undefined };
  }
  return { name, operator, version: String(operand.value) };
}

/** The name that was meant, or the versions that there are. */
function helpForMissing(wording: Wording, { name }: Constraint): string | undefined {
  const { input, universe } = wording;
  const versions = universe.versions(name).map((atom) => nameOfAtom(wording, atom));
  if (versions.length > 0) {
    const others = versions.length > 4 ? [`${versions.length - 3} others`] : [];
    const shown = [...versions.slice(0, others.length === 0 ? 4 : 3), ...others];
    return `There is ${joined(shown, "and")}. Add the template of another version, or change the rule.`;
  }
  if (universe.isKnown(name)) return undefined;
  const guess = closestName(name, new Set(input.sources.flatMap((source) => [...source.names()])));
  return guess === undefined ? undefined : `Did you mean '${guess}'?`;
}

function helpForFixes(
  wording: Wording,
  built: Contradiction["built"],
  explanation: Explanation,
): string | undefined {
  const changes = fixesOf(built, explanation).flatMap(({ change, solution }): readonly string[] => {
    const origin = built.book.origin(change.without);
    const chosen = new Set(solution.atoms);
    if (origin.kind === "given-package") {
      const { name } = origin.given;
      const other = wording.universe.versions(name).find((atom) => chosen.has(atom));
      return [other === undefined ? `remove ${name}` : `take ${nameOfAtom(wording, other)}`];
    }
    if (origin.kind !== "given-value") return [];
    const { path } = origin;
    const other = [...wording.universe.valuesOf(path).values()].find((atom) => chosen.has(atom));
    return [other === undefined ? `remove ${path}` : `set ${nameOfAtom(wording, other)}`];
  });
  return changes.length === 0 ? undefined : `This works: ${joined(changes, "or")}.`;
}

function fixesOf(
  { problem, book, universe }: Contradiction["built"],
  { groups }: Explanation,
): readonly Fix[] {
  const options = { conflicts: conflictBudget, groupOf: (rule: RuleId) => rule };
  return groups.flatMap(({ group }) => {
    const origin = book.origin(group);
    if (!isGiven(origin)) return [];
    const instead = alternatives(universe, origin);
    const changes = [
      ...(instead.length === 0
        ? []
        : [{ without: group, instead: [{ rule: group, literals: instead }] }]),
      { without: group, instead: [] },
    ];
    return findFixes(problem, changes, options).slice(0, 1);
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
