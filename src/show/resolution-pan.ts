/** A resolution as statements of Pan, to be taken over into the description. */

import { packageStatement, valueStatement } from "../rules/edit/statements.ts";
import type { ResolutionReport } from "../rules/explain/resolution-report.ts";

/** `chosen` are the paths of packages whose version the description leaves open. */
export function resolutionPan(
  title: string,
  { packages, values }: ResolutionReport,
  chosen: ReadonlySet<string>,
): string {
  const statements = [
    ...packages
      .filter(({ path }) => chosen.has(path))
      .flatMap(({ path, version, release }) => [
        valueStatement(`${path}/version`, version),
        ...(release === undefined ? [] : [valueStatement(`${path}/release`, release)]),
      ]),
    ...packages.filter(({ isAdded }) => isAdded).map(packageStatement),
    ...values.map(({ path, after }) => valueStatement(path, after)),
  ];
  return [`# ${title}`, ...statements].map((line) => `${line}\n`).join("");
}
