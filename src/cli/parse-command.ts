/** Words of a command line, parsed by commander. */

import { type Command, CommanderError } from "commander";
import { callableCommands, type Environment } from "./command.ts";
import { orderOptions } from "./option-groups.ts";
import { UsageError } from "./usage-error.ts";
import { usageProblem } from "./usage-problem.ts";

/** What commander refuses is a usage error, and asking for help is an answer. */
export function parseCommand(
  command: Command,
  args: readonly string[],
  { terminal, inspect, commands }: Environment,
): "run" | "helped" {
  orderOptions(command);
  const known = callableCommands(commands ?? []);
  const summary = known.find(({ name }) => command.name() === `vmcs ${name}`)?.summary;
  if (summary !== undefined && command.description() === "") command.description(sentence(summary));
  if (inspect !== undefined) {
    inspect(command);
    return "helped";
  }
  command.exitOverride().configureOutput({ writeOut: terminal.stdout, writeErr: () => undefined });
  try {
    command.parse([...args], { from: "user" });
    return "run";
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return "helped";
    throw new UsageError(usageProblem(error, command));
  }
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
