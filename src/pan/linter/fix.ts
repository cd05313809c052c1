/** Applies the fixes of findings to a template. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { applyEdits, compatibleEdits } from "../../text/edit.ts";
import { type LintOptions, lint } from "./lint.ts";
import type { LintInput } from "./source-file.ts";

export interface FixResult {
  /** The text as it was if nothing could be mended. */
  readonly text: string;
  /** Number of findings that were mended. */
  readonly fixed: number;
}

/** A fix may show what another one hid, and two that touch each other are not applied together. */
const mostPasses = 10;

/**
 * Mends what can be mended without changing the meaning. Fixes that overlap wait for the next pass. Templates with
 * errors in their syntax are left alone, and so is one that a fix would give such errors.
 */
export function fixTemplate(
  { path, text: original }: LintInput,
  options: LintOptions,
  wanted: (finding: Diagnostic) => boolean = () => true,
): FixResult {
  let text = original;
  let fixed = 0;
  for (let pass = 0; pass < mostPasses; pass++) {
    const diagnostics = lint([{ path, text }], options);
    if (diagnostics.some(isSyntaxError)) return { text: original, fixed: 0 };
    const groups = diagnostics
      .filter(wanted)
      .flatMap(({ fixes }) => fixes.slice(0, 1).map(({ edits }) => edits));
    const together = compatibleEdits(groups);
    if (together.length === 0) return { text, fixed };
    text = applyEdits(text, together.flat());
    fixed += together.length;
  }
  const isBroken = lint([{ path, text }], options).some(isSyntaxError);
  return isBroken ? { text: original, fixed: 0 } : { text, fixed };
}

function isSyntaxError({ category, severity }: Diagnostic): boolean {
  return category === "syntax" && severity === "error";
}
