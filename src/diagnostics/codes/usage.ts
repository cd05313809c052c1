import type { Definitions } from "../definition.ts";

/** What a command line is refused for. */
export const usageCodes = {
  "unknown-command": {
    severity: "error",
    message: "There is no command '{name}'.",
    help: "Run 'vmcs --help' for the list of commands.",
    explanation: `The first word behind \`vmcs\` is the name of a command.

Wrong:

    vmcs compil web.pan

Right:

    vmcs compile web.pan`,
  },
  "wrong-usage": {
    severity: "error",
    message: "{problem}.",
    help: "Run '{command} --help' for the options.",
    explanation: `The command line has an option that does not exist, lacks a value, or gives a value that is not allowed.

Wrong:

    vmcs compile --format json web.pan

Right:

    vmcs compile --formats json web.pan`,
  },
  "not-a-whole-number": {
    severity: "error",
    message: "{option} needs a whole number, but is '{given}'.",
    explanation: `Limits and counts are given as whole numbers. Zero lifts a limit.

Wrong:

    vmcs compile --max-iteration many web.pan

Right:

    vmcs compile --max-iteration 20000 web.pan`,
  },
  "unknown-format": {
    severity: "error",
    message: "There is no profile format '{format}'.",
    help: "The formats are pan, xml, json, text, dot, dep, null and none; pan, xml, json and dep also with .gz.",
    explanation: `\`--formats\` takes a list of formats, separated by commas.

Wrong:

    vmcs compile --formats yaml web.pan

Right:

    vmcs compile --formats json,dep web.pan`,
  },
  "unknown-diagnostics-format": {
    severity: "error",
    message: "There is no format '{format}' for diagnostics.",
    help: "The formats are {known}; FORMAT=FILE writes to a file.",
    explanation: `\`--diagnostics\` says how errors and warnings are reported. It may be given several times.

Wrong:

    vmcs check --diagnostics html web.pan

Right:

    vmcs check --diagnostics text --diagnostics json=report.jsonl web.pan`,
  },
  "file-missing": {
    severity: "error",
    message: "There is no file '{path}'.",
    help: "Check the spelling and the current directory.",
    explanation: `A file that was named on the command line does not exist.

Wrong:

    vmcs compile no-such-file.pan

Right:

    vmcs compile web.pan`,
  },
  "file-not-directory": {
    severity: "error",
    message: "'{path}' is a directory.",
    help: "Name template files, or use a pattern such as '{path}/*.pan'.",
    explanation: `Commands compile files. A pattern in quotes names many.

Wrong:

    vmcs compile profiles

Right:

    vmcs compile 'profiles/*.pan'`,
  },
  "nothing-matches": {
    severity: "error",
    message: "No file matches '{pattern}'.",
    help: "Check the pattern and the current directory.",
    explanation: `A pattern on the command line names no existing file.

Wrong:

    vmcs compile 'profiels/*.pan'

Right:

    vmcs compile 'profiles/*.pan'`,
  },
  "directory-missing": {
    severity: "error",
    message: "The {what} directory '{path}' does not exist.",
    help: "Create it, or name another one.",
    explanation: `A directory that was named on the command line does not exist, or is a file.

Wrong:

    vmcs compile --include-path no/such/directory web.pan

Right:

    vmcs compile --include-path templates web.pan`,
  },
  "initial-data-invalid": {
    severity: "error",
    message: "The value of --initial-data cannot be used: {problem}",
    help: "It is DML that gives a dict, such as dict('site', 'north').",
    explanation: `\`--initial-data\` is a piece of DML, evaluated once, that gives the dict every configuration starts with.

Wrong:

    vmcs compile --initial-data 42 web.pan

Right:

    vmcs compile --initial-data "dict('site', 'north')" web.pan`,
  },
  "regex-option-invalid": {
    severity: "error",
    message: "{option} needs a regular expression, but is '{given}': {problem}.",
    explanation: `The option is matched against the names of templates, as a whole, with Java's regular expressions.

Wrong:

    vmcs compile --debug-ns-include 'site/(' web.pan

Right:

    vmcs compile --debug-ns-include 'site/.*' web.pan`,
  },
  "unknown-code": {
    severity: "error",
    message: "There is no diagnostic '{code}'.",
    help: "A diagnostic shows its code in brackets: error[code].",
    explanation: `\`vmcs explain\` explains the codes that diagnostics carry.

Wrong:

    vmcs explain no-such-code

Right:

    vmcs explain value-undefined`,
  },
  "nothing-to-do": {
    severity: "error",
    message: "No template file was named.",
    help: "Name the files of object templates.",
    explanation: `The command works on template files.

Wrong:

    vmcs build

Right:

    vmcs build examples/web-server/web-server.pan`,
  },
} as const satisfies Definitions;
