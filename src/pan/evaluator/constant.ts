/**
 * DML that gives the same value for every profile.
 *
 * What a statement computes without a profile is computed once, when its template is read. The reference
 * compiler does it too, and it shows: such an assignment has no `SELF`, and an include of it is static.
 */

import { noSpan } from "../../text/span.ts";
import { Dict } from "../tree/dict.ts";
import type { Value } from "../tree/value.ts";
import type { Body, Compiled } from "./code.ts";
import { Evaluation, type EvaluationOptions } from "./evaluation.ts";
import { EvaluationError } from "./evaluation-error.ts";
import { endOfEvaluation } from "./exhaustion.ts";

/** The value, or undefined if the DML needs a profile or fails without one. */
export function constantValue(body: Body, compiled: Compiled): Value | undefined {
  if (compiled.constant !== undefined) return compiled.constant;
  const result = compiled.needsProfile ? undefined : runWithoutProfile(body);
  return result instanceof EvaluationError ? undefined : result;
}

/** The surroundings of DML that runs while a template is read. */
export function readerContext(): Evaluation {
  return new Evaluation("", options, undefined);
}

/** The value of DML that must not need a profile, or why it has none. */
export function runWithoutProfile(body: Body): Value | EvaluationError {
  try {
    return readerContext().runBody(body);
  } catch (error) {
    const found = endOfEvaluation(error, noSpan);
    if (found === undefined) throw error;
    return error instanceof EvaluationError ? error : new EvaluationError(found);
  }
}

/** The limits that the reference compiler has while it reads a template. */
const options: EvaluationOptions = {
  maxIteration: 1000,
  maxRecursion: 50,
  deprecationWarnings: "off",
  initialData: new Dict(),
};
