/** The thread in which cases run, so that one that takes too long can be stopped. */
import { parentPort } from "node:worker_threads";
import type { ConformanceCase } from "./conformance-cases.ts";
import { runCase } from "./conformance-run.ts";

parentPort?.on("message", (test: ConformanceCase) => {
  parentPort?.postMessage(outcome(test));
});
parentPort?.postMessage("ready");

function outcome(test: ConformanceCase): string | undefined {
  try {
    return runCase(test);
  } catch (error) {
    return `ends with ${error instanceof Error ? error.stack : String(error)}`;
  }
}
