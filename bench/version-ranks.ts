/**
 * Versions as whole numbers: an index compares ranks, and never the texts again.
 *
 * Versions that the scheme holds for equal share a rank. A bound, which may be a version that nobody has, becomes
 * the span of ranks that are equal to it; if none is, the span is empty and says where the bound would be.
 */
import { assertNever } from "../src/base/assert-never.ts";
import type {
  ParsedVersion,
  VersionOperator,
  VersionScheme,
} from "../src/rules/versions/version.ts";

export interface RankTable {
  readonly scheme: VersionScheme;
  /** One version of each rank, lowest first. */
  readonly versions: readonly ParsedVersion[];
  /** The rank of a version that the table was made of. */
  readonly rankOf: (version: ParsedVersion) => number | undefined;
}

/** The ranks that are equal to a bound: from `first` up to, not including, `end`. */
export interface RankSpan {
  readonly first: number;
  readonly end: number;
}

export function rankVersions(scheme: VersionScheme, all: Iterable<ParsedVersion>): RankTable {
  const versions: ParsedVersion[] = [];
  const ranks = new Map<string, number>();
  for (const version of distinct(all).sort((left, right) => scheme.compare(left, right))) {
    const last = versions.at(-1);
    if (last === undefined || scheme.compare(last, version) !== 0) versions.push(version);
    ranks.set(version.text, versions.length - 1);
  }
  return { scheme, versions, rankOf: ({ text }) => ranks.get(text) };
}

function distinct(versions: Iterable<ParsedVersion>): ParsedVersion[] {
  const byText = new Map<string, ParsedVersion>();
  for (const version of versions) byText.set(version.text, version);
  return [...byText.values()];
}

export function rankSpan({ scheme, versions }: RankTable, bound: ParsedVersion): RankSpan {
  const isBelow = (version: ParsedVersion): boolean => scheme.compareWithBound(version, bound) < 0;
  const isNotAbove = (version: ParsedVersion): boolean =>
    scheme.compareWithBound(version, bound) <= 0;
  return { first: countWhile(versions, isBelow), end: countWhile(versions, isNotAbove) };
}

export function rankSatisfies(
  rank: number,
  operator: VersionOperator,
  { first, end }: RankSpan,
): boolean {
  switch (operator) {
    case "==":
      return rank >= first && rank < end;
    case "!=":
      return rank < first || rank >= end;
    case "<":
      return rank < first;
    case "<=":
      return rank < end;
    case ">":
      return rank >= end;
    case ">=":
      return rank >= first;
    default:
      return assertNever(operator);
  }
}

/** How many of the versions, which are in order, fulfil a condition that holds for the first of them. */
function countWhile(
  versions: readonly ParsedVersion[],
  condition: (version: ParsedVersion) => boolean,
): number {
  let low = 0;
  let high = versions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (condition(versions[middle] as ParsedVersion)) low = middle + 1;
    else high = middle;
  }
  return low;
}
