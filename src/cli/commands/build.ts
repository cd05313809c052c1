/** `vmcs build`: the whole road from descriptions to files for a platform. */

import { Command } from "commander";
import { displayPath } from "../../host/path.ts";
import type { RuleSources } from "../../pipeline/rules/rule-set.ts";
import { noSecrets } from "../../spawn/backend.ts";
import type { Environment, RunCommand } from "../command.ts";
import { addCompileOptions } from "../compile-options.ts";
import { reasons } from "../drive-build.ts";
import { addDriverOptions, type RawDriverOptions } from "../driver-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { nothingBuilt, refuseNoWords } from "../nothing-built.ts";
import { outputTo } from "../output.ts";
import { parseCommand } from "../parse-command.ts";
import { profileFormats } from "../profile-formats.ts";
import { type InputWords, inputWords, useProject } from "../project.ts";
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

interface RawOptions extends RawDriverOptions, RawTargetOptions, RawRuleOptions, RawLocked {
  readonly formats: string;
  readonly outputDir: string;
}

export const buildCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs build"), "vmcs")
      .argument("[files...]", "descriptions of virtual machines, or patterns such as 'vms/*.pan'")
      .option("--formats <list>", "formats of the profile", "json")
      .option("--output-dir <dir>", "where the files go", ".");
    addNoRules(addLocked(addRuleOptions(addTargetOptions(command))));
    addDriverOptions(command, true);
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const input = inputWords(command.args, project);
    refuseNoWords(input);
    const raw = command.opts<RawOptions>();
    const sources = ruleSourcesIfWanted(raw, wantsLaws(project), environment);
    return buildFiles(input, raw, sources, environment);
  });

async function buildFiles(
  input: InputWords,
  raw: RawOptions,
  sources: RuleSources | undefined,
  environment: Environment,
): Promise<Outcome> {
  const { host, terminal } = environment;
  // A wrong value is refused before anything is done.
  profileFormats(raw.formats);
  const { directory } = outputTo(raw.outputDir, environment);
  const { backends, xenRelease } = targetOf(raw, noSecrets);
  const output = { directory, formats: raw.formats };
  const plan = { sources, locked: raw.locked, backends, xenRelease, output };
  const began = host.now();
  const run = await runMachines(input, raw, plan, environment, (paths) => {
    for (const path of paths) {
      terminal.stdout(`${displayPath(host.currentDirectory, path)}\n`);
    }
  });
  if (raw.verbose === true) terminal.stdout(reasons(run) + statistics(run, host.now() - began));
  const { text, passed } = run;
  const diagnostics = [...run.diagnostics, ...nothingBuilt(input, run)];
  return { diagnostics, to: raw.diagnostics, text, passed };
}
