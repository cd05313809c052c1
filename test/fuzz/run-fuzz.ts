/** A run of the fuzzer: inputs to the checkers, failures made small and handed out. */

import type { Failure } from "./check-case.ts";
import { Checker, join } from "./checker.ts";
import type { Corpus } from "./corpus.ts";
import type { FuzzCase } from "./fuzz-case.ts";
import { minimize } from "./minimize.ts";
import type { Found, Reply } from "./protocol.ts";
import { makeCase } from "./sources.ts";

export interface FuzzOptions {
  readonly seed: number;
  /** Stop after so many seconds … */
  readonly seconds: number;
  /** … or so many inputs. */
  readonly count: number;
  readonly threads: number;
  /** Longest time for making one failure small, in seconds. */
  readonly minimizeSeconds: number;
}

export interface SmallFailure {
  readonly index: number;
  readonly failure: Failure;
  readonly fuzzCase: FuzzCase;
}

export interface FuzzReport {
  readonly inputs: number;
  readonly seconds: number;
  readonly verdicts: Reply["verdicts"];
  readonly size: number;
  readonly failures: number;
}

/** Inputs that are checked between two looks at the clock. */
const rangeSize = 250;

export async function runFuzz(
  options: FuzzOptions,
  corpus: Corpus,
  onFailure: (failure: SmallFailure) => void,
): Promise<FuzzReport> {
  const { seed, seconds, count, threads } = options;
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  const known = new Set<string>();
  const pending: Found[] = [];
  const replies: Reply[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const checker = new Checker();
    while (next < count && elapsed() < seconds) {
      const from = next;
      next = Math.min(count, from + rangeSize);
      const reply = await checker.range(seed, from, next);
      replies.push({ ...reply, failures: [] });
      for (const found of reply.failures) {
        if (known.has(found.failure.signature)) continue;
        known.add(found.failure.signature);
        pending.push(found);
      }
    }
    checker.stop();
  };
  await Promise.all(Array.from({ length: threads }, work));
  const time = elapsed();
  for (const { index, failure, fuzzCase } of pending) {
    const given = fuzzCase ?? makeCase(seed, index, corpus);
    onFailure(await makeSmall(index, failure, given, options));
  }
  const { verdicts, size } = join(replies);
  return { inputs: next, seconds: time, verdicts, size, failures: pending.length };
}

/** A smaller case with the same failure; after an interrupted search not the smallest. */
async function makeSmall(
  index: number,
  failure: Failure,
  fuzzCase: FuzzCase,
  { minimizeSeconds }: FuzzOptions,
): Promise<SmallFailure> {
  const checker = new Checker();
  const end = performance.now() + minimizeSeconds * 1000;
  let last = failure;
  const small = await minimize(
    fuzzCase,
    async (smaller) => {
      const again = await checker.check(smaller);
      if (again?.signature !== failure.signature) return false;
      last = again;
      return true;
    },
    { mayGoOn: () => performance.now() < end },
  );
  checker.stop();
  return { index, failure: last, fuzzCase: small };
}
