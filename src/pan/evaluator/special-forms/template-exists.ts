/** Whether a template exists on the load path; one that is there but broken exists too. */

import type { Span } from "../../../text/span.ts";
import type { Evaluation } from "../evaluation.ts";
import { EvaluationError } from "../evaluation-error.ts";

export function templateExists(ctx: Evaluation, name: string, span: Span): boolean {
  try {
    return ctx.lookUpTemplate(name, span) !== undefined;
  } catch (error) {
    if (error instanceof EvaluationError) return true;
    throw error;
  }
}
