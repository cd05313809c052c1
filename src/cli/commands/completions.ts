/** `vmcs completions SHELL`: a script that lets a shell complete what `vmcs` and `panc` understand. */

import { Argument, Command } from "commander";
import type { RunCommand } from "../command.ts";
import { bashCompletions } from "../completions/bash.ts";
import { fishCompletions } from "../completions/fish.ts";
import { zshCompletions } from "../completions/zsh.ts";
import {
  type CommandDescription,
  describeCommands,
  describeReference,
} from "../describe-commands.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { parseCommand } from "../parse-command.ts";

/** The commands of `vmcs`, and `panc`. */
type Script = (commands: readonly CommandDescription[], reference: CommandDescription) => string;

const shells: Readonly<Record<string, Script>> = {
  bash: bashCompletions,
  zsh: zshCompletions,
  fish: fishCompletions,
};

export const completionsCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const names = Object.keys(shells);
    const command = new Command("vmcs completions").addArgument(
      new Argument("<shell>", "shell that the script is for").choices(names),
    );
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const [shell = ""] = command.args;
    const commands = await describeCommands(environment.commands ?? []);
    environment.terminal.stdout(shells[shell]?.(commands, await describeReference()) ?? "");
    return exitStatus.clean;
  });
