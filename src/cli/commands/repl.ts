/** `vmcs repl`: evaluates DML at a path of a built profile; from a terminal, from a pipe, or from `--eval`. */

import { Command } from "commander";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { outputOption, repeatable, wholeNumber } from "../common-options.ts";
import { addCompileOptions, compileOptions } from "../compile-options.ts";
import { type ExitStatus, exitStatus } from "../exit-status.ts";
import type { RawExplainOptions } from "../explain-path.ts";
import { finish } from "../finish.ts";
import { inputFiles } from "../input-files.ts";
import { parseCommand } from "../parse-command.ts";
import { inputWords, useProject } from "../project.ts";
import { Conversation, type ConversationInput } from "../repl/conversation.ts";
import { destinations } from "../report.ts";
import { addNoRules, addRuleOptions } from "../rule-options.ts";
import { templatesFor } from "../run-compile.ts";
import { UsageError } from "../usage-error.ts";

interface RawReplOptions extends Omit<RawExplainOptions, "output" | "depth"> {
  readonly at: string;
  readonly eval: readonly string[];
  readonly output: "pan" | "json";
  readonly maxWork: string;
}

export const replCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = replOptions(new Command("vmcs repl"));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const raw = command.opts<RawReplOptions>();
    const to = destinations(raw.diagnostics);
    const { files, diagnostics } = await inputFiles(inputWords(command.args, project), environment);
    const [problem, ...more] = diagnostics;
    if (problem !== undefined) throw new UsageError(problem, ...more);
    const input: Omit<ConversationInput, "interruptible"> = {
      environment,
      options: (file) =>
        compileOptions(
          raw,
          [...new Set([...(file === undefined ? [] : [file]), ...files])],
          environment,
          true,
        ),
      templates: templatesFor(raw, environment) ?? new Map(),
      file: files[0],
      output: raw.output,
      workLimit: workLimit(raw.maxWork),
      to,
      explain: async (path, file) => {
        const { explainPathOf } = await import("../explain-path.ts");
        const options: RawExplainOptions = { ...raw, output: "text", depth: "all" };
        const request = { path, words: [file], project, raw: options };
        return (await explainPathOf(request, environment)).diagnostics;
      },
    };
    return converse(input, raw, environment);
  });

function replOptions(command: Command): Command {
  addCompileOptions(command, "vmcs")
    .argument("[files...]", "the template to ask, the first of several (default: the project's)")
    .option("--at <path>", "path where DML is evaluated", "/")
    .addOption(
      repeatable("-e, --eval <dml>", "evaluate this and end; repeatable", "what is typed or piped"),
    )
    .addOption(outputOption(["pan", "json"], "form of values"))
    .option(
      "--max-work <n>",
      "iterations and calls that one input may take (0: no limit)",
      "10000000",
    );
  return addNoRules(addRuleOptions(command));
}

async function converse(
  input: Omit<ConversationInput, "interruptible">,
  raw: RawReplOptions,
  environment: Environment,
): Promise<ExitStatus> {
  const isTerminal = raw.eval.length === 0 && process.stdin.isTTY === true;
  const plainly: ConversationInput["interruptible"] = (run) => run();
  const interruptible = isTerminal
    ? (await import("../repl/from-terminal.ts")).untilInterrupted
    : plainly;
  const conversation = new Conversation({ ...input, interruptible });
  if (!conversation.goTo(raw.at, noSpan)) {
    await conversation.end();
    return exitStatus.errors;
  }
  if (raw.eval.length > 0) {
    for (const [i, text] of raw.eval.entries()) {
      if (!conversation.isOver) await conversation.take(`<eval ${i + 1}>`, text);
    }
  } else if (isTerminal) {
    const { converseAtTerminal } = await import("../repl/from-terminal.ts");
    await converseAtTerminal(conversation, environment);
  } else {
    const { converseThroughPipe } = await import("../repl/from-pipe.ts");
    await converseThroughPipe(conversation, process.stdin);
  }
  await conversation.end();
  return conversation.hasFailed && !isTerminal ? exitStatus.errors : exitStatus.clean;
}

function workLimit(given: string): number {
  const number = wholeNumber("--max-work", given);
  return number <= 0 ? Number.MAX_SAFE_INTEGER : number;
}
