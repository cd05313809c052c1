/** Which writes of a log concern a path, without a look at the others. */

import { compareNumbers } from "../../base/compare.ts";
import type { Write, WriteLog } from "../evaluator/write-log.ts";
import type { Term } from "../tree/term.ts";

/** A step of the paths that were written. */
interface Step {
  readonly next: Map<Term, Step>;
  /** Numbers of the writes of this very path. */
  readonly writes: number[];
}

const indexes = new WeakMap<WriteLog, { readonly root: Step; readonly count: number }>();

/**
 * The writes of the path, of what is above it and of what is below it, in order. Elements of lists change their index
 * in the course of time, so each index stands for all of the list.
 */
export function writesAround(
  log: WriteLog,
  terms: readonly Term[],
  end: number = log.writes.length,
): readonly Write[] {
  const found: number[] = [];
  let steps: readonly Step[] = [indexOf(log)];
  for (const term of terms) {
    for (const step of steps) found.push(...step.writes);
    steps = steps.flatMap((step) => following(step, term));
  }
  for (const step of steps) addAll(step, found);
  return found
    .filter((number) => number < end)
    .sort(compareNumbers)
    .map((number) => log.writes[number] as Write);
}

function following({ next }: Step, term: Term): readonly Step[] {
  if (typeof term === "number")
    return [...next].flatMap(([key, step]) => (typeof key === "number" ? [step] : []));
  const step = next.get(term);
  return step === undefined ? [] : [step];
}

function addAll({ next, writes }: Step, found: number[]): void {
  for (const write of writes) found.push(write);
  for (const step of next.values()) addAll(step, found);
}

function indexOf(log: WriteLog): Step {
  const known = indexes.get(log);
  if (known?.count === log.writes.length) return known.root;
  const root: Step = { next: new Map(), writes: [] };
  for (const [number, { terms }] of log.writes.entries()) {
    let step = root;
    for (const term of terms) {
      let next = step.next.get(term);
      if (next === undefined) {
        next = { next: new Map(), writes: [] };
        step.next.set(term, next);
      }
      step = next;
    }
    step.writes.push(number);
  }
  indexes.set(log, { root, count: log.writes.length });
  return root;
}
