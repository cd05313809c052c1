/**
 * The end of an evaluation: a diagnostic on its way to whoever asked for the evaluation.
 *
 * Pan stops a profile at its first error, anywhere below any depth of DML, so this travels as an exception. It
 * carries no stack trace and never leaves the evaluator and the validator.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

export class EvaluationError {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    this.diagnostic = diagnostic;
  }
}
