/** Counts of the work done: they do not depend on the machine, so tests can hold them. */

export interface Counters {
  tokens: number;
  templates: number;
  includes: number;
  statements: number;
  calls: number;
  iterations: number;
}

export function newCounters(): Counters {
  return { tokens: 0, templates: 0, includes: 0, statements: 0, calls: 0, iterations: 0 };
}
