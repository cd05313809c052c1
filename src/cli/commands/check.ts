/** `vmcs check`: does everything that a build does, and writes nothing; what CI runs. */

import { Command } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RunCommand } from "../command.ts";
import { addCompileOptions, parseCommand, type RawCompileOptions } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { buildProfile, describesMachine } from "../machine-profile.ts";
import { runCompile, statistics } from "../run-compile.ts";
import { anySecret } from "../secrets.ts";
import { addTargetOptions, type RawTargetOptions, targetOf } from "../target-options.ts";

interface RawOptions extends RawCompileOptions, RawTargetOptions {}

export const checkCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs check"), "vmcs").argument(
      "[files...]",
      "template files, or patterns such as 'profiles/*.pan'",
    );
    addTargetOptions(command);
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const raw = command.opts<RawOptions>();
    const { host, terminal } = environment;
    const target = targetOf(raw, anySecret);
    const began = host.now();
    const found: Diagnostic[] = [];
    const run = await runCompile(command.args, raw, environment, true, (profile) => {
      if (!describesMachine(profile)) return;
      found.push(...buildProfile(profile, target, environment).diagnostics);
    });
    if (raw.verbose === true) terminal.stdout(statistics(run, host.now() - began));
    return { diagnostics: [...run.diagnostics, ...found], to: raw.diagnostics, text: run.text };
  });
