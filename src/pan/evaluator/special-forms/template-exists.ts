/**
 * Whether a template exists on the load path.
 *
 * One that is there but is refused exists too; one that cannot even be parsed, or read, is an error, as in the
 * reference compiler.
 */

import { categories } from "../../../diagnostics/codes.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Span } from "../../../text/span.ts";
import type { Evaluation } from "../evaluation.ts";
import { EvaluationError } from "../evaluation-error.ts";

export function templateExists(ctx: Evaluation, name: string, span: Span): boolean {
  try {
    return ctx.lookUpTemplate(name, span) !== undefined;
  } catch (error) {
    if (error instanceof EvaluationError && wasParsed(error.diagnostic)) return true;
    throw error;
  }
}

/** The codes of evaluation are used behind the parser only, whatever phase they are counted to. */
function wasParsed({ code, category }: Diagnostic): boolean {
  return category === "evaluation" || categories[code] === "evaluation";
}
