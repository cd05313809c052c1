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
  const found: Refusal[] = [];
  for (const { path, types } of bindingsInOrder(ctx)) {
    const value = valueAt(ctx, path);
    for (const type of types) {
      const refusal = checkBinding(ctx, path, type, value);
      if (refusal !== undefined) found.push(refusal);
    }
  }
  return withoutConsequences(withoutRepetitions(found));
}

interface Refusal {
  readonly diagnostic: Diagnostic;
  /** Whether it names the fields of a record that is wanted. */
  readonly namesFields: boolean;
}

/** Of those that say the same, as one binding is below another one, the first; but one that names fields tells more. */
function withoutRepetitions(found: readonly Refusal[]): readonly Diagnostic[] {
  const told = new Map<string, Refusal>();
  for (const refusal of found) {
    const { code, message, span, refusedBy } = refusal.diagnostic;
    const key = JSON.stringify([code, message, span, refusedBy]);
    if (!told.has(key) || refusal.namesFields) told.set(key, refusal);
  }
  return [...told.values()].map(({ diagnostic }) => diagnostic);
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
): Refusal | undefined {
  ctx.descent = [...path.terms];
  try {
    const found = checkType(ctx, type, value);
    if (found === undefined) return undefined;
    const { reason } = found;
    const namesFields = reason.kind === "wrong-type" && reason.fields !== undefined;
    return { diagnostic: diagnosticOf(ctx, path.terms, type, found), namesFields };
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    const span = placeOf(ctx, path.terms, type);
    const diagnostic = { ...error.diagnostic, span, refusedBy: type.place };
    return { diagnostic, namesFields: false };
  } finally {
    ctx.descent = undefined;
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
