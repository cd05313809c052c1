/** A command that does not exist. */

import { diagnostic } from "../diagnostics/diagnostic.ts";
import { closestName } from "../text/did-you-mean.ts";
import { noSpan } from "../text/span.ts";
import type { RunCommand } from "./command.ts";
import { finish } from "./finish.ts";
import { UsageError } from "./usage-error.ts";

export function unknownCommand(name: string, known: readonly string[]): RunCommand {
  const guess = closestName(name, known);
  const help = guess === undefined ? {} : { help: `Did you mean '${guess}'?` };
  return (_args, environment) =>
    finish(environment, async () => {
      throw new UsageError(diagnostic("unknown-command", noSpan, { name }, help));
    });
}
