/** `vmcs check`: does everything that a build does, and writes nothing; what CI runs. */

import { Command } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RunCommand } from "../command.ts";
import { addCompileOptions, parseCommand, type RawCompileOptions } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { buildProfile, describesMachine } from "../machine-profile.ts";
import { inputWords, useProject } from "../project.ts";
import {
  addNoRules,
  addRuleOptions,
  type RawRuleOptions,
  ruleSourcesIfWanted,
  wantsLaws,
} from "../rule-options.ts";
import { compileAndJudge } from "../rule-run.ts";
import { statistics } from "../run-compile.ts";
import { anySecret } from "../secrets.ts";
import { addTargetOptions, type RawTargetOptions, targetOf } from "../target-options.ts";

interface RawOptions extends RawCompileOptions, RawTargetOptions, RawRuleOptions {}

export const checkCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs check"), "vmcs").argument(
      "[files...]",
      "template files, or patterns such as 'profiles/*.pan'",
    );
    addNoRules(addRuleOptions(addTargetOptions(command)));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    const { host, terminal } = environment;
    const target = targetOf(raw, anySecret);
    const began = host.now();
    const found: Diagnostic[] = [];
    const sources = ruleSourcesIfWanted(raw, wantsLaws(project), environment);
    const input = inputWords(command.args, project);
    const { run, judged } = await compileAndJudge(input, raw, sources, environment, (result) => {
      if (!describesMachine(result.profile)) return;
      found.push(...buildProfile(result, target, environment).diagnostics);
    });
    if (raw.verbose === true) terminal.stdout(statistics(run, host.now() - began));
    const diagnostics = [...run.diagnostics, ...judged, ...found];
    return { diagnostics, to: raw.diagnostics, text: run.text, passed: run.passed };
  });
