/** The shape of a command, and what it is given. */

import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import type { Threads } from "../host/threads.ts";
import type { TemplateCaches } from "../pan/compiler/template-store.ts";
import type { ExitStatus } from "./exit-status.ts";
import type { Terminal } from "./terminal.ts";

export interface Environment {
  readonly host: Host;
  readonly terminal: Terminal;
  /** Those of the machine if it is left open. */
  readonly threads?: Threads | undefined;
  /** Compiled templates that commands of one process share, by their options; undefined if each makes its own. */
  readonly templates?: TemplateCaches | undefined;
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

export interface CommandEntry extends CommandAction {
  readonly group: keyof typeof commandGroups;
  /** What can follow the name, each with options of its own. */
  readonly actions?: readonly CommandAction[];
}

/** A word of the command line that something is done for. */
export interface CommandAction {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Loads what it needs, and nothing of the others. */
  readonly load: () => Promise<RunCommand>;
}

/** What has options of its own: a command, or each of its actions if it has some. */
export interface CallableCommand extends CommandAction {
  /** The first word of its name. */
  readonly entry: Pick<CommandEntry, "name" | "summary">;
}

export function callableCommands(entries: readonly CommandEntry[]): readonly CallableCommand[] {
  return entries.flatMap(
    (entry) =>
      entry.actions?.map((action) => ({
        ...action,
        name: `${entry.name} ${action.name}`,
        entry,
      })) ?? [{ ...entry, entry }],
  );
}

/** `args` are the words behind the command's name. */
export type RunCommand = (
  args: readonly string[],
  environment: Environment,
) => Promise<ExitStatus> | ExitStatus;
