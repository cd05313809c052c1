/** Commands that a page shows and no test runs: their names and options must exist. */

import { type CommandDescription, describeCommands } from "../../src/cli/describe-commands.ts";
import { commands } from "../../src/cli/registry.ts";

export async function checkCommands(code: string): Promise<void> {
  const known = await describeCommands(commands);
  const lines = code.replaceAll("\\\n", " ").split("\n");
  for (const line of lines) {
    const command = line.replace(/(?:^|\s)#.*$/, "");
    for (const match of command.matchAll(/\b(vmcs|panc)\s([^|;&]*)/g)) {
      const [, name = "", rest = ""] = match;
      if (isInPath(command, match.index)) continue;
      checkCall(known, name === "panc" ? `compile ${rest}` : rest, line);
    }
  }
}

/** `/etc/vmcs …` is no call. */
function isInPath(command: string, at: number): boolean {
  return at > 0 && !/\s/.test(command[at - 1] ?? "");
}

function checkCall(known: readonly CommandDescription[], text: string, line: string): void {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const [first = "", second = ""] = words;
  if (first.startsWith("-")) return;
  const command = known.find(({ name }) => name === `${first} ${second}` || name === first);
  if (command === undefined) throw new Error(`There is no command vmcs ${first}: ${line}`);
  for (const word of words.filter((one) => /^--?[a-z]/.test(one))) {
    const option = word.replace(/=.*$/, "");
    const isKnown =
      option === "--help" ||
      command.options.some(({ long, short }) => long === option || short === option);
    if (!isKnown) throw new Error(`vmcs ${command.name} has no option ${option}: ${line}`);
  }
}
