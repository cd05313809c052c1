/** The first words of commands, and those that have a second one. */

import type { CommandDescription } from "../describe-commands.ts";

export interface CommandTree {
  readonly entries: readonly CommandDescription["entry"][];
  readonly actions: readonly (readonly [name: string, words: readonly string[]])[];
}

export function commandTree(commands: readonly CommandDescription[]): CommandTree {
  const entries = new Map(commands.map(({ entry }) => [entry.name, entry]));
  const actions = [...entries.keys()].flatMap((name): CommandTree["actions"] => {
    const words = commands
      .filter((command) => command.entry.name === name && command.name !== name)
      .map((command) => command.name.slice(name.length + 1));
    return words.length === 0 ? [] : [[name, words]];
  });
  return { entries: [...entries.values()], actions };
}
