/** `vmcs test`: runs tests of templates. */

import { Command } from "commander";
import type { RunCommand } from "../command.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { parseCommand } from "../parse-command.ts";
import { useProject } from "../project.ts";
import { destinations } from "../report.ts";
import { addTestOptions, type RawTestOptions, refuseContradictions } from "../test-options.ts";
import { testOnce } from "../test-run.ts";

export const testCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addTestOptions(new Command("vmcs test"));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const raw = command.opts<RawTestOptions>();
    destinations(raw.diagnostics);
    refuseContradictions(raw);
    if (raw.watch === true) {
      const { watchTests } = await import("../test-watch.ts");
      await watchTests(command.args, project, raw, environment);
      return exitStatus.clean;
    }
    return testOnce(command.args, project, raw, environment);
  });
