/** The shape of a command, and what it is given. */

import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import type { Threads } from "../host/threads.ts";
import type { TemplateCache } from "../pan/compiler/template-store.ts";
import type { ExitStatus } from "./exit-status.ts";
import type { Terminal } from "./terminal.ts";

export interface Environment {
  readonly host: Host;
  readonly terminal: Terminal;
  /** Those of the machine if it is left open. */
  readonly threads?: Threads | undefined;
  /** Compiled templates that commands of one process share, by their options; undefined if each makes its own. */
  readonly templates?: ((options: string) => TemplateCache) | undefined;
  /** Values of `--diagnostics` on the command line; also where the rest of it cannot be understood. */
  readonly reports?: readonly string[] | undefined;
  /** All commands of the program, for those that tell of others. */
  readonly commands?: readonly CommandEntry[] | undefined;
  /** Set: a command is not run, but tells its options and arguments; completions and manual pages want them. */
  readonly inspect?: ((command: Command) => void) | undefined;
}

/** What commands are for; the help lists them by it, in this order. */
export const commandGroups = {
  machines: "Machines",
  questions: "Questions",
  rules: "Rules",
  templates: "Templates",
  tools: "Editors and shells",
} as const;

export interface CommandEntry {
  readonly name: string;
  readonly group: keyof typeof commandGroups;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Words one of which follows the name, each with options of its own. */
  readonly actions?: readonly string[] | undefined;
  /** Loads what the command needs, and nothing of the others. */
  readonly load: () => Promise<RunCommand>;
}

/** `args` are the words behind the command's name. */
export type RunCommand = (
  args: readonly string[],
  environment: Environment,
) => Promise<ExitStatus> | ExitStatus;
