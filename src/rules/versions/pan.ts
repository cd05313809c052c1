/**
 * Versions of Pan repositories: one to four numbers, and a release that is compared apart.
 *
 * `8.4` is the same version as `8.4.0`. A constraint without a release is satisfied by every release: `== "2.2.2"`
 * and `<= "2.2.2"` are true of 2.2.2 in release 26. Releases are ordered as Debian orders its revisions.
 */
import { invariant } from "../../base/invariant.ts";
import { compareSignificant, significant } from "./digits.ts";
import { compareDpkgText } from "./dpkg-order.ts";
import type { PanVersion, ParsedVersion, VersionScheme } from "./version.ts";

const versionPattern = /^\d+(?:\.\d+){0,3}$/;
const releasePattern = /^[A-Za-z0-9][A-Za-z0-9.+~_]*$/;

export const pan: VersionScheme = {
  name: "pan",
  isOrdered: true,
  form: "one to four numbers with dots, such as 2.2.2, or these with a release, such as 2.2.2-26",
  packageForm: "one to four numbers with dots, such as 2.2.2; what follows them is its 'release'",
  parse: (text) => {
    const dash = text.indexOf("-");
    if (dash < 0) return parsePackage(text, undefined);
    return parsePackage(text.slice(0, dash), text.slice(dash + 1));
  },
  parsePackage,
  compare: (left, right) => {
    const one = own(left);
    const other = own(right);
    return compareParts(one, other) || compareDpkgText(one.release ?? "", other.release ?? "");
  },
  compareWithBound: (version, bound) => {
    const one = own(version);
    const other = own(bound);
    const order = compareParts(one, other);
    if (order !== 0 || other.release === undefined) return order;
    return compareDpkgText(one.release ?? "", other.release);
  },
  numbersOf: (version) => ({
    numbers: own(version).parts.map((part) => part || "0"),
    lowest: (numbers) => parsePackage(numbers.join("."), undefined),
  }),
};

function parsePackage(version: string, release: string | undefined): PanVersion | undefined {
  if (!versionPattern.test(version)) return undefined;
  if (release !== undefined && !releasePattern.test(release)) return undefined;
  const text = release === undefined ? version : `${version}-${release}`;
  return { scheme: "pan", text, parts: version.split(".").map(significant), release };
}

function compareParts(left: PanVersion, right: PanVersion): number {
  for (let i = 0; i < 4; i++) {
    const order = compareSignificant(left.parts[i] ?? "", right.parts[i] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

function own(version: ParsedVersion): PanVersion {
  invariant(version.scheme === "pan", "the version is one of a Pan repository");
  return version;
}
