/** Files that were to be built and hold nothing that can be: an error, as it is hardly what was meant. */

import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { noSpan } from "../text/span.ts";
import type { InputWords } from "./project.ts";
import type { CompileRun } from "./run-compile.ts";
import { UsageError } from "./usage-error.ts";

/** Without any words there is nothing to do. */
export function refuseNoWords({ words }: InputWords): void {
  if (words.length === 0) throw new UsageError(diagnostic("nothing-to-do", noSpan, {}));
}

/** What is to be said of a run that found no object template; nothing if it could not look into the files. */
export function nothingBuilt(
  { words }: InputWords,
  { profiles, files, diagnostics }: CompileRun,
): readonly Diagnostic[] {
  const isBroken = hasErrors(diagnostics);
  if (profiles > 0 || files === 0 || isBroken) return [];
  const named = words.map((word) => `'${word}'`).join(", ");
  return [diagnostic("no-object-template", noSpan, { files: named })];
}
