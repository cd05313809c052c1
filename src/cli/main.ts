/** Runs a command and turns everything that can happen into an exit status. */

import type { Host } from "../host/host.ts";
import { type CommandEntry, commandGroups, type Environment, type RunCommand } from "./command.ts";
import { type ExitStatus, exitStatus } from "./exit-status.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** What a command line is given besides its words; each is made when it is needed. */
export interface World {
  readonly terminal: () => Terminal;
  readonly host: () => Host | Promise<Host>;
  readonly templates?: Environment["templates"];
}

const thisProcess: World = {
  terminal: processTerminal,
  // Loaded here, so that `--version` and `--help` load next to nothing.
  host: async () => (await import("../host/node/node-host.ts")).nodeHost(),
};

/** `vmcs COMMAND …` */
export async function runCommands(
  args: readonly string[],
  commands: readonly CommandEntry[],
): Promise<void> {
  process.exitCode = await commandStatus(args, commands, thisProcess);
}

/** `panc …` : the compiler under the name and with the dialect of the reference. */
export async function runReference(args: readonly string[]): Promise<void> {
  process.exitCode = await referenceStatus(args, thisProcess);
}

export async function commandStatus(
  args: readonly string[],
  commands: readonly CommandEntry[],
  world: World,
): Promise<ExitStatus> {
  const terminal = world.terminal();
  const [name, ...rest] = asCommand(args);
  if (name === "--version") {
    terminal.stdout(`vmcs ${version}\n`);
    return exitStatus.clean;
  }
  if (name === undefined || name === "--help") {
    terminal.stdout(helpText(commands));
    return name === undefined ? exitStatus.usage : exitStatus.clean;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return run(await command.load(), rest, { terminal, world, commands });
  const { unknownCommand } = await import("./unknown-command.ts");
  const known = commands.map((candidate) => candidate.name);
  return run(unknownCommand(name, known), rest, { terminal, world });
}

/** Help and version under the names by which they are asked for: `vmcs help build` is `vmcs build --help`. */
function asCommand(args: readonly string[]): readonly string[] {
  const [first = "", ...rest] = args;
  if (["-V", "-v", "version"].includes(first)) return ["--version"];
  if (!["-h", "help", "--help"].includes(first)) return args;
  return rest.length === 0 ? ["--help"] : [...rest, "--help"];
}

export async function referenceStatus(args: readonly string[], world: World): Promise<ExitStatus> {
  const terminal = world.terminal();
  if (args.includes("--version")) {
    terminal.stdout(`pan compiler version: vmcs ${version}\n`);
    return exitStatus.clean;
  }
  const { pancCommand } = await import("./commands/compile.ts");
  return run(pancCommand, args, { terminal, world });
}

interface Surroundings extends Pick<Environment, "terminal" | "commands"> {
  readonly world: World;
}

async function run(
  command: RunCommand,
  args: readonly string[],
  { terminal, world, commands }: Surroundings,
): Promise<ExitStatus> {
  const reports = reportValues(args);
  const { templates } = world;
  const host = await world.host();
  const environment: Environment = { host, terminal, commands, reports, templates };
  return guarded(() => command(args, environment), terminal);
}

/** Read off the words, since a command line that is refused is never parsed to its end. */
function reportValues(words: readonly string[]): readonly string[] {
  const option = "--diagnostics";
  const end = words.indexOf("--");
  const own = end < 0 ? words : words.slice(0, end);
  return own.flatMap((word, i) => {
    if (word.startsWith(`${option}=`)) return [word.slice(option.length + 1)];
    const value = own[i + 1];
    return word === option && value !== undefined ? [value] : [];
  });
}

/** A failure of our own is reported as such, and never as one of the input. */
async function guarded(
  command: () => Promise<ExitStatus> | ExitStatus,
  terminal: Terminal,
): Promise<ExitStatus> {
  try {
    return await command();
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.stderr(`This is a mistake in vmcs ${version}, please report it:\n${text}\n`);
    return exitStatus.internal;
  }
}

function helpText(commands: readonly CommandEntry[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lists = Object.entries(commandGroups).flatMap(([key, heading]) => {
    const lines = commands
      .filter(({ group }) => group === key)
      .map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`);
    return lines.length === 0 ? [] : [`${heading}:\n${lines.join("")}`];
  });
  return [
    `vmcs ${version}: compiles descriptions of virtual machines\n`,
    "Usage: vmcs COMMAND [options] [files]\n",
    ...lists,
    "vmcs COMMAND --help tells the options of a command; 'vmcs init' begins a project.\n",
  ].join("\n");
}
