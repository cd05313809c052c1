/** How templates are found and included. */

import type { Definitions } from "../../definition.ts";

export const templateCodes = {
  "template-not-found": {
    severity: "error",
    message: "There is no template '{name}'.",
    help: "Looked in: {places}.",
    explanation: `A template NAME is looked for as NAME.pan, then NAME.tpl, in each directory of the include path, there in each directory of LOADPATH.

Wrong:

    include 'no/such/template';

Right:

    include if_exists('no/such/template');`,
  },
  "template-misnamed": {
    severity: "error",
    message: "The file holds the template '{found}', but was looked up as '{wanted}'.",
    help: "Rename the template or move the file.",
    explanation: `The name in a template's declaration must be the name under which its file is found.

Wrong:

    template other;

Right:

    template name;`,
  },
  "template-name-not-file": {
    severity: "error",
    message:
      "The template '{name}' must stand in a file whose path ends in '{name}.pan' or '{name}.tpl'.",
    help: "Rename the template or move the file.",
    explanation: `Templates are found by name, so the name must be the end of the file's path.

Wrong:

    object template other;

Right:

    object template name;`,
  },
  "template-name-not-string": {
    severity: "error",
    message: "The name of a template must be a string, but it is {given}.",
    help: "Write the name in quotes, such as 'site/disk'.",
    explanation: `A function that works on templates was given something else than a name.

Wrong:

    '/x' = create(1);

Right:

    '/x' = create('disk');`,
  },
  "invalid-template-name": {
    severity: "error",
    message: "'{name}' cannot be the name of a template.",
    help: "Names are made of letters, digits, '_', '-', '+', '.' and '/'; no part of one may be empty or begin with a dot.",
    explanation: `The name of a template is also the name of its file, below a directory of the include path.

Wrong:

    include 'two words';

Right:

    include 'two-words';`,
  },
  "cannot-include": {
    severity: "error",
    message:
      "A template of kind {included} cannot be included here: {name} is one, and this template is of kind {includer}.",
    help: "Structure templates are used with create(); object templates with value('name:/path').",
    explanation: `Object, ordinary and unique templates include ordinary, unique and declaration templates; structure templates include structure and declaration templates; declaration templates only their own kind.

Wrong:

    object template a;
    include 'another-object';

Right:

    object template a;
    '/x' = value('another-object:/x');`,
  },
  "include-not-name": {
    severity: "error",
    message: "An include needs the name of a template, undef or null, but this is {given}.",
    help: "Write the name in quotes, such as 'site/defaults'.",
    explanation: `The DML of an include must give a string; undef and null include nothing.

Wrong:

    include 1;

Right:

    include 'name';`,
  },
  "load-path-not-list": {
    severity: "error",
    message: "LOADPATH must be a list of strings, but it is {given}.",
    help: "Write a list, such as list('site', 'library').",
    explanation: `LOADPATH lists directories, relative to those of the include path.

Wrong:

    variable LOADPATH = null;

Right:

    variable LOADPATH = list('site');`,
  },
  "load-path-not-string": {
    severity: "error",
    message: "LOADPATH must be a list of strings, but it holds {given}.",
    help: "Write each directory in quotes, such as list('site', 'library').",
    explanation: `LOADPATH lists directories, relative to those of the include path.

Wrong:

    variable LOADPATH = list(1);

Right:

    variable LOADPATH = list('site');`,
  },
  "load-path-absolute": {
    severity: "error",
    message: "LOADPATH may hold relative directories only, but it holds '{directory}'.",
    help: "Name it relative to a directory of --include-path.",
    explanation: `The directories of LOADPATH are relative to those of the include path.

Wrong:

    variable LOADPATH = list('/site');

Right:

    variable LOADPATH = list('site');`,
  },
} as const satisfies Definitions;
