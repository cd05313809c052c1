/** Runs a command and turns everything that can happen into an exit status. */

import type { CommandEntry, Environment, RunCommand } from "./command.ts";
import { type ExitStatus, exitStatus } from "./exit-status.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** `vmcs COMMAND …` */
export async function runCommands(
  args: readonly string[],
  commands: readonly CommandEntry[],
): Promise<void> {
  const [name, ...rest] = args;
  // Before the terminal is looked at, which costs more than all the rest of this answer.
  if (name === "--version" || name === "-V") {
    process.stdout.write(`vmcs ${version}\n`);
    return;
  }
  const terminal = processTerminal();
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    terminal.stdout(helpText(commands));
    process.exitCode = name === undefined ? exitStatus.usage : exitStatus.clean;
    return;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const { unknownCommand } = await import("./unknown-command.ts");
    await run(
      unknownCommand(
        name,
        commands.map((known) => known.name),
      ),
      rest,
      terminal,
    );
    return;
  }
  await run(await command.load(), rest, terminal, commands);
}

/** `panc …` : the compiler under the name and with the dialect of the reference. */
export async function runReference(args: readonly string[]): Promise<void> {
  const terminal = processTerminal();
  if (args.includes("--version")) {
    terminal.stdout(`pan compiler version: vmcs ${version}\n`);
    return;
  }
  const { pancCommand } = await import("./commands/compile.ts");
  await run(pancCommand, args, terminal);
}

async function run(
  command: RunCommand,
  args: readonly string[],
  terminal: Terminal,
  commands?: readonly CommandEntry[],
): Promise<void> {
  // Loaded here, so that `--version` and `--help` load next to nothing.
  const { nodeHost } = await import("../host/node/node-host.ts");
  const reports = reportValues(args);
  const environment: Environment = { host: nodeHost(), terminal, commands, reports };
  process.exitCode = await guarded(() => command(args, environment), terminal);
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
  const list = commands
    .map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`)
    .join("");
  return `vmcs ${version}: compiles descriptions of virtual machines\n\nusage: vmcs COMMAND [options] [FILES]\n\n${list}\nvmcs COMMAND --help tells the options of a command.\n`;
}
