/** A command that was called wrongly: the diagnostic says how to call it. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";

export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
