/** Rules and atoms in words. A sentence has no full stop: callers put several together. */

import { assertNever } from "../../base/assert-never.ts";
import type { Span } from "../../text/span.ts";
import { type Rule, subjectPath, testsOf } from "../language/rule.ts";
import { factAt, termsOf } from "../resolve/facts.ts";
import type { ResolutionInput } from "../resolve/resolution-input.ts";
import type { RuleOrigin } from "../resolve/rule-book.ts";
import type { Universe } from "../resolve/universe.ts";
import type { Atom } from "../solver/problem.ts";
import { claimText, constraintText, joined, valueAtText, withoutPresence } from "./claim-text.ts";

export interface Wording {
  readonly input: ResolutionInput;
  readonly universe: Universe;
}

/** Several versions of a package that say the same are told as one. */
export interface Told {
  readonly origin: RuleOrigin;
  /** The packages that say it, for what packages say; all have one name. */
  readonly packages: readonly Atom[];
  /** What it excludes, for conflicts of packages. */
  readonly excluded: readonly Atom[];
}

/** `gcc 3.3.5`, `/hardware/cpu/arch = 'i686'`. */
export function nameOfAtom({ universe }: Wording, atom: Atom): string {
  const meaning = universe.meaning(atom);
  switch (meaning.kind) {
    case "package": {
      const { source, number } = meaning;
      return packageText(source.nameOf(number), source.versionOf(number), source.releaseOf(number));
    }
    case "own": {
      const { name, version, release } = meaning.given;
      return packageText(name, version, release);
    }
    case "value": {
      const { path, value } = meaning;
      return typeof value === "symbol" ? path : `${path} = ${valueAtText(path, value)}`;
    }
    default:
      return assertNever(meaning);
  }
}

export function packageText(
  name: string,
  version: string | undefined,
  release: string | undefined,
): string {
  if (version === undefined) return name;
  return release === undefined ? `${name} ${version}` : `${name} ${version}-${release}`;
}

/** What one rule says. */
export function sentence(wording: Wording, origin: RuleOrigin): string {
  return sentenceOf(wording, { origin, packages: packageOf(origin), excluded: [] });
}

/** The package that says it, if one does. */
export function packageOf(origin: RuleOrigin): readonly Atom[] {
  return "package" in origin ? [origin.package] : [];
}

export function sentenceOf(wording: Wording, told: Told): string {
  const { origin } = told;
  switch (origin.kind) {
    case "given-value":
      return givenValue(wording, origin);
    case "missing-value":
      return `the description has no ${origin.path}`;
    case "given-package": {
      const { name, version, release, isImported } = origin.given;
      const text = packageText(name, version, release);
      return isImported ? `the image has ${text}` : `the description wants ${text}`;
    }
    case "locked":
      return `the earlier result has another version of ${origin.name}`;
    case "rule":
      return ruleSentence(origin.rule);
    case "package-rule": {
      const { rule } = origin;
      return `${subject(wording, told)}${condition(rule)} ${verb(rule, told)} ${ruleText(rule)}`;
    }
    case "requirement": {
      const needs = told.packages.length > 1 ? "need" : "needs";
      return `${subject(wording, told)} ${needs} ${alternatives(origin.requirement.anyOf.map(constraintText))}`;
    }
    case "package-conflict": {
      const does = told.packages.length > 1 ? "do" : "does";
      return `${subject(wording, told)} ${does} not go with ${excludedText(wording, told)}`;
    }
    default:
      return assertNever(origin);
  }
}

function givenValue(
  { input }: Wording,
  { path, isDefault }: Extract<RuleOrigin, { kind: "given-value" }>,
): string {
  const fact = factAt(input.description, path);
  const text = fact.kind === "scalar" ? `${path} = ${valueAtText(path, fact.value)}` : path;
  return isDefault ? `${text} is the default` : `the description says ${text}`;
}

