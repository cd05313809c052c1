/** Diagnostics as the page shows them. */

import type { Places } from "../../src/cli/show/places.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Place, Problem } from "../messages.ts";
import { shown } from "../paths.ts";

const ranks: Readonly<Record<Problem["severity"], number>> = { error: 0, warning: 1, info: 2 };
const mostRelated = 6;

export function problemOf(
  { severity, code, message, help, span, related }: Diagnostic,
  places: Places,
): Problem {
  const placeOf = (at: Diagnostic["span"]): Place | undefined => {
    const place = places.of(at);
    return place && { ...place, file: shown(`/${place.file}`) };
  };
  return {
    severity,
    code,
    message,
    help,
    place: placeOf(span),
    related: related
      .slice(0, mostRelated)
      .map((one) => ({ place: placeOf(one.span), message: one.message })),
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
