/** The program that has every command. */

import { runCommands } from "../main.ts";
import { commands } from "../registry.ts";

export function runVmcs(args: readonly string[]): Promise<void> {
  return runCommands(args, commands);
}

/** What a thread of `build` and `check` does. */
export async function serveThread(): Promise<void> {
  (await import("../machine-thread.ts")).serveMachines();
}
