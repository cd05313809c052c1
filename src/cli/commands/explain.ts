/** `vmcs explain CODE`: what a diagnostic means, with a wrong and a right example. */

import { Command } from "commander";
import { explainCode, unknownCode } from "../../diagnostics/explain.ts";
import type { RunCommand } from "../command.ts";
import { parseCommand } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { UsageError } from "../usage-error.ts";

export const explainCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = new Command("vmcs explain").argument(
      "<code>",
      "as a diagnostic shows it in brackets",
    );
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const [code = ""] = command.args;
    const text = explainCode(code);
    if (text === undefined) throw new UsageError(unknownCode(code));
    environment.terminal.stdout(text);
    return exitStatus.clean;
  });
