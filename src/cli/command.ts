/** The shape of a command, and what it is given. */

import type { Host } from "../host/host.ts";
import type { Threads } from "../host/threads.ts";
import type { ExitStatus } from "./exit-status.ts";
import type { Terminal } from "./terminal.ts";

export interface Environment {
  readonly host: Host;
  readonly terminal: Terminal;
  /** Those of the machine if it is left open. */
  readonly threads?: Threads | undefined;
}

export interface CommandEntry {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Loads what the command needs, and nothing of the others. */
  readonly load: () => Promise<RunCommand>;
}

/** `args` are the words behind the command's name. */
export type RunCommand = (
  args: readonly string[],
  environment: Environment,
) => Promise<ExitStatus> | ExitStatus;
