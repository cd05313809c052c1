/** Changes that mend diagnostics: one at a time, or all that go together. */

import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { compatibleEdits, type TextEdit } from "../../text/edit.ts";
import type { Located } from "../../text/span.ts";
import type { EditorFile } from "../files/editor-file.ts";
import { guessedName } from "./guessed-name.ts";

export interface FixOf {
  readonly fix: Fix;
  readonly diagnostic: Diagnostic;
  /** Whether it is the only way that is offered. */
  readonly isPreferred: boolean;
}

/** The fixes of a file's diagnostics that touch a range; a name that was probably meant is one. */
export function fixesIn(
  diagnostics: readonly Diagnostic[],
  { path, text }: Pick<EditorFile, "path" | "text">,
  range: Located,
): readonly FixOf[] {
  return diagnostics
    .filter(({ span }) => span.start <= range.end && range.start <= span.end)
    .flatMap((diagnostic) => {
      const fixes = [...diagnostic.fixes, ...spelling(diagnostic, path, text)];
      return fixes.map((fix) => ({ fix, diagnostic, isPreferred: fixes.length === 1 }));
    });
}

function spelling(found: Diagnostic, file: string, text: string): readonly Fix[] {
  const name = found.fixes.length > 0 ? undefined : guessedName(found, text);
  if (name === undefined) return [];
  const { start, end, meant } = name;
  return [{ title: `Write \`${meant}\``, file, edits: [{ start, end, text: meant }] }];
}

/** The edits of one fix of each diagnostic in a file, as many as go together. */
export function allFixes(diagnostics: readonly Diagnostic[], path: string): readonly TextEdit[] {
  const groups = diagnostics.flatMap(({ fixes: [fix, other] }) =>
    // Where there is a choice it is the author's.
    fix === undefined || other !== undefined || fix.file !== path ? [] : [fix.edits],
  );
  return compatibleEdits(groups).flat();
}
