/** Skeletons that `vmcs spawn` is to read. */

import type { Definitions } from "../../definition.ts";

export const skeletonArgumentCodes = {
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
} as const satisfies Definitions;
