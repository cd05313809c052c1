/**
 * Ranges as npm writes them: `^1.2 || ~2.3.4 || 3.x || >=4.1 <5 || 6.0 - 6.2 || *`.
 *
 * Repositories of semantic versions have them exactly as npm reads them, pre-releases included. In the other schemes
 * the signs mean the same, with one difference: a version is whole as it stands. `8.4` is that version, and not all
 * of 8.4.x as in npm, `>8.4` begins right after it; `8.4.x` is what starts with 8.4. Where `^`, `~` and `x` end
 * before a number, they end before its pre-releases (`2~rc1`).
 */

import { parseNpmAlternative } from "./range-parser.ts";
import { parseSemverRange } from "./semver-range.ts";
import type { Comparator, ParsedVersion, VersionScheme } from "./version.ts";
import { satisfies } from "./version.ts";

/** All comparators of one of the alternatives are true; an alternative without any is true of every version. */
export interface VersionRange {
  readonly text: string;
  readonly alternatives: readonly (readonly Comparator[])[];
}

/** What is wrong with a range, and where in its text. */
export interface RangeProblem {
  readonly problem: "no-order" | "not-a-range" | "not-a-version" | "no-numbers";
  /** The piece of the text that cannot be read. */
  readonly piece: string;
  readonly offset: number;
}

export function isRangeProblem(range: VersionRange | RangeProblem): range is RangeProblem {
  return "problem" in range;
}

export function parseRange(scheme: VersionScheme, text: string): VersionRange | RangeProblem {
  if (!scheme.isOrdered) return { problem: "no-order", piece: text, offset: 0 };
  if (scheme.name === "semver") return parseSemverRange(text);
  const alternatives: (readonly Comparator[])[] = [];
  let offset = 0;
  for (const part of text.split("||")) {
    const alternative = parseNpmAlternative(scheme, part);
    if ("problem" in alternative) return { ...alternative, offset: offset + alternative.offset };
    alternatives.push(alternative);
    offset += part.length + 2;
  }
  return { text, alternatives };
}

export function inRange(
  scheme: VersionScheme,
  version: ParsedVersion,
  range: VersionRange,
): boolean {
  return range.alternatives.some((comparators) =>
    comparators.every((comparator) => satisfies(scheme, version, comparator)),
  );
}
