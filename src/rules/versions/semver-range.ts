/** Ranges of semantic versions, as the package semver reads them, turned into comparators. */
import { Range, SemVer } from "semver";
import type { RangeProblem, VersionRange } from "./range.ts";
import type { Comparator, VersionOperator } from "./version.ts";

const operators: Readonly<Record<string, VersionOperator>> = {
  "": "==",
  "=": "==",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

export function parseSemverRange(text: string): VersionRange | RangeProblem {
  const range = readRange(text);
  if (range === undefined) return { problem: "not-a-range", piece: text, offset: 0 };
  const alternatives = range.set.map((comparators) =>
    comparators.flatMap(({ operator, semver: value }): readonly Comparator[] => {
      // What is true of every version has a mark instead of a version.
      if (!(value instanceof SemVer)) return [];
      const bound = { scheme: "semver", text: value.version, value, release: undefined } as const;
      return [{ operator: operators[operator] ?? "==", bound }];
    }),
  );
  return { text, alternatives };
}

/** The package throws at what it cannot read. */
function readRange(text: string): Range | undefined {
  try {
    return new Range(text, { includePrerelease: true });
  } catch {
    return undefined;
  }
}
