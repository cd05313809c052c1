/** Diagnostics as a list: order, doubles, the count that ends a report. */

import { compareCodeUnits, compareNumbers } from "../base/compare.ts";
import type { Severity } from "./definition.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** By file and place; a total order, so that the order in which files and threads finished is not seen. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(compareDiagnostics);
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareCodeUnits(a.span.file, b.span.file) ||
    compareNumbers(a.span.start, b.span.start) ||
    compareNumbers(a.span.end, b.span.end) ||
    compareCodeUnits(a.code, b.code) ||
    compareCodeUnits(a.message, b.message) ||
    compareCodeUnits(rest(a), rest(b))
  );
}

/** Whatever else two diagnostics can differ in. */
function rest({ severity, category, help, related, fixes, refusedBy }: Diagnostic): string {
  return JSON.stringify([severity, category, help ?? "", related, fixes, refusedBy ?? null]);
}

/**
 * The first of all that say the same of the same place.
 *
 * A template that many profiles include is refused once for each of them; only the way that led there differs.
 */
export function dedupeDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((diagnostic) => {
    const identity = identityOf(diagnostic);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

/** The same for those that say the same of the same place. */
function identityOf({ code, severity, category, message, span, refusedBy }: Diagnostic): string {
  const places = [span, refusedBy].map((place) => place && [place.file, place.start, place.end]);
  return JSON.stringify([code, severity, category, message, ...places]);
}

/** "2 errors, 1 warning"; the empty string when there is nothing to count. */
export function summarize(diagnostics: readonly Diagnostic[]): string {
  const count = (wanted: Severity): number =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  return [
    plural(count("error"), "error"),
    plural(count("warning"), "warning"),
    plural(count("info"), "note"),
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function plural(count: number, noun: string): string {
  if (count === 0) return "";
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
