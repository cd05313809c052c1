/** What structure and declaration templates may hold, and `create`. */

import type { Definitions } from "../../definition.ts";

export const structureCodes = {
  "create-needs-structure": {
    severity: "error",
    message: "create() needs a structure template, but {name} is of kind {kind}.",
    help: "Declare it as 'structure template {name};'.",
    explanation: `\`create\` runs a structure template, whose paths are relative, and gives the dict it builds.

Wrong:

    '/x' = create('some/ordinary/template');

Right:

    '/x' = create('some/structure');`,
  },
  "create-arguments": {
    severity: "error",
    message: "create() needs the name of a structure template and then pairs of key and value.",
    help: "Give each key a value, as in create('disk', 'size', 10).",
    explanation: `After the name every key needs a value.

Wrong:

    '/x' = create('disk', 'size');

Right:

    '/x' = create('disk', 'size', 10);`,
  },
  "create-key": {
    severity: "error",
    message: "A key given to create() must be a string, but it is {given}.",
    help: "Write the key in quotes, as in create('disk', 'size', 10).",
    explanation: `After the name of the template come pairs of key and value.

Wrong:

    '/x' = create('disk', 1, 10);

Right:

    '/x' = create('disk', 'size', 10);`,
  },
  "this-not-dict": {
    severity: "error",
    message: '"this" can only be made from a dict, but this is {given}.',
    help: "Give it a dict, such as one that create() makes.",
    explanation: `\`"this" = …;\` in a structure template takes over the keys of a dict, mostly one made by create().

Wrong:

    structure template a;
    "this" = 1;

Right:

    "this" = create('package');`,
  },
  "declaration-in-structure": {
    severity: "error",
    message: "A structure template can hold assignments and includes only.",
    help: "Move the statement into a declaration template and include that.",
    explanation: `A structure template describes one dict. Variables, types, functions and bindings belong to the profile.

Wrong:

    structure template a;
    variable X = 1;

Right:

    structure template a;
    'x' = 1;`,
  },
  "absolute-path-in-structure": {
    severity: "error",
    message: "'{path}' is absolute; a structure template assigns relative paths only.",
    help: "Leave the leading slash out.",
    explanation: `The paths of a structure template are relative to the dict that create() makes.

Wrong:

    structure template a;
    '/x' = 1;

Right:

    structure template a;
    'x' = 1;`,
  },
  "assignment-in-declaration": {
    severity: "error",
    message: "A declaration template cannot assign paths.",
    help: "Move the assignment into an ordinary template.",
    explanation: `Declaration templates hold variables, types, functions, bindings and includes; they run once in a profile.

Wrong:

    declaration template a;
    '/x' = 1;

Right:

    template a;
    '/x' = 1;`,
  },
} as const satisfies Definitions;
