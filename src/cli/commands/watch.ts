/** `vmcs watch`: builds profiles, and builds them again when something that they depend on changes. */

import { Command } from "commander";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { watchDirectories } from "../../host/node/watch-directories.ts";
import { directoryOf } from "../../host/path.ts";
import { builtLines } from "../../show/built-text.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { formatsOption } from "../common-options.ts";
import { addCompileOptions } from "../compile-options.ts";
import type { BuildRun } from "../drive-build.ts";
import { addDriverOptions, type RawDriverOptions } from "../driver-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { parseCommand } from "../parse-command.ts";
import { profileFormats } from "../profile-formats.ts";
import { type InputWords, inputWords, useProject } from "../project.ts";
import { type Remembered, runBuild } from "../run-build.ts";
import { prepareCompile } from "../run-compile.ts";
import { UsageError } from "../usage-error.ts";
import { directoriesBelow, onInterrupt } from "../watching.ts";

interface RawOptions extends RawDriverOptions {
  readonly formats: string;
  readonly outputDir: string;
}

export const watchCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs watch"), "vmcs")
      .argument("[files...]", "template files, or patterns such as 'profiles/*.pan'")
      .addOption(formatsOption())
      .option("--output-dir <dir>", "where the profiles go", ".");
    addDriverOptions(command, true);
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const input = inputWords(command.args, await useProject(command, environment));
    if (input.words.length === 0) throw new UsageError(diagnostic("nothing-to-watch", noSpan, {}));
    await watchFiles(input, command.opts<RawOptions>(), environment);
    return exitStatus.clean;
  });

async function watchFiles(
  input: InputWords,
  raw: RawOptions,
  environment: Environment,
): Promise<void> {
  const { host, terminal } = environment;
  const interrupt = onInterrupt();
  const remembered: Remembered = { state: undefined, templates: new Map() };
  const formats = profileFormats(raw.formats);
  const output = host.resolve(raw.outputDir);
  let said = "";
  while (!interrupt.isAsked()) {
    // Patterns may match other files each time, and the include path may follow the files.
    const prepared = await prepareCompile(input, raw, environment, formats.length > 0);
    const { options, files } = prepared;
    const roots = [...options.includePath, ...files.map(directoryOf)];
    // Before anything is read: what changes during the build is seen after it.
    const watch = watchDirectories(directoriesBelow(host, roots, output));
    interrupt.take(() => watch.end());
    const began = host.now();
    const run = await runBuild(prepared, raw, formats, output, environment, remembered);
    terminal.stdout(summary(run, host.now() - began));
    said = await tellDiagnostics(run, raw, said, environment);
    if (!interrupt.isAsked()) await watch.changed();
    watch.end();
  }
  terminal.stdout("\n");
}

function summary({ built, profiles, passed }: BuildRun, milliseconds: number): string {
  if (built.size === 0) return "";
  const wrong = profiles - passed.length;
  const errors = wrong === 0 ? "" : `; ${wrong} ${wrong === 1 ? "has" : "have"} errors`;
  const time = `in ${Math.round(milliseconds)} ms`;
  return `${builtLines(built).join("")}built ${built.size} of ${profiles} profiles ${time}${errors}\n`;
}

/** Says what is wrong when it is something else than before. */
async function tellDiagnostics(
  { diagnostics, text }: BuildRun,
  raw: RawOptions,
  said: string,
  environment: Environment,
): Promise<string> {
  const saying = JSON.stringify(diagnostics);
  if (saying === said) return said;
  if (diagnostics.length === 0) {
    if (said !== "") environment.terminal.stdout("nothing is wrong any more\n");
    return "";
  }
  await finish(environment, () => Promise.resolve({ diagnostics, to: raw.diagnostics, text }));
  return saying;
}
