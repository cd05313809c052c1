/** `vmcs rules`: repositories of rules are fed: from package lists, and from installations that failed. */

import type { RunCommand } from "../command.ts";
import { exitStatus } from "../exit-status.ts";
import { unknownCommand } from "../unknown-command.ts";
import { rulesActions } from "./rules/actions.ts";

export const rulesCommand: RunCommand = async (args, environment) => {
  const [name = "", ...rest] = args;
  if (name === "" || name === "--help" || name === "-h") {
    environment.terminal.stdout(help());
    return name === "" ? exitStatus.usage : exitStatus.clean;
  }
  const action = rulesActions.find((candidate) => candidate.name === name);
  const command = action === undefined ? unknownAction(name) : await action.load();
  return command(rest, environment);
};

function unknownAction(name: string): RunCommand {
  const known = rulesActions.map((action) => `rules ${action.name}`);
  const list = known.map((action) => `'vmcs ${action}'`).join(" and ");
  return unknownCommand(`rules ${name}`, known, `There are ${list}.`);
}

function help(): string {
  const width = Math.max(...rulesActions.map(({ name }) => name.length));
  const lines = rulesActions.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`);
  return [
    "Usage: vmcs rules ACTION [options]\n",
    lines.join(""),
    "vmcs rules ACTION --help tells the options of an action.\n",
  ].join("\n");
}
