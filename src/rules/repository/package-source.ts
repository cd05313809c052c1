/**
 * Packages that can be had, wherever they are listed: in templates of a rule repository, in the package list of a
 * distribution. The resolver asks for what it needs, so a source may hold a whole archive and decode little of it.
 */

import type { Span } from "../../text/span.ts";
import type { Rule } from "../language/rule.ts";
import type { VersionScheme } from "../versions/version.ts";

/** The number of a package version within its source, from 0. */
export type PackageNumber = number;

/** A package by name, and which of its versions will do; any if it does not say. */
export interface Constraint {
  readonly name: string;
  readonly operator: "==" | "!=" | "<" | "<=" | ">" | ">=" | "~" | undefined;
  /** A version, or for `~` a range of versions. */
  readonly version: string | undefined;
}

/** Any one of these must be there; the first is preferred. */
export interface Requirement {
  readonly strength: "requires" | "recommends";
  readonly anyOf: readonly Constraint[];
}

/** A name that a package stands for, in a version if it says so. */
export interface Provider {
  readonly package: PackageNumber;
  readonly version: string | undefined;
}

export interface PackageSource {
  /** For messages: the name of the repository. */
  readonly name: string;
  readonly scheme: VersionScheme;
  /** Package versions have the numbers from 0 to `count - 1`. */
  readonly count: number;
  readonly nameOf: (number: PackageNumber) => string;
  readonly versionOf: (number: PackageNumber) => string;
  /** The packager's release, where the source keeps it apart from the version. */
  readonly releaseOf: (number: PackageNumber) => string | undefined;
  /** All versions of a package, the best first. */
  readonly named: (name: string) => readonly PackageNumber[];
  /** The packages that stand for a name that may be no package's own. */
  readonly providing: (name: string) => readonly Provider[];
  readonly requirementsOf: (number: PackageNumber) => readonly Requirement[];
  readonly conflictsOf: (number: PackageNumber) => readonly Constraint[];
  /** What its template says beyond that; a list of a distribution says nothing. */
  readonly rulesOf: (number: PackageNumber) => readonly Rule[];
  /** The rules of all its packages, to see what they speak of. */
  readonly allRules: () => readonly Rule[];
  /** Room that it takes, in MiB. */
  readonly sizeOf: (number: PackageNumber) => number | undefined;
  /** Where it is described; undefined for a list that is not at hand any more. */
  readonly spanOf: (number: PackageNumber) => Span | undefined;
  /** All names of packages and of what they stand for, to guess which one was meant. */
  readonly names: () => Iterable<string>;
}
