/** The options of `vmcs diff`, and what a side's project says of them. */

import { Command, Option } from "commander";
import type { Project } from "../../pipeline/project/find-project.ts";
import type { Environment } from "../command.ts";
import { repeatable } from "../common-options.ts";
import { addCompileOptions, type RawCompileOptions } from "../compile-options.ts";
import { parseCommand } from "../parse-command.ts";
import { useProject } from "../project.ts";
import { addNoRules, addRuleOptions, type RawRuleOptions } from "../rule-options.ts";
import { addTargetOptions, type RawTargetOptions } from "../target-options.ts";

export interface RawDiffOptions extends RawCompileOptions, RawRuleOptions, RawTargetOptions {
  readonly objects: readonly string[];
  readonly only: readonly string[];
  readonly stat?: boolean;
  readonly paths?: boolean;
  readonly output: "text" | "json" | "markdown";
  readonly incremental: boolean;
  readonly stateDir?: string;
}

export interface ParsedDiff {
  readonly words: readonly string[];
  readonly raw: RawDiffOptions;
  readonly project: Project | undefined;
  /** Whether the command line names the backends. */
  readonly namesBackends: boolean;
}

function diffCommandLine(): Command {
  const command = addCompileOptions(new Command("vmcs diff"), "vmcs")
    .argument(
      "[sides...]",
      "two directories, files or revisions, a range such as main..HEAD, or one side to compare with the current directory (default: HEAD)",
    )
    .addOption(
      repeatable(
        "--objects <pattern>",
        "descriptions to compare, on each side from its directory; repeatable",
        "the project's, else all",
      ),
    )
    .addOption(
      repeatable(
        "--only <pattern>",
        "tell only of paths such as '/network/**/mac', and what is below them; repeatable",
        "all",
      ),
    )
    .addOption(new Option("--stat", "a line for each machine").conflicts("paths"))
    .option("--paths", "the paths alone, each once")
    .option("--no-incremental", "build all, whatever earlier comparisons know of it")
    .option("--state-dir <dir>", "where that is kept (default: in the user's cache)")
    .addOption(
      new Option("--output <form>", "form of the result")
        .choices(["text", "json", "markdown"])
        .default("text"),
    );
  return addNoRules(addRuleOptions(addTargetOptions(command)));
}

/** Undefined if help was asked for. Relative paths are those of the side. */
export async function parseDiff(
  args: readonly string[],
  environment: Environment,
): Promise<ParsedDiff | undefined> {
  const command = diffCommandLine();
  if (parseCommand(command, args, environment) === "helped") return undefined;
  const words = command.args;
  const namesBackends = command.getOptionValueSource("backend") === "cli";
  const project = await useProject(command, environment);
  return { words, raw: command.opts<RawDiffOptions>(), project, namesBackends };
}

/** Without the project, which each side has its own of. */
export function parseWords(
  args: readonly string[],
  environment: Environment,
): Pick<ParsedDiff, "words" | "raw"> | undefined {
  const command = diffCommandLine();
  if (parseCommand(command, args, environment) === "helped") return undefined;
  return { words: command.args, raw: command.opts<RawDiffOptions>() };
}
