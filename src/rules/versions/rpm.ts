/**
 * Versions of rpm, `[epoch:]version[-release]`. A bound without a release is equal to every release, as rpm's own
 * dependencies have it.
 */
import { invariant } from "../../base/invariant.ts";
import { lowestOf } from "./leading-numbers.ts";
import { compareRpmText } from "./rpm-order.ts";
import type { ParsedVersion, RpmVersion, VersionScheme } from "./version.ts";

export const rpm: VersionScheme = {
  name: "rpm",
  isOrdered: true,
  form: "[EPOCH:]VERSION[-RELEASE], such as 1:2.2.2-26.el9",
  packageForm: "[EPOCH:]VERSION[-RELEASE], such as 1:2.2.2-26.el9",
  parse,
  parsePackage: (version, release) =>
    parse(release === undefined ? version : `${version}-${release}`),
  compare: (left, right) => {
    const one = own(left);
    const other = own(right);
    return compareVersion(one, other) || compareRpmText(one.release ?? "", other.release ?? "");
  },
  compareWithBound: (version, bound) => {
    const one = own(version);
    const other = own(bound);
    const order = compareVersion(one, other);
    if (order !== 0 || other.release === undefined) return order;
    return compareRpmText(one.release ?? "", other.release);
  },
  numbersOf: (version) => {
    const { epoch, version: upstream } = own(version);
    return lowestOf(epoch === 0 ? "" : `${epoch}:`, upstream, parse);
  },
};

function parse(text: string): RpmVersion | undefined {
  const match = /^(?:(\d+):)?([A-Za-z0-9._+~^]+)(?:-([A-Za-z0-9._+~^]+))?$/.exec(text);
  if (match === null) return undefined;
  const [, epoch = "0", version = "", release] = match;
  return Number(epoch) < 2 ** 32
    ? { scheme: "rpm", text, epoch: Number(epoch), version, release }
    : undefined;
}

function compareVersion(one: RpmVersion, other: RpmVersion): number {
  if (one.epoch !== other.epoch) return one.epoch < other.epoch ? -1 : 1;
  return compareRpmText(one.version, other.version);
}

function own(version: ParsedVersion): RpmVersion {
  invariant(version.scheme === "rpm", "the version is one of rpm");
  return version;
}
