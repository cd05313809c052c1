/**
 * Versions, in the scheme that a repository declares. `schemes.ts` lists the schemes.
 *
 * A version that its scheme cannot parse is nothing: it is never ordered by a guess.
 */

import type { SemVer } from "semver";
import { assertNever } from "../../base/assert-never.ts";

export type SchemeName = "pan" | "semver" | "dpkg" | "rpm" | "opaque";

/** Numbers with dots; compared as numbers, and a missing part is a zero. */
export interface PanVersion {
  readonly scheme: "pan";
  readonly text: string;
  /** Without leading zeros, and of any length. */
  readonly parts: readonly string[];
  readonly release: string | undefined;
}

export interface SemverVersion {
  readonly scheme: "semver";
  readonly text: string;
  readonly value: SemVer;
  /** Of the package, apart from its version; a constraint has none. */
  readonly release: string | undefined;
}

export interface DpkgVersion {
  readonly scheme: "dpkg";
  readonly text: string;
  readonly epoch: number;
  readonly upstream: string;
  readonly revision: string;
}

export interface RpmVersion {
  readonly scheme: "rpm";
  readonly text: string;
  readonly epoch: number;
  readonly version: string;
  readonly release: string | undefined;
}

export interface OpaqueVersion {
  readonly scheme: "opaque";
  readonly text: string;
}

export type ParsedVersion = PanVersion | SemverVersion | DpkgVersion | RpmVersion | OpaqueVersion;

/** The comparisons of a rule; a range is `range.ts`. */
export type VersionOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

export interface Comparator {
  readonly operator: VersionOperator;
  readonly bound: ParsedVersion;
}

export interface VersionScheme {
  readonly name: SchemeName;
  /** Whether one version is later than another; if not, only == and != mean anything. */
  readonly isOrdered: boolean;
  /** What a version of a constraint is, for messages: "A version there is …". */
  readonly form: string;
  /** The same of the `version` in a package's template. */
  readonly packageForm: string;
  /** A version as a constraint writes it, and as the scheme's own packages do. */
  parse(text: string): ParsedVersion | undefined;
  /** The `version` and `release` of a package template. */
  parsePackage(version: string, release: string | undefined): ParsedVersion | undefined;
  /** A total order of packages' versions; without an order of the scheme's own, any that tells them apart. */
  compare(left: ParsedVersion, right: ParsedVersion): number;
  /**
   * Compares a package's version with the bound of a constraint, as the scheme's constraints do: in some, a bound
   * without a release is equal to every release. Never contradicts the order of `compare`.
   */
  compareWithBound(version: ParsedVersion, bound: ParsedVersion): number;
  /**
   * The numbers that `^`, `~` and `x` of a range count, and how a bound is made of such numbers. Nothing if the
   * version does not start with numbers.
   */
  numbersOf(version: ParsedVersion): VersionNumbers | undefined;
}

export interface VersionNumbers {
  readonly numbers: readonly string[];
  /** The lowest version that starts with these numbers, even before their pre-releases. */
  readonly lowest: (numbers: readonly string[]) => ParsedVersion | undefined;
}

/** Whether a scheme can decide this comparison. */
export function isComparable(scheme: VersionScheme, operator: VersionOperator): boolean {
  return scheme.isOrdered || operator === "==" || operator === "!=";
}

/** Whether a package's version satisfies a comparison that `isComparable`. */
export function satisfies(
  scheme: VersionScheme,
  version: ParsedVersion,
  { operator, bound }: Comparator,
): boolean {
  const order = scheme.compareWithBound(version, bound);
  switch (operator) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return assertNever(operator);
  }
}
