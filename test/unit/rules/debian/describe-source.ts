/** A source of packages in full, as goldens show it. */
import { constraintText } from "../../../../src/rules/explain/claim-text.ts";
import type { PackageSource } from "../../../../src/rules/repository/package-source.ts";

export function describeSource(source: PackageSource): string {
  const title = (number: number): string => `${source.nameOf(number)} ${source.versionOf(number)}`;
  const packages = Array.from({ length: source.count }, (_, number) => {
    const needs = source
      .requirementsOf(number)
      .map(({ strength, anyOf }) => `  ${strength} ${anyOf.map(constraintText).join(" | ")}`);
    const others = source.conflictsOf(number).map((one) => `  excludes ${constraintText(one)}`);
    const size = source.sizeOf(number) ?? 0;
    return [`${title(number)}${size === 0 ? "" : `, ${size} MiB`}`, ...needs, ...others];
  });
  const names = [...source.names()].toSorted();
  const provided = names.flatMap((name) =>
    source
      .providing(name)
      .map(
        ({ package: number, version }) =>
          `${name}${version === undefined ? "" : ` ${version}`} is provided by ${title(number)}`,
      ),
  );
  return [...packages.flat(), ...provided].map((line) => `${line}\n`).join("");
}
