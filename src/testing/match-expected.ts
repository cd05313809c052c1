/** What a test expects to be wrong, against what is. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../text/span.ts";
import type { ExpectedDiagnostic } from "./test-plan.ts";

export interface Matched {
  /** What nobody has expected. */
  readonly unexpected: readonly Diagnostic[];
  /** What was expected and did not come. */
  readonly missing: readonly Diagnostic[];
  /** How many expectations were met. */
  readonly met: number;
}

/** The files of the templates that a statement has brought in. */
export type ReachedBy = (statement: Span) => ReadonlySet<string>;

/** Why nothing of the kind could come, as far as is known. */
export type WhyMissing = (wanted: ExpectedDiagnostic) => string | undefined;

/** Each diagnostic meets one expectation; those that say most are asked first. */
export function matchExpected(
  diagnostics: readonly Diagnostic[],
  expected: readonly ExpectedDiagnostic[],
  reachedBy: ReachedBy,
  whyMissing: WhyMissing,
): Matched {
  const unexpected = [...diagnostics];
  const missing: ExpectedDiagnostic[] = [];
  for (const wanted of expected.toSorted((a, b) => precision(b) - precision(a))) {
    const index = unexpected.findIndex((found) => meets(found, wanted, reachedBy));
    if (index < 0) missing.push(wanted);
    else unexpected.splice(index, 1);
  }
  return {
    unexpected,
    missing: missing.map((wanted) => {
      const help = nearMiss(wanted, diagnostics, reachedBy) ?? whyMissing(wanted);
      return missingDiagnostic(wanted, help);
    }),
    met: expected.length - missing.length,
  };
}

function precision({ code, message, statement }: ExpectedDiagnostic): number {
  return (
    Number(code !== undefined) + Number(message !== undefined) + Number(statement !== undefined)
  );
}

function meets(
  found: Diagnostic,
  { severity, code, message, statement }: ExpectedDiagnostic,
  reachedBy: ReachedBy,
): boolean {
  return (
    found.severity === severity &&
    (code === undefined || found.code === code) &&
    (message === undefined || message.matches(found.message)) &&
    (statement === undefined || concerns(found, statement, reachedBy))
  );
}

/** Whether it points at the statement, or at something that the statement led to. */
function concerns({ span, related }: Diagnostic, statement: Span, reachedBy: ReachedBy): boolean {
  // A configuration is validated at its end, when only the writer of a value is known.
  if (reachedBy(statement).has(span.file)) return true;
  return [span, ...related.map((place) => place.span)].some(
    ({ file, start }) =>
      file === statement.file && start >= statement.start && start < statement.end,
  );
}

function missingDiagnostic(wanted: ExpectedDiagnostic, help: string | undefined): Diagnostic {
  const { severity, code, message } = wanted;
  const kind = severity === "error" ? "an error" : "a warning";
  const what = [kind, code, message === undefined ? undefined : `with ${message.text}`]
    .filter((part) => part !== undefined)
    .join(" ");
  return diagnostic("expected-diagnostic-missing", wanted.span, { what }, { help });
}

/** What came in its place, and why it does not count. */
function nearMiss(
  wanted: ExpectedDiagnostic,
  all: readonly Diagnostic[],
  reachedBy: ReachedBy,
): string | undefined {
  const loosely = [
    { change: { message: undefined }, why: "but its message is another one" },
    { change: { statement: undefined }, why: "but not of this statement" },
    { change: { code: undefined, message: undefined }, why: "but it has another code" },
  ];
  for (const { change, why } of loosely) {
    const near = all.find((found) => meets(found, { ...wanted, ...change }, reachedBy));
    if (near !== undefined)
      return `There is ${near.severity} ${near.code}, ${why}: ${near.message}`;
  }
  return undefined;
}
