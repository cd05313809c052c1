/**
 * The end of an evaluation: a diagnostic on its way to whoever asked for the evaluation.
 *
 * Pan stops a profile at its first error, anywhere below any depth of DML, so this travels as an exception. It
 * carries no stack trace and never leaves the evaluator and the validator.
 */

import { categories } from "../../diagnostics/codes.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

export class EvaluationError {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    this.diagnostic = diagnostic;
  }
}

/**
 * Whether it says that a template cannot be read or parsed. Nothing may answer that, where an evaluation that fails
 * may be answered with `false` or with a refusal: the profile ends with it, as in the reference compiler.
 */
export function isBrokenFile({ code, category }: Diagnostic): boolean {
  // The codes of evaluation are used behind the parser only, whatever phase they are counted to.
  return (category === "syntax" || category === "system") && categories[code] !== "evaluation";
}
