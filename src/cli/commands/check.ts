/** `vmcs check`: does everything that a build does, and writes nothing; what CI runs. */

import { Command } from "commander";
import { countOf } from "../../show/diff-words.ts";
import { noSecrets } from "../../spawn/backend.ts";
import type { RunCommand } from "../command.ts";
import { addCompileOptions } from "../compile-options.ts";
import { reasons } from "../drive-build.ts";
import { addDriverOptions, type RawDriverOptions } from "../driver-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { nothingBuilt, refuseNoWords } from "../nothing-built.ts";
import { parseCommand } from "../parse-command.ts";
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
import { statistics } from "../run-compile.ts";
import { runMachines } from "../run-machines.ts";
import { addTargetOptions, type RawTargetOptions, targetOf } from "../target-options.ts";

interface RawOptions extends RawDriverOptions, RawTargetOptions, RawRuleOptions, RawLocked {}

export const checkCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs check"), "vmcs").argument(
      "[files...]",
      "template files, or patterns such as 'profiles/*.pan'; without any, rule repositories alone",
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
    // Repositories can be judged by themselves.
    const namesRules = raw.rules !== false && raw.rules.length > 0;
    if (!namesRules) refuseNoWords(input);
    const plan = { sources, locked: raw.locked, backends, xenRelease, output: undefined };
    const run = await runMachines(input, raw, plan, environment);
    if (raw.verbose === true) terminal.stdout(reasons(run) + statistics(run, host.now() - began));
    const { text, passed } = run;
    const diagnostics = [...run.diagnostics, ...nothingBuilt(input, run)];
    // Other formats say themselves that nothing was found, and streams are theirs.
    if (diagnostics.length === 0 && raw.diagnostics.length === 0) {
      const what =
        input.words.length === 0 ? "rules" : countOf(run.profiles, "profile", "profiles");
      terminal.stdout(`${what} checked: no errors, no warnings\n`);
    }
    return { diagnostics, to: raw.diagnostics, text, passed };
  });
