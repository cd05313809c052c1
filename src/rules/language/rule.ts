/**
 * Rules as data: what a template says must hold, must not hold, or is best.
 *
 * They come from rule statements (dialect `vmcs`) or from the package lists of a distribution. Nothing here knows
 * the syntax they were written in, or the solver that judges them.
 */

import { assertNever } from "../../base/assert-never.ts";
import type { Span } from "../../text/span.ts";

export type RuleKind = "valid" | "conflict" | "suggest";

export interface Rule {
  readonly kind: RuleKind;
  /** Where it is written, as people name it: `python#2` is the second rule of the template python. */
  readonly id: string;
  readonly span: Span;
  /** What must hold, must not hold, or is best. */
  readonly claim: Claim;
  /** When it is to be looked at; always if it is absent. */
  readonly when: Claim | undefined;
  /** For suggestions: the lower the number, the more it matters. */
  readonly priority: number;
  /** What the author wants to be said when it is broken. */
  readonly message: string | undefined;
}

export type Claim = Test | Not | And | Or;

export interface Not {
  readonly kind: "not";
  readonly claim: Claim;
}

export interface And {
  readonly kind: "and";
  readonly claims: readonly Claim[];
}

export interface Or {
  readonly kind: "or";
  readonly claims: readonly Claim[];
}

/** A question about one path of the configuration. */
export interface Test {
  readonly kind: "test";
  readonly subject: Subject;
  readonly operator: Operator;
  readonly operand: Operand;
  readonly span: Span;
}

/** `present` has no operand; `=` of a suggestion is `==`. */
export type Operator = "present" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "~" | "in";

export type Operand =
  | { readonly kind: "none" }
  | { readonly kind: "value"; readonly value: Scalar }
  | { readonly kind: "list"; readonly values: readonly Scalar[] }
  /** The value at another path. */
  | { readonly kind: "path"; readonly path: string };

/** As the configuration has them: a long is a `bigint`. */
export type Scalar = string | number | bigint | boolean;

/** What a rule speaks of. */
export type Subject =
  /** A package, or one of its fields: `/software/packages/NAME`, `/software/packages/NAME/version`. */
  | { readonly kind: "package"; readonly name: string; readonly field: string | undefined }
  /** Any other path, absolute and in its canonical spelling. */
  | { readonly kind: "path"; readonly path: string };

/** Fields that tell one version of a package from another; the others are plain paths. */
export function isOfPackage(field: string | undefined): boolean {
  return field === undefined || field === "version" || field === "release" || field === "name";
}

/** Where the packages of a machine are. */
const packagesPath = "/software/packages";

export function subjectPath(subject: Subject): string {
  if (subject.kind === "path") return subject.path;
  const field = subject.field === undefined ? "" : `/${subject.field}`;
  return `${packagesPath}/${subject.name}${field}`;
}

/** All tests of a claim, from left to right. */
export function testsOf(claim: Claim): readonly Test[] {
  if (claim.kind === "test") return [claim];
  return claim.kind === "not" ? testsOf(claim.claim) : claim.claims.flatMap(testsOf);
}

/** All tests of a rule: those of its claim, then those of its condition. */
export function testsIn({ claim, when }: Rule): readonly Test[] {
  return when === undefined ? testsOf(claim) : [...testsOf(claim), ...testsOf(when)];
}

/**
 * The tests that a rule wants to be true: those of its claim that no "not" turns round, as `conflict` does. Only what
 * is claimed is brought in; what a condition speaks of is there, or it is not.
 */
export function claimedTests({ kind, claim }: Rule): readonly Test[] {
  return testsWanted(claim, kind !== "conflict");
}

function testsWanted(claim: Claim, isWanted: boolean): readonly Test[] {
  switch (claim.kind) {
    case "test":
      return (claim.operator !== "!=") === isWanted ? [claim] : [];
    case "not":
      return testsWanted(claim.claim, !isWanted);
    case "and":
    case "or":
      return claim.claims.flatMap((part) => testsWanted(part, isWanted));
    default:
      return assertNever(claim);
  }
}
