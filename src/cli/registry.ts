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
    summary: "do all that a build does without writing anything",
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  {
    name: "build",
    summary: "make profile, skeletons and a platform's files of virtual machines",
    load: async () => (await import("./commands/build.ts")).buildCommand,
  },
  {
    name: "spawn",
    summary: "make a platform's files of stored skeletons, and create the machines",
    load: async () => (await import("./commands/spawn.ts")).spawnCommand,
  },
  {
    name: "import",
    summary: "make descriptions of the configurations of xl, xm and libvirt",
    load: async () => (await import("./commands/import.ts")).importCommand,
  },
  {
    name: "explain",
    summary: "explain a diagnostic code",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
];
