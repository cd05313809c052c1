/** Files that a command would write. */

import type { Definitions } from "../../definition.ts";

export const outputCodes = {
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
that is wanted. The errors tell what it would lack.

Wrong, where old.cfg has mistakes:

    vmcs import xen old.cfg

Right:

    vmcs import xen old.cfg --partial`,
  },
} as const satisfies Definitions;
