/** `vmcs build`: the whole road from descriptions to files for a platform. */

import { Command } from "commander";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import type { ProfileFormat } from "../../pan/profile/profile.ts";
import { profileFileName, profileText } from "../../pan/profile/write-profile.ts";
import type { RuleSources } from "../../pipeline/rules/rule-set.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { addCompileOptions, parseCommand, type RawCompileOptions } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { buildProfile } from "../machine-profile.ts";
import { type NamedFile, outputTo } from "../output.ts";
import { profileFormats } from "../profile-formats.ts";
import { type InputWords, inputWords, useProject } from "../project.ts";
import {
  addNoRules,
  addRuleOptions,
  type RawRuleOptions,
  ruleSourcesIfWanted,
  wantsLaws,
} from "../rule-options.ts";
import { compileAndJudge } from "../rule-run.ts";
import { statistics } from "../run-compile.ts";
import { secretsOf } from "../secrets.ts";
import { addTargetOptions, type RawTargetOptions, targetOf } from "../target-options.ts";
import { UsageError } from "../usage-error.ts";

interface RawOptions extends RawCompileOptions, RawTargetOptions, RawRuleOptions {
  readonly formats: string;
  readonly outputDir: string;
}

export const buildCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs build"), "vmcs")
      .argument("[files...]", "descriptions of virtual machines, or patterns such as 'vms/*.pan'")
      .option("--formats <list>", "formats of the profile", "json")
      .option("--output-dir <dir>", "where the files go", ".");
    addNoRules(addRuleOptions(addTargetOptions(command)));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const input = inputWords(command.args, project);
    if (input.words.length === 0) throw new UsageError(diagnostic("nothing-to-do", noSpan, {}));
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
  const formats = profileFormats(raw.formats);
  const output = outputTo(raw.outputDir, environment);
  const secrets = secretsOf(environment);
  const target = targetOf(raw, secrets.read);
  const began = host.now();
  const diagnostics: Diagnostic[] = [];
  const { run, judged } = await compileAndJudge(input, raw, sources, environment, (result) => {
    const { profile, isSound } = result;
    const built = buildProfile(result, target, environment);
    diagnostics.push(...built.diagnostics);
    if (built.files.length === 0 || !isSound) return;
    const profiles = formats.map((format) => profileFile(profile, format, environment));
    const files = [...profiles, ...built.files];
    const conflicts = output.claim(profile.name, files);
    diagnostics.push(...(conflicts.length > 0 ? conflicts : output.write(files)));
  });
  if (raw.verbose === true) terminal.stdout(statistics(run, host.now() - began));
  return {
    diagnostics: [...run.diagnostics, ...judged, ...diagnostics, ...secrets.diagnostics],
    to: raw.diagnostics,
    text: run.text,
    passed: run.passed,
  };
}

function profileFile(
  profile: CompiledProfile,
  format: ProfileFormat,
  { host }: Environment,
): NamedFile {
  const text = profileText(format, profile);
  const content = format.compressed ? host.gzip(new TextEncoder().encode(text)) : text;
  return { name: profileFileName(profile.name, format), content };
}
