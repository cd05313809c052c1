/** The options that all commands with a compilation in them share: those of the reference compiler, and ours. */

import { type Command, Option } from "commander";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { directoryOf } from "../host/path.ts";
import { initialData } from "../pan/compiler/initial-data.ts";
import type { CompileOptions } from "../pan/compiler/options.ts";
import { RegexProblem } from "../pan/java/regex/problem.ts";
import { compileRegex } from "../pan/java/regex/regex.ts";
import type { Dialect } from "../pan/syntax/dialect.ts";
import { noSpan } from "../text/span.ts";
import type { RawLogOptions } from "./call-log.ts";
import type { Environment } from "./command.ts";
import { diagnosticsOption, dialectOption, repeatable, wholeNumber } from "./common-options.ts";
import { needDirectory } from "./need-directory.ts";
import { inGroup } from "./option-groups.ts";
import { packagedTemplates } from "./packaged-templates.ts";
import { UsageError } from "./usage-error.ts";

/** Values as commander gives them. */
export interface RawCompileOptions extends RawLogOptions {
  readonly dialect: Dialect;
  readonly includePath: readonly string[];
  readonly initialData?: string;
  readonly maxIteration: string;
  readonly maxRecursion: string;
  readonly nthread: string;
  readonly debug?: boolean;
  readonly debugNsInclude?: string;
  readonly debugNsExclude?: string;
  readonly warnings: "off" | "on" | "fatal";
  readonly verbose?: boolean;
  readonly diagnostics: readonly string[];
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
    .addOption(dialectOption(dialect))
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
