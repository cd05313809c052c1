/** `vmcs compile` and `panc`: templates to profiles, with the options of the reference compiler. */

import { Command, Option } from "commander";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { formatsOption, wholeNumber } from "../common-options.ts";
import { addCompileOptions } from "../compile-options.ts";
import { reasons } from "../drive-build.ts";
import { addDriverOptions, type RawDriverOptions } from "../driver-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { refuseDirectory } from "../need-directory.ts";
import { refuseNoWords } from "../nothing-built.ts";
import { parseCommand } from "../parse-command.ts";
import { profileFormats } from "../profile-formats.ts";
import { type InputWords, inputWords, useProject } from "../project.ts";
import { runBuild } from "../run-build.ts";
import { prepareCompile, statistics } from "../run-compile.ts";

interface RawOptions extends RawDriverOptions {
  readonly formats: string;
  readonly outputDir: string;
}

export const compileCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addOptions("vmcs compile", "vmcs", true);
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const input = inputWords(command.args, await useProject(command, environment));
    refuseNoWords(input);
    return compileFiles(input, command.opts<RawOptions>(), environment);
  });

/**
 * In the place of the reference compiler nothing counts but the command line. Without files it succeeds, it makes no
 * directory, and it writes every file each time, as build files may look at its date.
 */
export const pancCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addOptions("panc", "pan", false).description(
      "Compiles Pan templates as the reference compiler does; 'man panc' tells the differences.",
    );
    addOldOptions(command);
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const raw = command.opts<RawOptions>();
    if (environment.host.kind(raw.outputDir) === "missing")
      refuseDirectory("output", raw.outputDir, false);
    const outcome = await compileFiles({ words: command.args }, raw, environment);
    if (command.args.length > 0) return outcome;
    const { diagnostics, ...rest } = outcome;
    return { ...rest, diagnostics: [...diagnostics, diagnostic("no-file-named", noSpan, {})] };
  });

function addOptions(name: string, dialect: Dialect, isIncremental: boolean): Command {
  const command = addCompileOptions(new Command(name), dialect)
    .argument("[files...]", "template files, or patterns such as 'profiles/*.pan'")
    .addOption(formatsOption())
    .option("--output-dir <dir>", "where the profiles go", ".")
    .option("--java-opts <opts>", "accepted for build files that set it; has no effect");
  return addDriverOptions(command, isIncremental);
}

/** The manual of the reference compiler has them; they say what holds anyway. */
function addOldOptions(command: Command): void {
  for (const flags of ["--no-debug", "--no-verbose", "--no-help", "--no-disable-escaping"]) {
    command.addOption(new Option(flags).hideHelp());
  }
}

async function compileFiles(
  input: InputWords,
  raw: RawOptions,
  environment: Environment,
): Promise<Outcome> {
  const { host, terminal } = environment;
  const formats = profileFormats(raw.formats);
  const directory = outputDirectory(raw, environment);
  wholeNumber("--nthread", raw.nthread);
  const began = host.now();
  const prepared = await prepareCompile(input, raw, environment, formats.length > 0);
  const run = await runBuild(prepared, raw, formats, directory, environment);
  if (raw.verbose === true) {
    terminal.stdout(reasons(run) + statistics(run, host.now() - began));
  }
  const { diagnostics, text, passed } = run;
  return { diagnostics, to: raw.diagnostics, text, passed };
}

/** What is missing is made when something is written there. */
function outputDirectory(raw: RawOptions, { host }: Environment): string {
  if (host.kind(raw.outputDir) === "file") refuseDirectory("output", raw.outputDir, true);
  return host.resolve(raw.outputDir);
}
