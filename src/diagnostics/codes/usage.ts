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
    message: "There is no {what} directory '{path}'.",
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
    help: "Name files such as vms/web1.pan, or go to a directory with a project file; 'vmcs init' makes one.",
    explanation: `The command works on template files: those that are named, else those that \`objects\` names in the
\`vmcs.json\` of the directory or one above it.

Wrong:

    vmcs build

Right:

    vmcs build examples/web-server/web-server.pan`,
  },
  "no-object-template": {
    severity: "error",
    message: "There is no object template in {files}, so there is nothing to build.",
    help: "Begin the template of a machine with `object template NAME;`.",
    explanation: `Only object templates become profiles and machines. A template without the word \`object\` is there to be
included by others.

Wrong:

    template web1;

    include 'vmcs/vm';

Right:

    object template web1;

    include 'vmcs/vm';`,
  },
  "no-skeletons-named": {
    severity: "error",
    message: "No skeletons were named.",
    help: "Name the directory that they are in, or the files.",
    explanation: `\`vmcs spawn\` works on the four skeletons of machines: NAME.network.xml, NAME.system.xml, NAME.storage.xml and
NAME.software.xml. A directory stands for all skeletons that are directly in it.

Wrong:

    vmcs spawn

Right:

    vmcs spawn build`,
  },
  "skeletons-absent": {
    severity: "error",
    message: "There is no skeleton in the directory '{path}'.",
    help: "Build the skeletons there with 'vmcs build --output-dir {path}'.",
    explanation: `A directory that is given to \`vmcs spawn\` stands for the skeletons directly in it, which are the files named
NAME.network.xml, NAME.system.xml, NAME.storage.xml and NAME.software.xml. Directories below it are not searched.

Wrong:

    vmcs spawn .

Right:

    vmcs build --output-dir build web.pan
    vmcs spawn build`,
  },
  "skeleton-file-foreign": {
    severity: "error",
    message: "The name '{path}' is not that of a skeleton.",
    help: "Skeletons are called NAME.network.xml, NAME.system.xml, NAME.storage.xml and NAME.software.xml.",
    explanation: `\`vmcs spawn\` finds the four skeletons that make up a machine by the names of their files.

Wrong:

    vmcs spawn web.cfg

Right:

    vmcs spawn web.network.xml web.system.xml web.storage.xml web.software.xml`,
  },
  "skeleton-file-missing": {
    severity: "error",
    message: "'{name}' has no {kind} skeleton: there is no file {file}.",
    help: "Build the four skeletons from their description.",
    explanation: `A machine has four skeletons, and all are needed to create it. They are found by the names of their files.

Wrong:

    vmcs spawn web.network.xml web.system.xml web.storage.xml

Right:

    vmcs spawn web.network.xml web.system.xml web.storage.xml web.software.xml`,
  },
  "skeleton-file-misnamed": {
    severity: "error",
    message: "The skeletons of '{file}' describe the machine '{vm}'.",
    help: "Name the files after the machine, or build them again.",
    explanation: `The files of a machine's skeletons are named after it. Where they are not, they were copied or renamed, and
two sets of files may describe the same machine.

Wrong:

    cp web1.network.xml web2.network.xml

Right: give the copy a description of its own, with another name and its own addresses.`,
  },
  "machine-unknown": {
    severity: "error",
    message: "There is no machine '{name}' among the skeletons.",
    explanation: `\`--name\` chooses machines by name from those whose skeletons are given.

Wrong:

    vmcs spawn build --name wbe1

Right:

    vmcs spawn build --name web1`,
  },
  "output-conflict": {
    severity: "error",
    message: "{files} would be written for {first}, and otherwise for {second}.",
    help: "Give each machine a name of its own.",
    explanation: `Files are named after machines. Two descriptions with the same \`/system/name\` would write the same files, so the
later one writes none.

Wrong:

    '/system/name' = 'web';    # in a.pan and in b.pan

Right:

    '/system/name' = 'web-a';  # in a.pan
    '/system/name' = 'web-b';  # in b.pan`,
  },
  "output-exists": {
    severity: "error",
    message: "The file '{path}' exists already.",
    help: "Give --force to replace it, or another --output-dir.",
    explanation: `An imported description may have been edited since, so it is not replaced unless that is asked for.

Wrong:

    vmcs import xen web.cfg --output-dir vms

Right:

    vmcs import xen web.cfg --output-dir vms --force`,
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
  "import-needs-directory": {
    severity: "error",
    message: "{count} descriptions cannot go to the standard output together.",
    help: "Name a directory for them with --output-dir.",
    explanation: `A description is a file with one object template, named after it. Several need a directory.

Wrong:

    vmcs import xen web.cfg db.cfg

Right:

    vmcs import xen web.cfg db.cfg --output-dir vms`,
  },
  "import-not-written": {
    severity: "info",
    message: "Nothing was written of {file}, as something in it is not taken over.",
    help: "Correct the file, or add --partial to have the rest as a description.",
    explanation: `A description that lacks something of the machine would build another one, so it is written only if
that is wanted. The errors before tell what it would lack.

Wrong, where old.cfg has mistakes:

    vmcs import xen old.cfg

Right:

    vmcs import xen old.cfg --partial`,
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
  "init-in-the-way": {
    severity: "error",
    message: "A project is not made over what is there already: {files}.",
    help: "Name another directory, or move them away.",
    explanation: `\`vmcs init\` writes all files of a project or none of them, and never replaces one. Lines that a \`.gitignore\` lacks are
added to it.

Wrong, where there is a vmcs.json:

    vmcs init

Right:

    vmcs init web-servers`,
  },
  "no-file-named": {
    severity: "warning",
    message: "No template file was named, so nothing is compiled.",
    help: "'panc' reads no project file: name files such as profiles/*.pan, or use 'vmcs compile'.",
    explanation: `\`panc\` stands in the place of the reference compiler, which succeeds without doing anything if no file is named. In
CI that is a pattern that the shell has expanded to nothing, or a script that expects the project file \`vmcs.json\` to
count.

Wrong:

    panc --output-dir build

Right:

    panc --output-dir build profiles/*.pan`,
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
} as const satisfies Definitions;
