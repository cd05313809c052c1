/** What is counted of work that was taken over. */

import type { Counters } from "../counters.ts";
import type { Evaluation } from "../evaluation.ts";

/** What is counted as if it had been done. */
export type Work = Pick<Counters, "statements" | "includes" | "calls" | "iterations">;

/** Counts work as if it had been done. */
export function addWork({ counters }: Evaluation, work: Work): void {
  counters.statements += work.statements;
  counters.includes += work.includes;
  counters.calls += work.calls;
  counters.iterations += work.iterations;
}

export function workOf({ statements, includes, calls, iterations }: Counters): Work {
  return { statements, includes, calls, iterations };
}

export function difference(now: Counters, before: Work): Work {
  return {
    statements: now.statements - before.statements,
    includes: now.includes - before.includes,
    calls: now.calls - before.calls,
    iterations: now.iterations - before.iterations,
  };
}
