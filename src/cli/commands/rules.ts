/** `vmcs rules`: repositories of rules are fed: from package lists, and from installations that failed. */

import type { RunCommand } from "../command.ts";
import { unknownCommand } from "../unknown-command.ts";

/** Loads what each needs, and nothing of the other. */
const actions: Readonly<Record<string, () => Promise<RunCommand>>> = {
  import: async () => (await import("./rules/import.ts")).rulesImportCommand,
  learn: async () => (await import("./rules/learn.ts")).rulesLearnCommand,
};

export const rulesCommand: RunCommand = async (args, environment) => {
  const [name = "", ...rest] = args;
  if (name === "" || name === "--help" || name === "-h") {
    environment.terminal.stdout(help);
    return name === "" ? 2 : 0;
  }
  const load = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const known = Object.keys(actions).map((action) => `rules ${action}`);
  const command = load === undefined ? unknownCommand(`rules ${name}`, known) : await load();
  return command(rest, environment);
};

const help = `usage: vmcs rules ACTION [options]

  import debian  make an index of Debian's package lists, for --packages
  learn          add the dependencies that a failed installation showed to a rule repository

vmcs rules ACTION --help tells the options of an action.
`;
