/** What a resolution has put into a configuration that its description does not say. */

import { packageText } from "../../rules/explain/sentences.ts";
import { formatScalar } from "../../rules/language/format-claim.ts";
import type { Resolved, ResolvedPackage } from "../../rules/resolve/resolve.ts";

/** Packages that the description names without saying which version, and that have one. */
export function chosenVersions({ packages, built }: Resolved): readonly ResolvedPackage[] {
  const open = new Set(
    built.given.filter(({ given }) => given.version === undefined).map(({ given }) => given.key),
  );
  return packages.filter(
    ({ key, version }) => key !== undefined && version !== undefined && open.has(key),
  );
}

/** `gcc 3.3.5`, `/hardware/memory/size = 2048`; in the order of names, packages first. */
export function additionsOf(resolved: Resolved): readonly string[] {
  const { packages, changes } = resolved;
  const chosen = chosenVersions(resolved);
  return [
    ...packages
      .filter((item) => item.key === undefined || chosen.includes(item))
      .map(({ name, version, release }) => packageText(name, version, release)),
    ...changes.map(({ path, after }) =>
      after === undefined ? `no ${path}` : `${path} = ${formatScalar(after)}`,
    ),
  ];
}

const mostNamed = 6;

/** The first of them by name, and how many there are besides. */
export function enumerate(items: readonly string[]): string {
  const named = items.length > mostNamed ? items.slice(0, mostNamed - 1) : items;
  const more = items.length - named.length;
  return [...named, ...(more === 0 ? [] : [`${more} more`])].join(", ");
}
