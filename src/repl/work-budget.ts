/**
 * A limit on the work of one evaluation.
 *
 * Each loop has its own limit of iterations and each call one of depth, but loops in loops, and functions that call
 * themselves twice, run for ages within both. So what is counted is the whole.
 */

import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Evaluation } from "../pan/evaluator/evaluation.ts";
import { EvaluationError } from "../pan/evaluator/evaluation-error.ts";

export interface WorkBudget {
  /** Lets as much be done again. */
  readonly renew: () => void;
}

/** Counts iterations and calls of the evaluation, and ends what exceeds the limit. */
export function workBudget(ctx: Evaluation, limit: number): WorkBudget {
  let spent = 0;
  for (const name of ["iterations", "calls"] as const) {
    let count = ctx.counters[name];
    Object.defineProperty(ctx.counters, name, {
      get: () => count,
      set(next: number) {
        count = next;
        if (++spent <= limit) return;
        throw new EvaluationError(diagnostic("work-limit-reached", ctx.here, { limit }));
      },
    });
  }
  return {
    renew() {
      spent = 0;
    },
  };
}
