/**
 * A process of the fuzzer: checks inputs. It may hang or die; the fuzzer knows at which input, as its number is
 * written to descriptor 4 before it is begun.
 */

import { writeSync } from "node:fs";
import { type Checked, checkCase, type Failure } from "./check-case.ts";
import { readCorpus } from "./corpus.ts";
import type { FuzzCase } from "./fuzz-case.ts";
import type { Found, Reply, Request } from "./protocol.ts";
import { makeCase } from "./sources.ts";

const timeLimit = 1000;
const corpus = readCorpus();
/** Time that this process worked, in milliseconds: the machine has other work too. */
const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

process.on("message", (request: Request) => {
  try {
    process.send?.(answer(request));
  } catch (error) {
    process.send?.({ fault: error instanceof Error ? error.stack : String(error) });
  }
});
// The fuzzer is gone: nobody wants the rest.
process.on("disconnect", () => process.exit());

function answer(request: Request): Reply {
  switch (request.kind) {
    case "case": {
      const { failure } = check(request.fuzzCase, 0);
      return { failures: found(0, failure, request.fuzzCase), verdicts: {}, size: 0 };
    }
    case "range":
      return checkRange(request.seed, request.from, request.to);
  }
}

function checkRange(seed: number, from: number, to: number): Reply {
  const failures: Found[] = [];
  const verdicts: Partial<Record<Checked["verdict"], number>> = {};
  let size = 0;
  for (let index = from; index < to; index++) {
    writeSync(4, `${index}\n`);
    const fuzzCase = makeCase(seed, index, corpus);
    for (const text of fuzzCase.files.values()) size += text.length;
    const { failure, verdict } = check(fuzzCase, index);
    failures.push(...found(index, failure, fuzzCase));
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  }
  return { failures, verdicts, size };
}

/** A case is slow only if it is slow every time. */
function check(fuzzCase: FuzzCase, index: number): Checked {
  let checked = checkCase(fuzzCase, { index, now, timeLimit });
  for (let i = 0; i < 2 && checked.failure?.property === "time"; i++) {
    checked = checkCase(fuzzCase, { index, now, timeLimit });
  }
  return checked;
}

function found(index: number, failure: Failure | undefined, fuzzCase: FuzzCase): readonly Found[] {
  return failure === undefined ? [] : [{ index, failure, fuzzCase }];
}
