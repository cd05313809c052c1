/** The options that all commands with a compilation in them share: those of the reference compiler, and ours. */

import { type Command, CommanderError, Option } from "commander";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { reportFormats } from "../diagnostics/reports/registry.ts";
import { directoryOf } from "../host/path.ts";
import { initialData } from "../pan/compiler/initial-data.ts";
import type { CompileOptions } from "../pan/compiler/options.ts";
import { RegexProblem } from "../pan/java/regex/problem.ts";
import { compileRegex } from "../pan/java/regex/regex.ts";
import type { Dialect } from "../pan/syntax/dialect.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { needDirectory } from "./need-directory.ts";
import { inGroup, orderOptions } from "./option-groups.ts";
import { packagedTemplates } from "./packaged-templates.ts";
import { UsageError } from "./usage-error.ts";
import { usageProblem } from "./usage-problem.ts";

/** Values as commander gives them. */
export interface RawCompileOptions {
  readonly dialect: Dialect;
  readonly includePath: readonly string[];
  readonly initialData?: string;
  readonly maxIteration: string;
  readonly maxRecursion: string;
  readonly nthread: string;
  readonly debug?: boolean;
  readonly debugNsInclude?: string;
  readonly debugNsExclude?: string;
  readonly logging?: string;
  readonly logFile?: string;
  readonly warnings: "off" | "on" | "fatal";
  readonly verbose?: boolean;
  readonly diagnostics: readonly string[];
}

/** An option that may be repeated; `without` says what holds where it is not given. */
export function repeatable(flags: string, description: string, without: string): Option {
  return new Option(flags, description).argParser(collect).default([], without);
}

const collect = (value: string, previous: readonly string[]): readonly string[] => [
  ...previous,
  value,
];

/** Where diagnostics go; every command has it. */
export function diagnosticsOption(): Option {
  const formats = reportFormats.map(({ name }) => name).join(", ");
  return repeatable("--diagnostics <format[=file]>", `${formats}; repeatable`, "text on stderr");
}

export function addCompileOptions(command: Command, dialect: Dialect): Command {
  inGroup(command, "compiler", (group) => addCompilerOptions(group, dialect));
  inGroup(command, "effort", (group) =>
    group.option("--nthread <n>", "number of threads (0: one for each processor)", "0"),
  );
  inGroup(command, "debugging", addDebuggingOptions);
  return command.option("-v, --verbose", "print statistics").addOption(diagnosticsOption());
}

function addCompilerOptions(command: Command, dialect: Dialect): Command {
  return command
    .addOption(
      new Option("--dialect <name>", "language to accept")
        .choices(["pan", "vmcs"])
        .default(dialect),
    )
    .addOption(
      repeatable(
        "--include-path <dirs>",
        "directories to look for templates in, separated by colons",
        "where the files are",
      ),
    )
    .option("--initial-data <dict>", "DML that gives the dict each configuration starts with")
    .option("--max-iteration <n>", "limit on the iterations of a loop (0: none)", "10000")
    .option("--max-recursion <n>", "limit on the depth of includes and calls (0: none)", "50")
    .addOption(
      new Option("--warnings <flag>", "deprecation warnings")
        .choices(["off", "on", "fatal"])
        .default("on"),
    );
}

function addDebuggingOptions(command: Command): Command {
  return command
    .option("--debug", "let debug() and traceback() speak in all templates")
    .option("--debug-ns-include <regex>", "… in templates whose name matches")
    .option("--debug-ns-exclude <regex>", "… but not in those whose name matches")
    .option("--logging <types>", "write a log of: all, none, include, call")
    .option("--log-file <file>", "file of the log");
}

/** Parses words with commander; what it refuses is a usage error, and asking for help is an answer. */
export function parseCommand(
  command: Command,
  args: readonly string[],
  { terminal, inspect, commands }: Environment,
): "run" | "helped" {
  orderOptions(command);
  const entry = commands?.find(({ name }) => command.name() === `vmcs ${name}`);
  if (entry !== undefined && command.description() === "")
    command.description(sentence(entry.summary));
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

export function compileOptions(
  raw: RawCompileOptions,
  files: readonly string[],
  environment: Environment,
  build: boolean,
): CompileOptions {
  return {
    dialect: raw.dialect,
    includePath: includePath(raw, files, environment),
    maxIteration: limit("--max-iteration", raw.maxIteration),
    maxRecursion: limit("--max-recursion", raw.maxRecursion),
    deprecationWarnings: raw.warnings,
    initialData: initialData(raw.initialData, raw.dialect, refuseData),
    debugs: debugFilter(raw),
    build,
  };
}

/** The number of an option; zero lifts the limit, as with the reference compiler. */
function limit(option: string, text: string): number {
  const number = wholeNumber(option, text);
  return number === 0 ? Number.MAX_SAFE_INTEGER : number;
}

export function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(diagnostic("not-a-whole-number", noSpan, { option, given: text }));
}

/**
 * The include path: what is said, else the current directory and, with our own dialect, the directories of the
 * files. Our own templates come last, so that a site may put others in their place.
 */
function includePath(
  { includePath: said, dialect }: RawCompileOptions,
  files: readonly string[],
  { host }: Environment,
): readonly string[] {
  const given = said.flatMap((dirs) => dirs.split(":")).filter((directory) => directory !== "");
  for (const directory of given) needDirectory(host, "include", directory);
  const found = given.map((directory) =>
    directory.startsWith("/") ? directory : `${host.currentDirectory}/${directory}`,
  );
  if (dialect === "pan") return found.length > 0 ? found : [host.currentDirectory];
  const own = found.length > 0 ? found : [...files.map(directoryOf), host.currentDirectory];
  return [...new Set([...own, packagedTemplates])];
}

function debugFilter({
  debug,
  debugNsInclude,
  debugNsExclude,
}: RawCompileOptions): (name: string) => boolean {
  const included = debug === true ? () => true : nameFilter("--debug-ns-include", debugNsInclude);
  const excluded = nameFilter("--debug-ns-exclude", debugNsExclude);
  return (name) => included(name) && !excluded(name);
}

function nameFilter(option: string, pattern: string | undefined): (name: string) => boolean {
  if (pattern === undefined) return () => false;
  const regex = compileRegex(`\\A(?:${pattern})\\z`, 0);
  if (!(regex instanceof RegexProblem)) return (name) => regex.test(name);
  throw new UsageError(
    diagnostic("regex-option-invalid", noSpan, { option, given: pattern, problem: regex.message }),
  );
}

function refuseData(problem: Diagnostic | string): never {
  const text = typeof problem === "string" ? problem : problem.message;
  throw new UsageError(diagnostic("initial-data-invalid", noSpan, { problem: text }));
}