/** Where it is written; undefined for lists of packages. */
export function spanOfOrigin({ input, universe }: Wording, origin: RuleOrigin): Span | undefined {
  switch (origin.kind) {
    case "given-value":
      return input.description.spanOf(termsOf(origin.path));
    case "missing-value":
      return input.description.spanOf(termsOf(origin.path).slice(0, -1));
    case "given-package":
      return origin.given.span;
    case "rule":
    case "package-rule":
      return origin.rule.span;
    case "requirement":
    case "package-conflict": {
      const meaning = universe.meaning(origin.package);
      return meaning.kind === "package" ? meaning.source.spanOf(meaning.number) : undefined;
    }
    case "locked":
      return undefined;
    default:
      return assertNever(origin);
  }
}

/** `python 2.2.2`, `python 2.2 to 2.7`, `python 2.2 and 2.7`, `40 versions of python, 1.5 to 2.7,`. */
function subject(wording: Wording, { packages }: Told): string {
  const [first] = packages;
  if (first === undefined) return "a package";
  if (packages.length === 1) return nameOfAtom(wording, first);
  const { universe } = wording;
  const name = universe.packageName(first) ?? "";
  const wanted = new Set(packages);
  // The best come first, and that is mostly the latest.
  const all = universe.versions(name).toReversed();
  const told = all.filter((atom) => wanted.has(atom));
  const versions = told.map((atom) => nameOfAtom(wording, atom).slice(name.length + 1));
  if (versions.length <= 2) return `${name} ${joined(versions, "and")}`;
  const span = `${versions[0]} to ${versions.at(-1)}`;
  const isGapless =
    all.indexOf(told.at(-1) as Atom) - all.indexOf(told[0] as Atom) + 1 === told.length;
  return isGapless ? `${name} ${span}` : `${told.length} versions of ${name}, ${span},`;
}

/** Enough of the alternatives to see what is meant. */
const mostAlternatives = 4;

function alternatives(names: readonly string[]): string {
  if (names.length <= mostAlternatives + 1) return joined(names, "or");
  const others = `${names.length - mostAlternatives} others`;
  return joined([...names.slice(0, mostAlternatives), others], "or");
}

function excludedText(wording: Wording, { excluded }: Told): string {
  return excluded.length === 0
    ? "some others"
    : alternatives([...new Set(excluded)].map((atom) => nameOfAtom(wording, atom)));
}

function ruleSentence(rule: Rule): string {
  const machine = `a machine${condition(rule)}`;
  const { claim } = rule;
  const message = inParentheses(rule);
  switch (rule.kind) {
    case "valid":
      return `${machine} needs ${claimText(claim)}${message}`;
    case "conflict":
      return claim.kind === "and" &&
        withoutPresence(claim.claims).length > 1 &&
        rule.when === undefined
        ? `${claimText(claim)} do not go together${message}`
        : `${machine} cannot have ${claimText(claim)}${message}`;
    case "suggest":
      return `for ${machine}, ${claimText(claim)} is suggested${message}`;
    default:
      return assertNever(rule.kind);
  }
}

/** That there is a value need not be a condition of what is said of that value. */
function condition({ when, claim }: Rule): string {
  if (when === undefined) return "";
  const about = new Set(testsOf(claim).map(({ subject }) => subjectPath(subject)));
  const parts = (when.kind === "and" ? when.claims : [when]).filter(
    (part) =>
      part.kind !== "test" || part.operator !== "present" || !about.has(subjectPath(part.subject)),
  );
  return parts.length === 0 ? "" : ` with ${claimText({ kind: "and", claims: parts })}`;
}

function verb({ kind }: Rule, { packages }: Told): string {
  const plural = packages.length > 1;
  switch (kind) {
    case "valid":
      return plural ? "need" : "needs";
    case "conflict":
      return plural ? "exclude" : "excludes";
    case "suggest":
      return plural ? "suggest" : "suggests";
    default:
      return assertNever(kind);
  }
}

function ruleText(rule: Rule): string {
  return `${claimText(rule.claim)}${inParentheses(rule)}`;
}

/** What the author of the rule says, which may be a sentence of its own. */
function inParentheses({ message }: Rule): string {
  return message === undefined ? "" : ` (${message.replace(/[.\s]+$/, "")})`;
}
