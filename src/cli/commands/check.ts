/** `vmcs check`: does everything that a build does, and writes nothing; what CI runs. */

import { Command } from "commander";
import { noSecrets } from "../../spawn/backend.ts";
import type { RunCommand } from "../command.ts";
import { addCompileOptions, parseCommand } from "../compile-options.ts";
import { addDriverOptions, type RawDriverOptions } from "../driver-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { nothingBuilt, refuseNoWords } from "../nothing-built.ts";
import { inputWords, useProject } from "../project.ts";
import {
  addLocked,
  addNoRules,
  addRuleOptions,
  type RawLocked,
  type RawRuleOptions,
  ruleSourcesIfWanted,
  wantsLaws,
} from "../rule-options.ts";
import { reasons } from "../run-build.ts";
import { statistics } from "../run-compile.ts";
import { runMachines } from "../run-machines.ts";
import { addTargetOptions, type RawTargetOptions, targetOf } from "../target-options.ts";

interface RawOptions extends RawDriverOptions, RawTargetOptions, RawRuleOptions, RawLocked {}

export const checkCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs check"), "vmcs").argument(
      "[files...]",
      "template files, or patterns such as 'profiles/*.pan'",
    );
    addNoRules(addLocked(addRuleOptions(addTargetOptions(command))));
    addDriverOptions(command, true);
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    const { host, terminal } = environment;
    const { backends, xenRelease } = targetOf(raw, noSecrets);
    const began = host.now();
    const sources = ruleSourcesIfWanted(raw, wantsLaws(project), environment);
    const input = inputWords(command.args, project);
    refuseNoWords(input);
    const plan = { sources, locked: raw.locked, backends, xenRelease, output: undefined };
    const run = await runMachines(input, raw, plan, environment);
    if (raw.verbose === true) terminal.stdout(reasons(run) + statistics(run, host.now() - began));
    const { text, passed } = run;
    const diagnostics = [...run.diagnostics, ...nothingBuilt(input, run)];
    // Other formats say themselves that nothing was found, and streams are theirs.
    if (diagnostics.length === 0 && raw.diagnostics.length === 0) {
      const what = run.profiles === 1 ? "1 profile" : `${run.profiles} profiles`;
      terminal.stdout(`${what} checked: no errors, no warnings\n`);
    }
    return { diagnostics, to: raw.diagnostics, text, passed };
  });
