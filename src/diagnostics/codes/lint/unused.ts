/** Rules about what nobody uses. */

import type { Definitions } from "../../definition.ts";

export const unusedLintCodes = {
  VP001: {
    severity: "warning",
    message: "The local variable `{name}` is assigned and never read.",
    help: "Remove the assignment, or use the variable.",
    explanation: `A value that nobody reads is a leftover, or a misspelt name: the variable that was meant is read with
another value. The variables of \`foreach\` are excepted, as they cannot be left out.

Wrong:

    function size = {
        total = ARGV[0] * 2;
        ARGV[0];
    };

Right:

    function size = {
        total = ARGV[0] * 2;
        total;
    };`,
  },
  VP002: {
    severity: "warning",
    message: "No template reads the global variable `{name}`.",
    help: "Remove it, or correct its name where it should be read.",
    explanation: `Looked for in all files that the linter was given, which --complete says are all there are. Variables
that the compiler reads itself, such as \`LOADPATH\`, are excepted, and so are names in \`\${…}\` of a text.

Wrong:

    variable MEMORY_SIZE = 512;
    '/ram' = 1024;

Right:

    variable MEMORY_SIZE = 512;
    '/ram' = MEMORY_SIZE;`,
  },
  VP003: {
    severity: "warning",
    message: "No template calls the function `{name}`.",
    help: "Remove it, or correct its name where it should be called.",
    explanation: `Looked for in all files that the linter was given, which --complete says are all there are.

Wrong:

    function double_size = ARGV[0] * 2;
    '/ram' = 1024;

Right:

    function double_size = ARGV[0] * 2;
    '/ram' = double_size(512);`,
  },
  VP004: {
    severity: "warning",
    message: "No template uses the type `{name}`.",
    help: "Bind it to a path, use it in another type, or remove it.",
    explanation: `A type that is bound to no path checks nothing. Looked for in all files that the linter was given, which
--complete says are all there are.

Wrong:

    type disk_size = long(1..);
    '/disk/size' = 20;

Right:

    type disk_size = long(1..);
    bind '/disk/size' = disk_size;
    '/disk/size' = 20;`,
  },
  VP005: {
    severity: "warning",
    message: "No template includes or creates `{name}`.",
    help: "Include it where it is wanted, or remove the file.",
    explanation: `Looked for in all files that the linter was given, which --complete says are all there are. Every text that
is the template's name counts as a use, and so does every name that is put together and could become it, such as
\`'os/' + OS_NAME + '/config'\`.

Wrong:

    template site/forgotten;

Right:

    object template web;

    include 'site/remembered';`,
  },
  VP017: {
    severity: "info",
    message: "There is nothing to suppress for {ids}.",
    help: "Remove the comment, or the ids that are not needed.",
    explanation: `\`# panlint disable=…\` on a line of its own speaks of the next line of code, and of no other. Once the
finding is gone it would hide the next one.

Wrong:

    # panlint disable=LP011
    variable MEMORY_SIZE = 512;

Right:

    # panlint disable=LP011
    variable RAM = 512;`,
  },
  VP025: {
    severity: "warning",
    message: "The default of `{name}` is never used: it has a value already.",
    help: "Remove this statement, or move it before the other one.",
    explanation: `\`?=\` assigns only where there is no value, and a statement of the same template has just given one.

Wrong:

    variable MEMORY_SIZE = 512;
    variable MEMORY_SIZE ?= 1024;

Right:

    variable MEMORY_SIZE ?= 1024;`,
  },
  VP026: {
    severity: "warning",
    message: "`{name}` is overwritten before anyone can read this value.",
    help: "Remove one of the two statements.",
    explanation: `A statement of the same template gives another value, and nothing between the two can see the first one.

Wrong:

    '/ram' = 512;
    '/ram' = 1024;

Right:

    '/ram' = 1024;`,
  },
} as const satisfies Definitions;
