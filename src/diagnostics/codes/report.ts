import type { Definitions } from "../definition.ts";

/** What is wrong with `--diagnostics FORMAT=FILE`. */
export const reportCodes = {
  "report-file-unnamed": {
    severity: "error",
    message: "'--diagnostics {format}=' names no file.",
    help: "Name one behind the equals sign, or leave the sign away.",
    explanation: `\`--diagnostics FORMAT=FILE\` writes a report to a file; without \`=FILE\` it is printed. A variable of a script
that is empty leads here.

Wrong:

    vmcs check --diagnostics sarif= web.pan

Right:

    vmcs check --diagnostics sarif=vmcs.sarif web.pan`,
  },
  "reports-in-one-place": {
    severity: "error",
    message: "Both the {first} and the {second} report go to {place}.",
    help: "Give each a file of its own: FORMAT=FILE.",
    explanation: `Reports of several formats can be made at once, each in a place of its own: no program reads two formats from
one file or stream. Text is printed to stderr, all other formats to stdout.

Wrong:

    vmcs check --diagnostics sarif --diagnostics junit web.pan

Right:

    vmcs check --diagnostics sarif=vmcs.sarif --diagnostics junit=vmcs.xml web.pan`,
  },
} as const satisfies Definitions;
