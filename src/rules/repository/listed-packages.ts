/** A source of packages that are all at hand: those of a rule repository's templates. */

import { compareCodeUnits } from "../../base/compare.ts";
import { invariant } from "../../base/invariant.ts";
import type { Span } from "../../text/span.ts";
import type { Rule } from "../language/rule.ts";
import type { VersionScheme } from "../versions/version.ts";
import type { PackageSource, Provider } from "./package-source.ts";

/** One version of a package, as its template describes it. */
export interface ListedPackage {
  readonly name: string;
  readonly version: string;
  readonly release: string | undefined;
  /** Other names that it stands for. */
  readonly provides: readonly string[];
  readonly rules: readonly Rule[];
  /** In MiB. */
  readonly size: number | undefined;
  readonly span: Span;
}

/** The order of the packages given does not matter. */
export function listedPackages(
  name: string,
  scheme: VersionScheme,
  packages: readonly ListedPackage[],
): PackageSource {
  const sorted = packages.toSorted((left, right) => compareListed(scheme, left, right));
  const byName = new Map<string, number[]>();
  const providers = new Map<string, Provider[]>();
  for (const [number, { name: own, provides }] of sorted.entries()) {
    add(byName, own, number);
    for (const other of provides) {
      if (other !== own) add(providers, other, { package: number, version: undefined });
    }
  }
  const at = (number: number): ListedPackage => {
    const found = sorted[number];
    invariant(found !== undefined, `${number} is the number of a package`);
    return found;
  };
  return {
    name,
    scheme,
    count: sorted.length,
    nameOf: (number) => at(number).name,
    versionOf: (number) => at(number).version,
    releaseOf: (number) => at(number).release,
    named: (wanted) => byName.get(wanted) ?? [],
    providing: (wanted) => providers.get(wanted) ?? [],
    requirementsOf: () => [],
    conflictsOf: () => [],
    rulesOf: (number) => at(number).rules,
    allRules: () => sorted.flatMap(({ rules }) => rules),
    sizeOf: (number) => at(number).size,
    spanOf: (number) => at(number).span,
    names: () => new Set([...byName.keys(), ...providers.keys()]),
  };
}

/** By name, and of one name the latest version first. */
function compareListed(scheme: VersionScheme, left: ListedPackage, right: ListedPackage): number {
  const one = scheme.parsePackage(left.version, left.release);
  const other = scheme.parsePackage(right.version, right.release);
  invariant(one !== undefined && other !== undefined, "the versions were parsed before");
  return (
    compareCodeUnits(left.name, right.name) ||
    scheme.compare(other, one) ||
    compareCodeUnits(left.span.file, right.span.file)
  );
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
