/** A command that was called wrongly, or a project file that cannot be used: the diagnostics say what to do. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";

export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostic: Diagnostic, ...more: readonly Diagnostic[]) {
    super(diagnostic.message);
    this.diagnostics = [diagnostic, ...more];
  }
}
