/** All commands, in the order in which the help lists them. */

import type { CommandEntry } from "./command.ts";

export const commands: readonly CommandEntry[] = [
  {
    name: "compile",
    summary: "compile templates to profiles",
    load: async () => (await import("./commands/compile.ts")).compileCommand,
  },
  {
    name: "check",
    summary: "compile and validate templates without writing anything",
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  {
    name: "build",
    summary: "make profile, skeletons and Xen configuration of virtual machines",
    load: async () => (await import("./commands/build.ts")).buildCommand,
  },
  {
    name: "explain",
    summary: "explain a diagnostic code",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
];
