/** Diagnostics as the page shows them. */

import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Places } from "../../src/show/places.ts";
import type { Problem } from "../messages.ts";

const ranks: Readonly<Record<Problem["severity"], number>> = { error: 0, warning: 1, info: 2 };
const mostRelated = 6;

/** Its places are as they are given. */
export function problemOf(
  { severity, code, message, help, span, related }: Diagnostic,
  places: Places,
): Problem {
  return {
    severity,
    code,
    message,
    help,
    place: places.of(span),
    related: related
      .slice(0, mostRelated)
      .map((one) => ({ place: places.of(one.span), message: one.message })),
  };
}

/** Errors first, then in the order of files and lines; each only once. */
export function sortedProblems(found: readonly Diagnostic[], places: Places): readonly Problem[] {
  const all = new Map<string, Problem>();
  for (const one of found) {
    const { file, start } = one.span;
    all.set([one.code, file, start, one.message].join("\n"), problemOf(one, places));
  }
  const key = ({ place }: Problem): string => place?.file ?? "";
  return [...all.values()].toSorted(
    (a, b) =>
      ranks[a.severity] - ranks[b.severity] ||
      (key(a) < key(b) ? -1 : Number(key(a) > key(b))) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0),
  );
}
