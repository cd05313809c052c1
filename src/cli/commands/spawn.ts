/** `vmcs spawn`: from stored skeletons to the files of a platform, and to machines that run. */

import { Command } from "commander";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { noSpan } from "../../text/span.ts";
import { addApplyOptions, applyRequest, type RawApplyOptions } from "../apply-options.ts";
import type { Environment, RunCommand } from "../command.ts";
import { diagnosticsOption, parseCommand, repeatable } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { outputTo } from "../output.ts";
import { useProject } from "../project.ts";
import { destinations } from "../report.ts";
import { secretsOf } from "../secrets.ts";
import { skeletonSets } from "../skeleton-files.ts";
import { spawnMachines } from "../spawn-machines.ts";
import { addTargetOptions, type RawTargetOptions, targetOf } from "../target-options.ts";
import { UsageError } from "../usage-error.ts";

interface RawOptions extends RawTargetOptions, RawApplyOptions {
  readonly outputDir: string;
  readonly name: readonly string[];
  readonly diagnostics: readonly string[];
}

export const spawnCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = new Command("vmcs spawn")
      .argument("[files...]", "directories with skeletons, or their files")
      .addOption(repeatable("--name <name>", "spawn this machine only; repeatable", "all"))
      .option("--output-dir <dir>", "where the files go", ".")
      .addOption(diagnosticsOption());
    addApplyOptions(addTargetOptions(command));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    await useProject(command, environment);
    if (command.args.length === 0) {
      throw new UsageError(diagnostic("no-skeletons-named", noSpan, {}));
    }
    return spawnFiles(command.args, command.opts<RawOptions>(), environment);
  });

async function spawnFiles(
  words: readonly string[],
  raw: RawOptions,
  environment: Environment,
): Promise<Outcome> {
  // Whatever is wrong with the options is refused before anything is done.
  destinations(raw.diagnostics);
  const secrets = secretsOf(environment);
  const target = targetOf(raw, secrets.read);
  const request = applyRequest(raw, target);
  const output = outputTo(raw.outputDir, environment);
  const { sets, diagnostics: found } = await skeletonSets(words, raw.name, environment);
  const outcome = { to: raw.diagnostics, text: () => undefined };
  const spawned = await spawnMachines({ sets, target, output, found }, environment);
  const diagnostics = [...spawned.diagnostics, ...secrets.diagnostics];
  const failed = diagnostics.some(({ severity }) => severity === "error");
  if (request === undefined || failed) {
    return { ...outcome, diagnostics };
  }
  const { applyWritten } = await import("../apply-written.ts");
  const { redact } = secrets;
  const applied = await applyWritten(spawned.machines, output, request, redact, environment);
  return { ...outcome, diagnostics: [...diagnostics, ...applied] };
}
