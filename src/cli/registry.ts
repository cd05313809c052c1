/** All commands, in the order in which the help lists them. */

import type { CommandEntry } from "./command.ts";

export const commands: readonly CommandEntry[] = [
  {
    name: "compile",
    summary: "compile templates to profiles",
    load: async () => (await import("./commands/compile.ts")).compileCommand,
  },
  {
    name: "watch",
    summary: "compile, and compile again whatever changes",
    load: async () => (await import("./commands/watch.ts")).watchCommand,
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
    name: "resolve",
    summary: "complete descriptions by rules: hidden dependencies, values, and why",
    load: async () => (await import("./commands/resolve.ts")).resolveCommand,
  },
  {
    name: "suggest",
    summary: "tell the best values for what a description leaves open",
    load: async () => (await import("./commands/suggest.ts")).suggestCommand,
  },
  {
    name: "rectify",
    summary: "change what a description says until no rule is broken",
    load: async () => (await import("./commands/rectify.ts")).rectifyCommand,
  },
  {
    name: "why",
    summary: "tell why a package or a value is in the result",
    load: async () => (await import("./commands/why.ts")).whyCommand,
  },
  {
    name: "rules",
    summary: "import package lists, and learn rules from failed installations",
    load: async () => (await import("./commands/rules.ts")).rulesCommand,
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
    name: "fmt",
    summary: "bring templates into the one layout, or check that they are in it",
    load: async () => (await import("./commands/fmt.ts")).fmtCommand,
  },
  {
    name: "lint",
    summary: "report what templates should not be written like, and mend it",
    load: async () => (await import("./commands/lint.ts")).lintCommand,
  },
  {
    name: "explain",
    summary: "explain a diagnostic code",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
];
