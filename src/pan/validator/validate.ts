/** Validation of a finished configuration: nothing undefined, and every binding satisfied. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Evaluation, Type } from "../evaluator/evaluation.ts";
import { EvaluationError } from "../evaluator/evaluation-error.ts";
import { Dict } from "../tree/dict.ts";
import type { Path } from "../tree/path.ts";
import { SizeBudget } from "../tree/size-limit.ts";
import type { Term } from "../tree/term.ts";
import { NULL, UNDEF } from "../tree/transient.ts";
import { isResource, type Resource, type Value } from "../tree/value.ts";
import { bindingsInOrder } from "./bindings.ts";
import { checkType } from "./check-type.ts";
import { diagnosticOf, placeOf, undefinedValue } from "./failure-diagnostic.ts";

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
  return diagnostics;
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
    return { ...error.diagnostic, span: placeOf(ctx, path.terms, type) };
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

/** The first place, in the order of keys, where a value was never defined. */
function findUndefined(root: Value, budget: SizeBudget): readonly Term[] | undefined {
  if (root === UNDEF || root === NULL) return [];
  if (!isResource(root)) return undefined;
  const { original } = root;
  const known = original && definedValues.get(original);
  if (known !== undefined) {
    budget.spend(known);
    return undefined;
  }
  const before = budget.left;
  budget.spend(root.size);
  const terms: readonly Term[] = root instanceof Dict ? root.keys() : [...Array(root.size).keys()];
  for (const term of terms) {
    const value = root instanceof Dict ? root.peek(term as string) : root.peek(term as number);
    const found = findUndefined(value as Value, budget);
    if (found !== undefined) return [term, ...found];
  }
  if (original !== undefined) definedValues.set(original, before - budget.left);
  return undefined;
}

/** How many values there are in frozen resources that have nothing undefined in them. */
const definedValues = new WeakMap<Resource, number>();
