/** All commands, in the order in which the help lists them. */

import type { CommandEntry } from "./command.ts";
import { compileCommands } from "./compile-registry.ts";

export const commands: readonly CommandEntry[] = [
  {
    name: "init",
    summary: "write a small project that works at once: a description, a rule, a test",
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
  ...compileCommands,
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
    actions: ["import", "learn"],
    load: async () => (await import("./commands/rules.ts")).rulesCommand,
  },
  {
    name: "diff",
    summary: "tell which machines change between two directories or revisions, and why",
    load: async () => (await import("./commands/diff.ts")).diffCommand,
  },
  {
    name: "graph",
    summary: "draw who includes whom, who sets what, which packages need each other",
    load: async () => (await import("./commands/graph.ts")).graphCommand,
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
    name: "test",
    summary: "run tests of templates: expected values, errors, snapshots; coverage",
    load: async () => (await import("./commands/test.ts")).testCommand,
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
    name: "repl",
    summary: "evaluate DML at a path of a profile: typed, piped or on the command line",
    load: async () => (await import("./commands/repl.ts")).replCommand,
  },
  {
    name: "lsp",
    summary: "serve editors by the Language Server Protocol, over standard streams",
    load: async () => (await import("./commands/lsp.ts")).lspCommand,
  },
  {
    name: "doc",
    summary: "make a site of what templates offer: paths, types, functions, who sets what",
    load: async () => (await import("./commands/doc.ts")).docCommand,
  },
  {
    name: "completions",
    summary: "print a script that lets a shell complete commands, options and values",
    load: async () => (await import("./commands/completions.ts")).completionsCommand,
  },
  {
    name: "explain",
    summary: "tell where a value comes from, or what a diagnostic means",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
];
