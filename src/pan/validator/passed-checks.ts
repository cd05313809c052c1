/**
 * What was found valid in one profile need not be checked in the next one, if it is the same there, and so is what its
 * validations have looked at.
 *
 * A failure is never taken over: it is found again, with what is to be said of it.
 */

import type { Evaluation, Type } from "../evaluator/evaluation.ts";
import { inputsHold, observed } from "../evaluator/sharing/inputs.ts";
import { addWork, difference, workOf } from "../evaluator/sharing/work.ts";
import { settle } from "../tree/settle.ts";
import { isResource, type Value } from "../tree/value.ts";
import type { Failure } from "./failure.ts";

/** Does the check unless the value is known to pass it. */
export function checkOnce(
  ctx: Evaluation,
  type: Type,
  value: Value,
  check: () => Failure | undefined,
): Failure | undefined {
  // DML that asks (`is_valid`) sees that a validation has run: `SELF` is gone, the limit of depth is nearer, and what
  // it iterates may have changed.
  if (ctx.declarations === undefined || ctx.runsDml || !isResource(value)) return check();
  const { original, isExact } = value;
  if (original === undefined) return check();
  const known = ctx.declarations.passed(type, value);
  if (known !== undefined && inputsHold(ctx, known.inputs)) {
    addWork(ctx, known.work);
    return undefined;
  }
  const before = workOf(ctx.counters);
  const { result, inputs } = observed(ctx, check);
  // A validation may change its value by another name of a part of it; else it becomes the copy again that it was.
  const isAsBefore = settle(value, original, isExact);
  if (isAsBefore && result === undefined && !inputs.isHopeless) {
    ctx.declarations.setPassed(type, value, { inputs, work: difference(ctx.counters, before) });
  }
  return result;
}
