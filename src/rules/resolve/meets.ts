/** Whether a package's version meets a constraint. */

import type { Constraint } from "../repository/package-source.ts";
import { inRange, isRangeProblem, parseRange } from "../versions/range.ts";
import {
  isComparable,
  type ParsedVersion,
  satisfies,
  type VersionScheme,
} from "../versions/version.ts";

export interface WrittenVersion {
  readonly version: string;
  readonly release: string | undefined;
}

/** False for what the scheme cannot parse: whoever wrote it is told elsewhere. */
export function meets(
  scheme: VersionScheme,
  { version, release }: WrittenVersion,
  { operator, version: wanted }: Constraint,
): boolean {
  if (operator === undefined || wanted === undefined) return true;
  const parsed = scheme.parsePackage(version, release);
  if (parsed === undefined) return false;
  return operator === "~"
    ? isInRange(scheme, parsed, wanted)
    : compares(scheme, parsed, operator, wanted);
}

function isInRange(scheme: VersionScheme, version: ParsedVersion, text: string): boolean {
  const range = parseRange(scheme, text);
  return !isRangeProblem(range) && inRange(scheme, version, range);
}

function compares(
  scheme: VersionScheme,
  version: ParsedVersion,
  operator: Exclude<Constraint["operator"], undefined | "~">,
  text: string,
): boolean {
  const bound = scheme.parse(text);
  if (bound === undefined || !isComparable(scheme, operator)) return false;
  return satisfies(scheme, version, { operator, bound });
}
