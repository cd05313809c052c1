/** Errors of a template that other ones need: reported where it is needed, once. */

import { invariant } from "../../base/invariant.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import type { Evaluation } from "../evaluator/evaluation.ts";
import { EvaluationError, isBrokenFile } from "../evaluator/evaluation-error.ts";
import type { ProfileBuild } from "./profile-build.ts";

/** What is reported once, whoever refers to the profile: that a template of it cannot be read or parsed. */
export function brokenFile({ diagnostics }: ProfileBuild): Diagnostic | undefined {
  const first = diagnostics.find(isError);
  return first !== undefined && isBrokenFile(first) ? first : undefined;
}

/** The first error of a template that was needed, with the way that led to it. */
export function withTrace(
  ctx: Evaluation,
  span: Span,
  diagnostics: readonly Diagnostic[],
): EvaluationError {
  const first = diagnostics.find(isError);
  invariant(first !== undefined, "a template without errors is not refused");
  const related = [...first.related, { span, message: "needed here" }, ...ctx.trace()];
  return new EvaluationError({ ...first, related });
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
