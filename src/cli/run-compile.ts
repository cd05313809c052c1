/** The compilation inside a command: options in, profiles to whoever wants them, diagnostics out. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type CompiledProfile, compile } from "../pan/compiler/compile.ts";
import type { Counters } from "../pan/evaluator/counters.ts";
import { callLog } from "./call-log.ts";
import type { Environment } from "./command.ts";
import { compileOptions, type RawCompileOptions } from "./compile-options.ts";
import { inputFiles } from "./input-files.ts";
import { destinations } from "./report.ts";

export interface CompileRun {
  readonly diagnostics: readonly Diagnostic[];
  readonly counters: Counters;
  readonly profiles: number;
  readonly files: number;
  readonly text: (path: string) => string | undefined;
}

export async function runCompile(
  words: readonly string[],
  raw: RawCompileOptions,
  environment: Environment,
  build: boolean,
  onProfile: (profile: CompiledProfile) => void,
): Promise<CompileRun> {
  const { host, terminal } = environment;
  // A wrong value is refused before anything is done.
  destinations(raw.diagnostics);
  const { files, diagnostics } = await inputFiles(words, environment);
  const options = compileOptions(raw, files, environment, build);
  const log = callLog(raw.logging, host);
  const output = compile({
    host,
    files,
    options,
    print: (text) => terminal.stderr(`${text}\n`),
    log: log?.note,
    onProfile,
  });
  if (log !== undefined && raw.logFile !== undefined) {
    host.writeFiles([{ path: host.resolve(raw.logFile), content: log.text() }]);
  }
  return { ...output, diagnostics: [...diagnostics, ...output.diagnostics], files: files.length };
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
