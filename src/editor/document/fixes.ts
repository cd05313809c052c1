/** Changes that mend diagnostics: one at a time, or all that go together. */

import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { compatibleEdits, type TextEdit } from "../../text/edit.ts";
import type { Located } from "../../text/span.ts";

export interface FixOf {
  readonly fix: Fix;
  readonly diagnostic: Diagnostic;
  /** Whether it is the only way that is offered. */
  readonly isPreferred: boolean;
}

/** The fixes of diagnostics that touch a range. */
export function fixesIn(diagnostics: readonly Diagnostic[], range: Located): readonly FixOf[] {
  return diagnostics
    .filter(({ span }) => span.start <= range.end && range.start <= span.end)
    .flatMap((diagnostic) =>
      diagnostic.fixes.map((fix) => ({
        fix,
        diagnostic,
        isPreferred: diagnostic.fixes.length === 1,
      })),
    );
}

/** The edits of one fix of each diagnostic in a file, as many as go together. */
export function allFixes(diagnostics: readonly Diagnostic[], path: string): readonly TextEdit[] {
  const groups = diagnostics.flatMap(({ fixes: [fix, other] }) =>
    // Where there is a choice it is the author's.
    fix === undefined || other !== undefined || fix.file !== path ? [] : [fix.edits],
  );
  return compatibleEdits(groups).flat();
}
