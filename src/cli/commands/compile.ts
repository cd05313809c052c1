/** `vmcs compile` and `panc`: templates to profiles, with the options of the reference compiler. */

import { Command } from "commander";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { OutputFile } from "../../host/host.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import type { ProfileFormat } from "../../pan/profile/profile.ts";
import { profileFileName, profileText } from "../../pan/profile/write-profile.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import {
  addCompileOptions,
  parseCommand,
  type RawCompileOptions,
  wholeNumber,
} from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { profileFormats } from "../profile-formats.ts";
import { runCompile, statistics } from "../run-compile.ts";
import { UsageError } from "../usage-error.ts";

interface RawOptions extends RawCompileOptions {
  readonly formats: string;
  readonly outputDir: string;
}

export const compileCommand = compileAs("vmcs compile", "vmcs");
export const pancCommand = compileAs("panc", "pan");

function compileAs(name: string, dialect: Dialect): RunCommand {
  return (args, environment) =>
    finish(environment, async () => {
      const command = addCompileOptions(new Command(name), dialect)
        .argument("[files...]", "template files, or patterns such as 'profiles/*.pan'")
        .option(
          "--formats <list>",
          "pan, xml, json, text, dot, dep, null, none; some with .gz",
          "pan,dep",
        )
        .option("--output-dir <dir>", "where the profiles go", ".")
        .option("--java-opts <opts>", "accepted for build files that set it; has no effect");
      if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
      return compileFiles(command.args, command.opts<RawOptions>(), environment);
    });
}

async function compileFiles(
  words: readonly string[],
  raw: RawOptions,
  environment: Environment,
): Promise<Outcome> {
  const { host, terminal } = environment;
  const formats = profileFormats(raw.formats);
  const directory = outputDirectory(raw, environment);
  wholeNumber("--nthread", raw.nthread);
  const began = host.now();
  const problems: Diagnostic[] = [];
  const run = await runCompile(words, raw, environment, formats.length > 0, (profile) => {
    const problem = host.writeFiles(outputs(profile, formats, directory, environment));
    if (problem === undefined) return;
    problems.push(
      diagnostic("output-unwritable", noSpan, { path: problem.path, reason: problem.reason }),
    );
  });
  if (raw.verbose === true) terminal.stdout(statistics(run, host.now() - began));
  return { diagnostics: [...run.diagnostics, ...problems], to: raw.diagnostics, text: run.text };
}

/** All files of one profile; they are written together or not at all. */
function outputs(
  profile: CompiledProfile,
  formats: readonly ProfileFormat[],
  directory: string,
  { host }: Environment,
): readonly OutputFile[] {
  return formats.map((format) => {
    const text = profileText(format, profile);
    const content = format.compressed ? host.gzip(new TextEncoder().encode(text)) : text;
    return { path: `${directory}/${profileFileName(profile.name, format)}`, content };
  });
}

/** The reference compiler wants the directory to be there; our own commands make it. */
function outputDirectory({ outputDir, dialect }: RawOptions, { host }: Environment): string {
  const kind = host.kind(outputDir);
  if (kind === "file" || (kind === "missing" && dialect === "pan")) {
    throw new UsageError(
      diagnostic("directory-missing", noSpan, { what: "output", path: outputDir }),
    );
  }
  return host.resolve(outputDir);
}
