/** `vmcs check`: compiles and validates, writes nothing; what CI runs. */

import { Command } from "commander";
import type { RunCommand } from "../command.ts";
import { addCompileOptions, parseCommand, type RawCompileOptions } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { runCompile, statistics } from "../run-compile.ts";

export const checkCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs check"), "vmcs").argument(
      "[files...]",
      "template files, or patterns such as 'profiles/*.pan'",
    );
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const raw = command.opts<RawCompileOptions>();
    const { host, terminal } = environment;
    const began = host.now();
    const run = await runCompile(command.args, raw, environment, true, () => undefined);
    if (raw.verbose === true) terminal.stdout(statistics(run, host.now() - began));
    return { diagnostics: run.diagnostics, to: raw.diagnostics, text: run.text };
  });
