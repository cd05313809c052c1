/** Places in templates from which an evaluation may fail. */

import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import type { Category } from "../../diagnostics/definition.ts";
import {
  type DiagnosticArguments,
  type DiagnosticExtras,
  diagnostic,
  type RelatedPlace,
} from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import { EvaluationError } from "./evaluation-error.ts";

/** What can say how the evaluation came here. */
export interface Traced {
  trace(): readonly RelatedPlace[];
}

/** Ends the evaluation with a diagnostic. */
export function fail<Code extends DiagnosticCode>(
  ctx: Traced | undefined,
  span: Span,
  code: Code,
  args: DiagnosticArguments<Code>,
  extras: DiagnosticExtras = {},
): never {
  const related = [...(extras.related ?? []), ...(ctx?.trace() ?? [])];
  throw new EvaluationError(diagnostic(code, span, args, { ...extras, related }));
}

/** Runs what may fail while a template is read; its failure is of the category that the reader gives it. */
export function inReader<Result>(category: Category, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof EvaluationError)
      throw new EvaluationError({ ...error.diagnostic, category });
    throw error;
  }
}
