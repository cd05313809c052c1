/** Runs cases one after the other, each with a limit of time. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { repositoryPath } from "../support/repository.ts";
import type { ConformanceCase } from "./conformance-cases.ts";

const timeLimitSeconds = 10;

export interface Failure {
  readonly name: string;
  readonly reason: string;
}

export async function runCases(tests: readonly ConformanceCase[]): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  let worker: Worker | undefined;
  for (const test of tests) {
    worker ??= await startWorker();
    const outcome = await runLimited(worker, test);
    if (outcome === "too long") {
      await worker.terminate();
      worker = undefined;
      failures.push({ name: test.name, reason: `takes more than ${timeLimitSeconds} seconds` });
    } else if (outcome.reason !== undefined) {
      failures.push({ name: test.name, reason: outcome.reason });
    }
  }
  await worker?.terminate();
  return failures;
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(repositoryPath("scripts/run.mjs"), {
    argv: [repositoryPath("test/differential/conformance-worker.ts")],
  });
  await once(worker, "message");
  return worker;
}

async function runLimited(
  worker: Worker,
  test: ConformanceCase,
): Promise<{ readonly reason: string | undefined } | "too long"> {
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), timeLimitSeconds * 1000);
  try {
    worker.postMessage(test);
    const [reason] = await once(worker, "message", { signal: stop.signal });
    return { reason };
  } catch (error) {
    if (stop.signal.aborted) return "too long";
    throw error;
  } finally {
    clearTimeout(limit);
  }
}
