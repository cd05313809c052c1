/** The first words of commands, and those that have a second one. */

import type { CommandDescription } from "../describe-commands.ts";

export interface CommandTree {
  readonly names: readonly string[];
  readonly actions: readonly (readonly [name: string, words: readonly string[]])[];
}

export function commandTree(commands: readonly CommandDescription[]): CommandTree {
  const words = commands.map(({ name }) => name.split(" "));
  const names = [...new Set(words.map(([first = ""]) => first))];
  const actions = names.flatMap((name): CommandTree["actions"] => {
    const seconds = words.flatMap(([first, second]) =>
      first === name && second !== undefined ? [second] : [],
    );
    return seconds.length === 0 ? [] : [[name, seconds]];
  });
  return { names, actions };
}
