/** Files and directories of templates that a command is to work on. */

import type { Definitions } from "../../definition.ts";

export const inputCodes = {
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
} as const satisfies Definitions;
