/** The commands that compile and do nothing else: a small program has them, as they are called most. */

import type { CommandEntry } from "./command.ts";

export const compileCommands: readonly CommandEntry[] = [
  {
    name: "compile",
    group: "templates",
    summary: "compile templates to profiles",
    load: async () => (await import("./commands/compile.ts")).compileCommand,
  },
  {
    name: "watch",
    group: "templates",
    summary: "compile, and compile again whatever changes",
    load: async () => (await import("./commands/watch.ts")).watchCommand,
  },
];
