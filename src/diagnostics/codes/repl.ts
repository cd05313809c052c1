import type { Definitions } from "../definition.ts";

/** What an evaluation of `vmcs repl` ends with. */
export const replCodes = {
  "work-limit-reached": {
    severity: "error",
    message: "This was ended after {limit} iterations and calls.",
    help: "If it needs more, give a larger --max-work; 0 lifts the limit.",
    explanation: `Each loop has a limit of iterations and each call one of depth. Loops in loops stay within both and run for ages, so
\`vmcs repl\` counts the iterations and calls of an expression altogether.

Wrong:

    vmcs repl --eval 'x = 0; while (x < 9999) { y = 0; while (y < 9999) y = y + 1; x = x + 1 }'

Right:

    vmcs repl --eval 'x = 0; while (x < 99) { y = 0; while (y < 99) y = y + 1; x = x + 1 }'`,
  },
} as const satisfies Definitions;

/** What `vmcs repl` is told and does not understand. */
export const replUsageCodes = {
  "repl-command-unknown": {
    severity: "error",
    message: "There is no command '{name}' here.",
    help: "The commands are {known}.",
    explanation: `In \`vmcs repl\` a line that begins with a colon is a command; everything else is DML.

Wrong:

    :pathh /hardware

Right:

    :path /hardware`,
  },
  "repl-command-malformed": {
    severity: "error",
    message: "It is not said {what}.",
    help: "Write {form}.",
    explanation: `Commands of \`vmcs repl\` want to know a path, a file or what is assigned. Paths may be written without quotes;
those that do not begin with a slash begin at the current path, and \`..\` is one step up.

Wrong:

    :set /hardware/cpu/count

Right:

    :set /hardware/cpu/count = 2`,
  },
} as const satisfies Definitions;
