/** Validation of a finished configuration: nothing undefined, and every binding satisfied. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Evaluation, Type } from "../evaluator/evaluation.ts";
import { EvaluationError } from "../evaluator/evaluation-error.ts";
import type { Path } from "../tree/path.ts";
import { SizeBudget } from "../tree/size-limit.ts";
import type { Value } from "../tree/value.ts";
import { bindingsInOrder } from "./bindings.ts";
import { checkType } from "./check-type.ts";
import { diagnosticOf, placeOf, undefinedValue } from "./failure-diagnostic.ts";
import { findUndefined } from "./find-undefined.ts";

/** All that is wrong; at most one diagnostic for each type of each binding. */
export function validate(ctx: Evaluation): readonly Diagnostic[] {
  const undefinedTerms = findUndefined(ctx.root, new SizeBudget());
  if (undefinedTerms !== undefined) return [undefinedValue(ctx, undefinedTerms)];
  const diagnostics: Diagnostic[] = [];
  for (const { path, types } of bindingsInOrder(ctx)) {
    const value = valueAt(ctx, path);
    for (const type of types) {
      const found = checkBinding(ctx, path, type, value);
      if (found !== undefined) diagnostics.push(found);
    }
  }
  return withoutConsequences(diagnostics);
}

/** A check that breaks where another binding refuses a value stumbles over that value: it says nothing of its own. */
function withoutConsequences(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const causes = found.filter(({ code }) => code !== "validation-broken");
  return causes.length > 0 ? causes : found;
}

function checkBinding(
  ctx: Evaluation,
  path: Path,
  type: Type,
  value: Value | undefined,
): Diagnostic | undefined {
  try {
    const found = checkType(ctx, type, value);
    return found === undefined ? undefined : diagnosticOf(ctx, path.terms, type, found);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    const span = placeOf(ctx, path.terms, type);
    return { ...error.diagnostic, span, refusedBy: type.place };
  }
}

function valueAt(ctx: Evaluation, path: Path): Value | undefined {
  try {
    return ctx.get(path, ctx.here, true);
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}
