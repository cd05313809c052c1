/** What commands can be told, read off the options that they parse: for completions and manual pages. */

import type { Argument, Command, Option } from "commander";
import { invariant } from "../base/invariant.ts";
import { reportFormats } from "../diagnostics/reports/registry.ts";
import { memoryHost } from "../host/memory/memory-host.ts";
import { backends } from "../spawn/registry.ts";
import { logTypes } from "./call-log.ts";
import {
  type CallableCommand,
  type CommandEntry,
  callableCommands,
  type Environment,
  type RunCommand,
} from "./command.ts";
import { offeredFormats } from "./common-options.ts";

export interface CommandDescription extends Pick<CallableCommand, "summary" | "entry"> {
  /** Behind `vmcs`: `compile`, `rules learn`. */
  readonly name: string;
  readonly arguments: readonly ArgumentDescription[];
  readonly options: readonly OptionDescription[];
}

export interface ArgumentDescription {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly repeatable: boolean;
  readonly values: Values;
}

export interface OptionDescription {
  /** `-v`; undefined if there is none. */
  readonly short: string | undefined;
  /** `--verbose` */
  readonly long: string;
  /** What stands for its value, without brackets; undefined if it takes none. */
  readonly value: string | undefined;
  readonly description: string;
  /** What holds where it is not given, in words. */
  readonly default: string | undefined;
  readonly values: Values;
}

/** What can stand in a place. */
export type Values =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "files" }
  | { readonly kind: "directories" }
  | { readonly kind: "anything" };

/** Commands with actions are as many as they have actions. */
export async function describeCommands(
  entries: readonly CommandEntry[],
): Promise<readonly CommandDescription[]> {
  const described: CommandDescription[] = [];
  for (const command of callableCommands(entries)) described.push(await describe(command));
  return described;
}

/** `panc`, which is a program of its own: its name has no `vmcs` in front of it. */
export async function describeReference(): Promise<CommandDescription> {
  const entry = { name: "panc", summary: "compile Pan templates as the reference compiler does" };
  const load = async (): Promise<RunCommand> => (await import("./commands/compile.ts")).pancCommand;
  return describe({ ...entry, entry, load });
}

async function describe(callable: CallableCommand): Promise<CommandDescription> {
  const { name, summary, entry, load } = callable;
  const command = await inspected(name, await load());
  const help = command.createHelp();
  return {
    name,
    summary,
    entry: { name: entry.name, summary: entry.summary },
    arguments: help.visibleArguments(command).map(describeArgument),
    options: help.visibleOptions(command).map(describeOption),
  };
}

async function inspected(name: string, run: RunCommand): Promise<Command> {
  let found: Command | undefined;
  const silent = (): void => undefined;
  const environment: Environment = {
    host: memoryHost({}),
    terminal: { stdout: silent, stderr: silent, colors: false, width: 80 },
    inspect(command) {
      found = command;
    },
  };
  await run([], environment);
  invariant(found !== undefined, `${name} tells its options before it does anything`);
  return found;
}

function describeArgument(argument: Argument): ArgumentDescription {
  const { description, required, variadic, argChoices } = argument;
  return {
    name: argument.name(),
    description,
    required,
    repeatable: variadic,
    values:
      argChoices === undefined ? argumentValues(argument.name(), description) : words(argChoices),
  };
}

/** A format is one of those that its description lists; a path is one of a configuration. */
function argumentValues(name: string, description: string): Values {
  const listed =
    name === "format" ? /: ([\w-]+(?:(?:, | or )[\w-]+)*)$/.exec(description)?.[1] : undefined;
  if (listed !== undefined) return words(listed.split(/, | or /));
  return name === "path" ? { kind: "anything" } : { kind: "files" };
}

function describeOption(option: Option): OptionDescription {
  const { short, long, flags, description, argChoices } = option;
  const value = / [<[](.+)[>\]]$/.exec(flags)?.[1];
  return {
    short,
    long: long ?? flags,
    value,
    description,
    default: value === undefined ? undefined : defaultOf(option),
    values: argChoices === undefined ? valuesOf(long ?? flags, value) : words(argChoices),
  };
}

function defaultOf({ defaultValue, defaultValueDescription }: Option): string | undefined {
  if (defaultValueDescription !== undefined) return defaultValueDescription;
  return typeof defaultValue === "string" ? defaultValue : undefined;
}

/** Options whose values are from a registry, and are lists or more than one word of it. */
const listed: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["--diagnostics", reportFormats.map(({ name }) => name)],
  ["--backend", backends.map(({ name }) => name)],
  ["--formats", offeredFormats],
  ["--logging", logTypes],
]);

/** What options call their values says what these are. */
function valuesOf(option: string, value: string | undefined): Values {
  const known = listed.get(option);
  if (known !== undefined) return words(known);
  if (value === undefined) return { kind: "anything" };
  if (/^(?:dir|dirs|directory)$/.test(value)) return { kind: "directories" };
  return /^(?:file|files|path|paths)$/.test(value) ? { kind: "files" } : { kind: "anything" };
}

function words(list: readonly string[]): Values {
  return { kind: "words", words: list };
}
