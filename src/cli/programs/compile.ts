/** The program that compiles: what most runs need, and every thread. */

import { compileCommands } from "../compile-registry.ts";
import { runCommands, runReference } from "../main.ts";

export function runPanc(args: readonly string[]): Promise<void> {
  return runReference(args);
}

export function runVmcs(args: readonly string[]): Promise<void> {
  return runCommands(args, compileCommands);
}

/** What a thread does; the first one never needs it. */
export async function serveThread(): Promise<void> {
  await import("../../pan/compiler/workers/compile-worker.ts");
}
