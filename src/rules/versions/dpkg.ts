/**
 * Debian's versions, `[epoch:]upstream[-revision]`, exactly as dpkg compares them: a missing revision is the lowest
 * one, so `1.2-1` is later than `1.2`, also in constraints.
 */
import { invariant } from "../../base/invariant.ts";
import { compareDpkgText } from "./dpkg-order.ts";
import { lowestOf } from "./leading-numbers.ts";
import type { DpkgVersion, ParsedVersion, VersionScheme } from "./version.ts";

const largestEpoch = 2 ** 31 - 1;

export const dpkg: VersionScheme = {
  name: "dpkg",
  isOrdered: true,
  form: "[EPOCH:]VERSION[-REVISION], such as 1:2.36-9+deb12u4",
  packageForm: "[EPOCH:]VERSION[-REVISION], such as 1:2.36-9+deb12u4",
  parse,
  parsePackage: (version, release) =>
    parse(release === undefined ? version : `${version}-${release}`),
  compare,
  compareWithBound: compare,
  numbersOf: (version) => {
    const { epoch, upstream } = own(version);
    return lowestOf(epoch === 0 ? "" : `${epoch}:`, upstream, parse);
  },
};

function parse(text: string): DpkgVersion | undefined {
  const match = /^(?:(\d+):)?([A-Za-z0-9.+~:-]+)$/.exec(text);
  if (match === null) return undefined;
  const [, epochText = "0", rest = ""] = match;
  const epoch = Number(epochText);
  const dash = rest.lastIndexOf("-");
  const upstream = dash < 0 ? rest : rest.slice(0, dash);
  const revision = dash < 0 ? "" : rest.slice(dash + 1);
  const isWhole = upstream !== "" && (dash < 0 || revision !== "") && !revision.includes(":");
  // A colon in the upstream version can only be there after an epoch.
  const isClear = match[1] !== undefined || !upstream.includes(":");
  if (!isWhole || !isClear || epoch > largestEpoch) return undefined;
  return { scheme: "dpkg", text, epoch, upstream, revision };
}

function compare(left: ParsedVersion, right: ParsedVersion): number {
  const one = own(left);
  const other = own(right);
  if (one.epoch !== other.epoch) return one.epoch < other.epoch ? -1 : 1;
  return (
    compareDpkgText(one.upstream, other.upstream) || compareDpkgText(one.revision, other.revision)
  );
}

function own(version: ParsedVersion): DpkgVersion {
  invariant(version.scheme === "dpkg", "the version is one of dpkg");
  return version;
}
