/**
 * Resolves a description: checks it against rules, completes it, and says why.
 *
 * In the mode `strict` what the description says is kept, and if that contradicts a rule there is no result but a
 * reason. In the mode `rectify` it gives way where it must, and the result says what was given up.
 */

import { assertNever } from "../../base/assert-never.ts";
import type { Rule, Scalar } from "../language/rule.ts";
import type { Atom } from "../solver/problem.ts";
import type { Exhausted, Solution, Unsatisfiable, WishResult } from "../solver/solution.ts";
import { solve } from "../solver/solve.ts";
import { type BuiltProblem, buildProblem } from "./build-problem.ts";
import { factAt } from "./facts.ts";
import type { ResolutionInput } from "./resolution-input.ts";

/**
 * How many conflicts the search may meet before it gives up: less than half a second of what is too hard. A whole
 * distribution needs a few dozen, a chain of packages one for each version.
 */
export const conflictBudget = 2500;

export type Resolution = Resolved | Contradiction | TooHard;

interface Outcome {
  readonly built: BuiltProblem;
}

export interface Resolved extends Outcome {
  readonly kind: "resolved";
  readonly solution: Solution;
  /** In the order of their names. */
  readonly packages: readonly ResolvedPackage[];
  /** Paths whose value is not the one that the description has. */
  readonly changes: readonly ValueChange[];
  /** What was wished for and cannot be had: suggestions, and in the mode `rectify` what the description says. */
  readonly unfulfilled: readonly WishResult[];
}

/** What the description says and the rules contradict each other. */
export interface Contradiction extends Outcome {
  readonly kind: "contradiction";
  readonly found: Unsatisfiable;
}

export interface TooHard extends Outcome {
  readonly kind: "too-hard";
  readonly found: Exhausted;
}

export interface ResolvedPackage {
  readonly atom: Atom;
  readonly name: string;
  readonly version: string | undefined;
  readonly release: string | undefined;
  /** Its key in the description; undefined if the description does not have it. */
  readonly key: string | undefined;
  /** In MiB. */
  readonly size: number | undefined;
}

export interface ValueChange {
  readonly path: string;
  /** Undefined where there was no value. */
  readonly before: Scalar | undefined;
  /** Undefined where the value must go. */
  readonly after: Scalar | undefined;
  /** The atom of the value; undefined where there is none. */
  readonly atom: Atom | undefined;
}

export function resolve(input: ResolutionInput): Resolution {
  const built = buildProblem(input);
  const answer = solve(built.problem, { conflicts: conflictBudget });
  switch (answer.kind) {
    case "unsatisfiable":
      return { kind: "contradiction", built, found: answer };
    case "exhausted":
      return { kind: "too-hard", built, found: answer };
    case "solution":
      return interpret(input, built, answer);
    default:
      return assertNever(answer);
  }
}

/** Rules that could not be judged, whatever else came out. */
export function unjudged({ built }: Resolution): readonly Rule[] {
  return built.tooIntricate;
}

function interpret(input: ResolutionInput, built: BuiltProblem, solution: Solution): Resolved {
  return {
    kind: "resolved",
    built,
    solution,
    packages: packagesOf(built, solution),
    changes: changesOf(input, built, solution),
    unfulfilled: oncePerRule(solution.wishes.filter(({ isFulfilled }) => !isFulfilled)),
  };
}

/** A rule can come to several wishes, and is told once. */
function oncePerRule(wishes: readonly WishResult[]): readonly WishResult[] {
  const rules = new Set<number>();
  return wishes.filter(({ rule }) => !rules.has(rule) && rules.add(rule));
}

function packagesOf(
  { universe, given }: BuiltProblem,
  { atoms }: Solution,
): readonly ResolvedPackage[] {
  const keys = new Map(given.map(({ given: { name, key } }) => [name, key]));
  const packages = atoms.flatMap((atom): readonly ResolvedPackage[] => {
    const meaning = universe.meaning(atom);
    switch (meaning.kind) {
      case "value":
        return [];
      case "own": {
        const { name, version, release, key } = meaning.given;
        return [{ atom, name, version, release, key, size: undefined }];
      }
      case "package": {
        const { source, number } = meaning;
        const name = source.nameOf(number);
        return [
          {
            atom,
            name,
            version: source.versionOf(number),
            release: source.releaseOf(number),
            key: keys.get(name),
            size: source.sizeOf(number),
          },
        ];
      }
      default:
        return assertNever(meaning);
    }
  });
  return packages.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function changesOf(
  { description }: ResolutionInput,
  { universe }: BuiltProblem,
  { atoms }: Solution,
): readonly ValueChange[] {
  const chosen = new Set(atoms);
  return universe.paths().flatMap((path): readonly ValueChange[] => {
    const fact = factAt(description, path);
    const before = fact.kind === "scalar" ? fact.value : undefined;
    const [value, atom] =
      [...universe.valuesOf(path)].find(([, candidate]) => chosen.has(candidate)) ?? [];
    // Rules that only ask whether a dict or a list is there cannot say what should be in it.
    if (typeof value === "symbol" || fact.kind === "resource") return [];
    return value === before ? [] : [{ path, before, after: value, atom }];
  });
}
