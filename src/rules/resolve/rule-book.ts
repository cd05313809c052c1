/**
 * The numbers of rules: the solver knows rules by number, and people by where they are written.
 *
 * Numbers follow from what the rules are and not from the order in which they were found, as the solver breaks
 * ties by them: what the description says comes first, then the rules of repositories, then those of packages.
 */

import { compareCodeUnits } from "../../base/compare.ts";
import { invariant } from "../../base/invariant.ts";
import type { Rule } from "../language/rule.ts";
import type { Requirement } from "../repository/package-source.ts";
import type { Atom, RuleId } from "../solver/problem.ts";
import type { GivenPackage } from "./facts.ts";

/** What a number stands for. */
export type RuleOrigin =
  /** The description has a value at a path. */
  | { readonly kind: "given-value"; readonly path: string; readonly isDefault: boolean }
  /** The description has nothing at a path, and nobody but its author could say what should be there. */
  | { readonly kind: "missing-value"; readonly path: string }
  | { readonly kind: "given-package"; readonly given: GivenPackage }
  /** A rule of a template. */
  | { readonly kind: "rule"; readonly rule: Rule }
  /** A rule in the template of a package, or a field of its entry in a list. */
  | { readonly kind: "package-rule"; readonly package: Atom; readonly rule: Rule }
  | { readonly kind: "requirement"; readonly package: Atom; readonly requirement: Requirement }
  | { readonly kind: "package-conflict"; readonly package: Atom }
  /** A version that an earlier result has. */
  | { readonly kind: "locked"; readonly name: string };

/** Packages have numbers of their own, in blocks. */
const firstOfPackages = 1_000_000;
const blockOfPackage = 1000;

export class RuleBook {
  private readonly origins: RuleOrigin[];
  private readonly ofPackage: OriginInPackage;

  constructor(origins: readonly RuleOrigin[], ofPackage: OriginInPackage) {
    this.ofPackage = ofPackage;
    this.origins = origins.toSorted(
      (left, right) => rank(left) - rank(right) || compareCodeUnits(nameOf(left), nameOf(right)),
    );
    invariant(this.origins.length < firstOfPackages, "the numbers of packages begin behind these");
  }

  /** The rules that are there from the start, with their numbers. */
  entries(): readonly (readonly [RuleId, RuleOrigin])[] {
    return this.origins.map((origin, id) => [id, origin] as const);
  }

  origin(id: RuleId): RuleOrigin {
    const n = (id - firstOfPackages) % blockOfPackage;
    const origin =
      id < firstOfPackages
        ? this.origins[id]
        : this.ofPackage(Math.floor((id - firstOfPackages) / blockOfPackage), n);
    invariant(origin !== undefined, `${id} is the number of a rule`);
    return origin;
  }
}

/** What the n-th thing is that a package says. */
export type OriginInPackage = (atom: Atom, n: number) => RuleOrigin | undefined;

/** The number of the n-th thing that a package says; of a thousand and more, the last ones share one. */
export function idInPackage(atom: Atom, n: number): RuleId {
  return firstOfPackages + atom * blockOfPackage + Math.min(n, blockOfPackage - 1);
}

function rank({ kind }: RuleOrigin): number {
  return ["given-value", "missing-value", "given-package", "locked", "rule"].indexOf(kind);
}

function nameOf(origin: RuleOrigin): string {
  switch (origin.kind) {
    case "given-value":
    case "missing-value":
      return origin.path;
    case "given-package":
      return origin.given.key;
    case "locked":
      return origin.name;
    case "rule":
      return origin.rule.id;
    default:
      return "";
  }
}
