/**
 * Semantic versions, parsed strictly. A package's release is compared apart: joined to the version it would be a
 * pre-release, and sort before the version that it is a release of.
 */
import { parse as parseSemver } from "semver";
import { invariant } from "../../base/invariant.ts";
import { compareDpkgText } from "./dpkg-order.ts";
import type { ParsedVersion, SemverVersion, VersionScheme } from "./version.ts";

export const semver: VersionScheme = {
  name: "semver",
  isOrdered: true,
  form: "MAJOR.MINOR.PATCH with an optional pre-release and build, such as 1.2.3-rc.1",
  packageForm: "MAJOR.MINOR.PATCH with an optional pre-release and build, such as 1.2.3-rc.1",
  parse: (text) => parsePackage(text, undefined),
  parsePackage,
  compare: (left, right) => {
    const one = own(left);
    const other = own(right);
    return (
      one.value.compare(other.value) ||
      compareDpkgText(one.release ?? "", other.release ?? "") ||
      one.value.compareBuild(other.value)
    );
  },
  // Build metadata takes no part, as semver has it.
  compareWithBound: (version, bound) => own(version).value.compare(own(bound).value),
  // Ranges of this scheme are read by the package semver.
  numbersOf: () => undefined,
};

function parsePackage(version: string, release: string | undefined): SemverVersion | undefined {
  // The package would also take spaces around the version, and a "v" before it.
  const value = /^\d\S*$/.test(version) ? parseSemver(version) : null;
  if (value === null) return undefined;
  const text = release === undefined ? version : `${version} ${release}`;
  return { scheme: "semver", text, value, release };
}

function own(version: ParsedVersion): SemverVersion {
  invariant(version.scheme === "semver", "the version is a semantic one");
  return version;
}
