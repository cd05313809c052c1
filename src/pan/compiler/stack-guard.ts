/** Turns what ends an evaluation into a diagnostic, an exhausted stack too. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import { endOfEvaluation } from "../evaluator/exhaustion.ts";

/** Runs it; false if it ended with an error, which is then among the diagnostics. */
export function guardStack(diagnostics: Diagnostic[], place: () => Span, run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    const found = endOfEvaluation(error, place());
    if (found === undefined) throw error;
    diagnostics.push(found);
    return false;
  }
}
