/**
 * `vmcs explain PATH`, `vmcs explain FILE:LINE`, `vmcs explain CODE`: where a value comes from, where a line of an
 * emitted file comes from, what a diagnostic means.
 *
 * `--output json` prints the document that src/show/explanation-json.ts describes.
 */

import { Command } from "commander";
import { explainCode, unknownCode } from "../../diagnostics/explain.ts";
import type { RunCommand } from "../command.ts";
import { outputOption } from "../common-options.ts";
import { addCompileOptions } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import type { RawLineOptions } from "../explain-line.ts";
import type { RawExplainOptions } from "../explain-path.ts";
import { finish } from "../finish.ts";
import { lineArgument } from "../line-argument.ts";
import { parseCommand } from "../parse-command.ts";
import { malformedPath, pathFirst } from "../path-arguments.ts";
import { useProject } from "../project.ts";
import { addNoRules, addRuleOptions } from "../rule-options.ts";
import { UsageError } from "../usage-error.ts";

export const explainCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = explainOptions(new Command("vmcs explain"));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const [asked = "", ...words] = pathFirst(command.args, environment);
    const line = lineArgument(asked);
    if (line !== undefined) {
      const project = await useProject(command, environment);
      const { explainLineOf } = await import("../explain-line.ts");
      const raw = command.opts<RawLineOptions>();
      return explainLineOf({ asked: line, words, project, raw }, environment);
    }
    if (!asked.startsWith("/")) {
      const text = explainCode(asked);
      if (text === undefined) {
        // No code has a slash or a dot.
        throw new UsageError(/[/.]/.test(asked) ? malformedPath(asked) : unknownCode(asked));
      }
      environment.terminal.stdout(text);
      return exitStatus.clean;
    }
    const project = await useProject(command, environment);
    const raw = command.opts<RawExplainOptions>();
    const { explainPathOf } = await import("../explain-path.ts");
    return explainPathOf({ path: asked, words, project, raw }, environment);
  });

function explainOptions(command: Command): Command {
  addCompileOptions(command, "vmcs")
    .argument(
      "<what>",
      "a path such as /system/name, where * stands for each key; FILE:LINE of a file that vmcs made; or the code of a diagnostic",
    )
    .argument("[files...]", "descriptions, or patterns such as 'vms/*.pan'")
    .option("--depth <n>", "how deep the table of a dict or a list goes", "all")
    .option("--full", "the whole history of each value below the path, or behind the line")
    .option(
      "--xen-release <release>",
      "release of Xen that the file is for, if it does not say",
      "4.17",
    )
    .option("--state-dir <dir>", "where it is kept what was built (default: in the user's cache)")
    .addOption(outputOption(["text", "json"]));
  return addNoRules(addRuleOptions(command));
}
