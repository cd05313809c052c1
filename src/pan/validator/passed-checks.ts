/**
 * What was found valid in one profile need not be checked in the next one, if it is the same there, and so is what its
 * validations have looked at.
 *
 * A failure is never taken over: it is found again, with what is to be said of it.
 */

import type { Declarations, PassedCheck } from "../evaluator/declarations.ts";
import type { Evaluation, Type } from "../evaluator/evaluation.ts";
import { addWork, difference, inputsHold, observed, workOf } from "../evaluator/sharing.ts";
import { returnTo } from "../tree/settle.ts";
import { isResource, type Resource, type Value } from "../tree/value.ts";
import type { Failure } from "./failure.ts";

/** Does the check unless the value is known to pass it. */
export function checkOnce(
  ctx: Evaluation,
  type: Type,
  value: Value,
  check: () => Failure | undefined,
): Failure | undefined {
  const { declarations } = ctx;
  // DML that asks (`is_valid`) sees that a validation has run: `SELF` is gone, the limit of depth is nearer, and what
  // it iterates may have changed.
  if (declarations === undefined || ctx.runsDml) return check();
  if (isResource(value)) {
    const { original, isExact } = value;
    if (original === undefined) return check();
    const known = declarations.passed.get(type, value);
    if (known === undefined && isFirst(declarations, type, value)) {
      const found = check();
      returnTo(value, original, isExact);
      return found;
    }
    return checkedAgain(ctx, known, check, (passed) => {
      // A validation may change its value by another name of a part of it.
      const isUnchanged = returnTo(value, original, isExact);
      if (isUnchanged && passed !== undefined) declarations.passed.set(type, value, passed);
    });
  }
  if (typeof value !== "string" || type.validation === undefined) return check();
  let strings = declarations.passedStrings.get(type);
  if (strings === undefined) {
    strings = new Map();
    declarations.passedStrings.set(type, strings);
    return check();
  }
  const known = strings.get(value);
  const passedStrings = strings;
  return checkedAgain(ctx, known, check, (passed) => {
    if (passed === undefined) return;
    if (passedStrings.size >= mostStrings) passedStrings.clear();
    passedStrings.set(value, passed);
  });
}

/** Whether the check is not yet worth notes. */
function isFirst({ checks, patience }: Declarations, type: Type, value: Resource): boolean {
  const count = checks.get(type, value) ?? 0;
  if (count >= patience) return false;
  checks.set(type, value, count + 1);
  return true;
}

/** Machines differ in strings; those that all have come again and again. */
const mostStrings = 500;

function checkedAgain(
  ctx: Evaluation,
  known: PassedCheck | undefined,
  check: () => Failure | undefined,
  remember: (passed: PassedCheck | undefined) => void,
): Failure | undefined {
  if (known !== undefined && inputsHold(ctx, known.inputs)) {
    addWork(ctx, known.work);
    return undefined;
  }
  const before = workOf(ctx.counters);
  const { result, inputs } = observed(ctx, check);
  const isPassed = result === undefined && !inputs.isHopeless;
  remember(isPassed ? { inputs, work: difference(ctx.counters, before) } : undefined);
  return result;
}
