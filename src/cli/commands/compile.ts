/** `vmcs compile` and `panc`: templates to profiles, with the options of the reference compiler. */

import { Command } from "commander";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { addCompileOptions, parseCommand, wholeNumber } from "../compile-options.ts";
import { addDriverOptions, type RawDriverOptions } from "../driver-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { profileFormats } from "../profile-formats.ts";
import { type InputWords, inputWords, useProject } from "../project.ts";
import { reasons, runBuild } from "../run-build.ts";
import { prepareCompile, statistics } from "../run-compile.ts";
import { UsageError } from "../usage-error.ts";

interface RawOptions extends RawDriverOptions {
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
      // The reference compiler writes every file each time, and build files may count on that.
      addDriverOptions(command, name !== "panc");
      if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
      const project = isReference(command, dialect)
        ? undefined
        : await useProject(command, environment);
      const input = inputWords(command.args, project);
      return compileFiles(input, command.opts<RawOptions>(), environment);
    });
}

/** In the place of the reference compiler nothing counts but the command line. */
function isReference(command: Command, dialect: Dialect): boolean {
  const said = command.getOptionValueSource("dialect") === "cli";
  return dialect === "pan" || (said && command.opts<RawOptions>().dialect === "pan");
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
