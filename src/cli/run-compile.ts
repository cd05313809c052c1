/** The compilation inside a command: options in, profiles to whoever wants them, diagnostics out. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type CompiledProfile, compile } from "../pan/compiler/compile.ts";
import type { CompileOptions } from "../pan/compiler/options.ts";
import type { TemplateCache } from "../pan/compiler/template-store.ts";
import type { Counters } from "../pan/evaluator/counters.ts";
import { callLog, logProblems } from "./call-log.ts";
import type { Environment } from "./command.ts";
import { compileOptions, type RawCompileOptions } from "./compile-options.ts";
import { inputFiles } from "./input-files.ts";
import { packagedTemplates } from "./packaged-templates.ts";
import type { InputWords } from "./project.ts";
import { destinations } from "./report.ts";

/** What is known before anything is compiled. */
export interface Preparation {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly options: CompileOptions;
  /** What is wrong with the files that were named. */
  readonly diagnostics: readonly Diagnostic[];
  /** Compiled templates of earlier commands of this process; undefined if each makes its own. */
  readonly templates: TemplateCache | undefined;
}

export async function prepareCompile(
  input: InputWords,
  raw: RawCompileOptions,
  environment: Environment,
  build: boolean,
): Promise<Preparation> {
  // A wrong value is refused before anything is done.
  destinations(raw.diagnostics);
  const { files, diagnostics: wrongFiles } = await inputFiles(input, environment);
  const diagnostics = [...wrongFiles, ...logProblems(raw)];
  const options = compileOptions(raw, files, environment, build);
  return { files, diagnostics, options, templates: templatesFor(raw, environment) };
}

/** By the options that a compiled template depends on. */
export function templatesFor(
  { dialect, warnings, debug, debugNsInclude, debugNsExclude }: RawCompileOptions,
  { templates }: Environment,
): TemplateCache | undefined {
  return templates?.(JSON.stringify([dialect, warnings, debug, debugNsInclude, debugNsExclude]));
}

/** The options with more directories to look in, before those of the package. */
export function withIncludePath(options: CompileOptions, more: readonly string[]): CompileOptions {
  const own = options.includePath.filter((directory) => directory !== packagedTemplates);
  const packaged = options.includePath.filter((directory) => directory === packagedTemplates);
  return { ...options, includePath: [...new Set([...own, ...more, ...packaged])] };
}

export interface CompileRun {
  readonly diagnostics: readonly Diagnostic[];
  readonly counters: Counters;
  readonly profiles: number;
  readonly files: number;
  readonly text: (path: string) => string | undefined;
  /** Object templates whose profiles are sound. */
  readonly passed?: readonly string[];
}

export function runCompile(
  { files, options, diagnostics, templates }: Preparation,
  raw: RawCompileOptions,
  { host, terminal }: Environment,
  onProfile: (profile: CompiledProfile) => void,
): CompileRun {
  const log = callLog(raw, host);
  const passed: string[] = [];
  const output = compile({
    host,
    files,
    options,
    print: (text) => terminal.stderr(`${text}\n`),
    log: log?.note,
    cache: templates,
    onProfile: (profile) => {
      passed.push(profile.file);
      onProfile(profile);
    },
  });
  const found = [...diagnostics, ...output.diagnostics, ...(log?.write() ?? [])];
  return { ...output, diagnostics: found, files: files.length, passed };
}

export function statistics(run: CompileRun, milliseconds: number): string {
  const { templates, statements, includes, calls, iterations, tokens } = run.counters;
  const errors = run.diagnostics.filter(({ severity }) => severity === "error").length;
  const megabytes = Math.round(process.memoryUsage().rss / 1_000_000);
  return [
    `${run.files} files given, ${templates} templates read (${tokens} tokens), ${run.profiles} profiles built\n`,
    `${statements} statements, ${includes} includes, ${calls} calls, ${iterations} iterations\n`,
    `${errors} errors, ${Math.round(milliseconds)} ms, ${megabytes} MB\n`,
  ].join("");
}
