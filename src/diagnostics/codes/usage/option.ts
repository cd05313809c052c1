/** Commands, and their options and arguments. */

import type { Definitions } from "../../definition.ts";

export const optionCodes = {
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
  "option-needs-other": {
    severity: "error",
    message: "{option} means nothing without {other}.",
    help: "Add {other}, or leave {option} out.",
    explanation: `Some options say how another one is to be done.

Wrong:

    vmcs spawn build --replace

Right:

    vmcs spawn build --apply --replace`,
  },
  "options-exclude-each-other": {
    severity: "error",
    message: "{first} cannot be given together with {second}.",
    help: "Leave one of them out.",
    explanation: `The two options, or two values of one option, contradict each other: a machine is created on one platform only, and
one name cannot be that of several descriptions.

Wrong:

    vmcs spawn build --backend xen,libvirt --apply

Right:

    vmcs spawn build --backend xen --apply`,
  },
  "option-without-effect": {
    severity: "warning",
    message: "{option} has no effect: {reason}.",
    help: "Mend it, or leave it out.",
    explanation: `An option was given that the reference compiler accepts too, and that changes nothing the way it is given.

Wrong:

    panc --logging call profiles/*.pan

Right:

    panc --logging call --log-file calls.log profiles/*.pan`,
  },
  "template-option-invalid": {
    severity: "error",
    message: "'{name}' cannot be the name of a template.",
    help: "Use letters, digits and _ . + -, in parts separated by slashes, such as hosts/web.",
    explanation: `\`--template\` names the object template that an imported description becomes. Its file has the same name, so a name
that leads out of the output directory is refused too.

Wrong:

    vmcs import xen web.cfg --template ../web

Right:

    vmcs import xen web.cfg --template hosts/web`,
  },
  "import-format-unknown": {
    severity: "error",
    message: "There is no format '{format}' to import from.",
    help: "The formats are {known}.",
    explanation: `\`vmcs import\` reads the configurations of other tools: \`xen\` those of xl and xm, \`libvirt\` domains in XML.

Wrong:

    vmcs import vmware web.vmx

Right:

    vmcs import xen web.cfg`,
  },
} as const satisfies Definitions;
