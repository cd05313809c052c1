/** Whether a template exists on the load path; one that is there but is refused exists too. */

import type { Span } from "../../../text/span.ts";
import type { Evaluation } from "../evaluation.ts";
import { EvaluationError, isBrokenFile } from "../evaluation-error.ts";

export function templateExists(ctx: Evaluation, name: string, span: Span): boolean {
  try {
    return ctx.lookUpTemplate(name, span) !== undefined;
  } catch (error) {
    if (error instanceof EvaluationError && !isBrokenFile(error.diagnostic)) return true;
    throw error;
  }
}
