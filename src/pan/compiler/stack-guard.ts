/** Turns what ends an evaluation into a diagnostic, an exhausted stack too. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import { EvaluationError } from "../evaluator/evaluation-error.ts";

/** Runs it; false if it ended with an error, which is then among the diagnostics. */
export function guardStack(diagnostics: Diagnostic[], place: Span, run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof EvaluationError) diagnostics.push(error.diagnostic);
    else if (error instanceof RangeError && /call stack/i.test(error.message)) {
      diagnostics.push(diagnostic("stack-exhausted", place, {}));
    } else throw error;
    return false;
  }
}
