/** All commands, in the order in which the help lists them. */

import type { CommandEntry } from "./command.ts";
import { rulesActions } from "./commands/rules/actions.ts";
import { compileCommands } from "./compile-registry.ts";

export const commands: readonly CommandEntry[] = [
  {
    name: "init",
    group: "machines",
    summary: "write a small project that works at once: a description, a rule, a test",
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
  {
    name: "check",
    group: "machines",
    summary: "do all that a build does without writing anything",
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  {
    name: "build",
    group: "machines",
    summary: "make profile, skeletons and a platform's files of virtual machines",
    load: async () => (await import("./commands/build.ts")).buildCommand,
  },
  {
    name: "spawn",
    group: "machines",
    summary: "make a platform's files of stored skeletons, and create the machines",
    load: async () => (await import("./commands/spawn.ts")).spawnCommand,
  },
  {
    name: "import",
    group: "machines",
    summary: "make descriptions of the configurations of xl, xm and libvirt",
    load: async () => (await import("./commands/import.ts")).importCommand,
  },
  {
    name: "explain",
    group: "questions",
    summary: "tell where a value comes from, or what a diagnostic means",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
  {
    name: "diff",
    group: "questions",
    summary: "tell which machines change between two directories or revisions, and why",
    load: async () => (await import("./commands/diff.ts")).diffCommand,
  },
  {
    name: "why",
    group: "questions",
    summary: "tell why a package or a value is in the result",
    load: async () => (await import("./commands/why.ts")).whyCommand,
  },
  {
    name: "graph",
    group: "questions",
    summary: "draw who includes whom, who sets what, which packages need each other",
    load: async () => (await import("./commands/graph.ts")).graphCommand,
  },
  {
    name: "repl",
    group: "questions",
    summary: "evaluate DML at a path of a profile: typed, piped or on the command line",
    load: async () => (await import("./commands/repl.ts")).replCommand,
  },
  {
    name: "resolve",
    group: "rules",
    summary: "complete descriptions by rules: hidden dependencies, values, and why",
    load: async () => (await import("./commands/resolve.ts")).resolveCommand,
  },
  {
    name: "suggest",
    group: "rules",
    summary: "tell the best values for what a description leaves open",
    load: async () => (await import("./commands/suggest.ts")).suggestCommand,
  },
  {
    name: "rectify",
    group: "rules",
    summary: "change what a description says until no rule is broken",
    load: async () => (await import("./commands/rectify.ts")).rectifyCommand,
  },
  {
    name: "rules",
    group: "rules",
    summary: "import package lists, and learn rules from failed installations",
    actions: rulesActions,
    load: async () => (await import("./commands/rules.ts")).rulesCommand,
  },
  ...compileCommands,
  {
    name: "test",
    group: "templates",
    summary: "run tests of templates: expected values, errors, snapshots; coverage",
    load: async () => (await import("./commands/test.ts")).testCommand,
  },
  {
    name: "fmt",
    group: "templates",
    summary: "bring templates into the one layout, or check that they are in it",
    load: async () => (await import("./commands/fmt.ts")).fmtCommand,
  },
  {
    name: "lint",
    group: "templates",
    summary: "report what templates should not be written like, and mend it",
    load: async () => (await import("./commands/lint.ts")).lintCommand,
  },
  {
    name: "doc",
    group: "templates",
    summary: "make a site of what templates offer: paths, types, functions, who sets what",
    load: async () => (await import("./commands/doc.ts")).docCommand,
  },
  {
    name: "lsp",
    group: "tools",
    summary: "serve editors by the Language Server Protocol, over standard streams",
    load: async () => (await import("./commands/lsp.ts")).lspCommand,
  },
  {
    name: "completions",
    group: "tools",
    summary: "print a script that lets a shell complete commands, options and values",
    load: async () => (await import("./commands/completions.ts")).completionsCommand,
  },
];
