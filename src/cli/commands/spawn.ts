/** `vmcs spawn`: from stored skeletons to the files of a platform, and to machines that run. */

import { Command } from "commander";
import { diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { noSpan } from "../../text/span.ts";
import { addApplyOptions, applyRequest, type RawApplyOptions } from "../apply-options.ts";
import type { Environment, RunCommand } from "../command.ts";
import { diagnosticsOption, repeatable } from "../common-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { outputTo } from "../output.ts";
import { parseCommand } from "../parse-command.ts";
import { useProject } from "../project.ts";
import { destinations } from "../report.ts";
import { secretsOf } from "../secrets.ts";
import { skeletonSets } from "../skeleton-files.ts";
import { spawnMachines } from "../spawn-machines.ts";
import { addTargetOptions, type RawTargetOptions, targetOf } from "../target-options.ts";
import { UsageError } from "../usage-error.ts";

interface RawOptions extends RawTargetOptions, RawApplyOptions {
  readonly outputDir?: string;
  readonly name: readonly string[];
  readonly diagnostics: readonly string[];
}

export const spawnCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = new Command("vmcs spawn")
      .argument(
        "[files...]",
        "directories with skeletons, or their files (default: where the project's build puts them)",
      )
      .addOption(repeatable("--name <name>", "spawn this machine only; repeatable", "all"))
      .option("--output-dir <dir>", "where the files go (default: the directory that is named)")
      .addOption(diagnosticsOption());
    addApplyOptions(addTargetOptions(command));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    const built =
      command.getOptionValueSource("outputDir") === "config" ? raw.outputDir : undefined;
    const words = command.args.length > 0 || built === undefined ? command.args : [built];
    if (words.length === 0) throw new UsageError(diagnostic("no-skeletons-named", noSpan, {}));
    return spawnFiles(words, raw, environment);
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
  const output = outputTo(raw.outputDir ?? directoryNamed(words, environment), environment);
  const { sets, diagnostics: found } = await skeletonSets(words, raw.name, environment);
  const outcome = { to: raw.diagnostics, text: () => undefined };
  const spawned = await spawnMachines({ sets, target, output, found }, environment);
  const diagnostics = [...spawned.diagnostics, ...secrets.diagnostics];
  const failed = hasErrors(diagnostics);
  if (request === undefined || failed) {
    return { ...outcome, diagnostics };
  }
  const { applyWritten } = await import("../apply-written.ts");
  const { redact } = secrets;
  const applied = await applyWritten(spawned.machines, output, request, redact, environment);
  return { ...outcome, diagnostics: [...diagnostics, ...applied] };
}

/** Files lie beside the skeletons that they are made from, where these are all in one place. */
function directoryNamed(words: readonly string[], { host }: Environment): string {
  const [first = ".", ...others] = words;
  return others.length === 0 && host.kind(first) === "directory" ? first : ".";
}
