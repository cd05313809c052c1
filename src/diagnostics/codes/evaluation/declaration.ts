/** Types and functions that templates declare. */

import type { Definitions } from "../../definition.ts";

export const declarationCodes = {
  "function-undefined": {
    severity: "error",
    message: "The function {name} is not defined.",
    help: "Declare it with 'function {name} = …;' in a template that is included before.",
    explanation: `The name is neither built in nor declared by a template included so far.

Wrong:

    '/x' = to_sting(1);

Right:

    '/x' = to_string(1);`,
  },
  "function-redeclared": {
    severity: "error",
    message: "The function {name} is declared twice.",
    help: "Rename one of them, or put the declaration into one declaration template that both include.",
    explanation: `A function can be declared once in a profile.

Wrong:

    function f = 1;
    function f = 2;

Right:

    function f = 1;`,
  },
  "type-undefined": {
    severity: "error",
    message: "The type {name} is not defined.",
    help: "Declare it with 'type {name} = …;' before it is used.",
    explanation: `A type must be declared before a declaration or binding that uses it.

Wrong:

    bind '/x' = port;

Right:

    type port = long(1..65535);
    bind '/x' = port;`,
  },
  "type-redeclared": {
    severity: "error",
    message: "The type {name} is declared twice.",
    help: "Rename one of them, or put the declaration into one declaration template that both include.",
    explanation: `A type can be declared once in a profile. Declaration templates run once, however often they are included.

Wrong:

    type port = long;
    type port = long(1..);

Right:

    type port = long(1..);`,
  },
  "included-type-not-record": {
    severity: "error",
    message: "The type {name} is not a record, so its fields cannot be included.",
    help: "Include only record types, which are declared with braces.",
    explanation: `\`include\` inside a record type takes over the fields of another record type.

Wrong:

    type a = long;
    type b = { include a };

Right:

    type a = { 'x' : long };
    type b = { include a };`,
  },
  "invalid-field": {
    severity: "error",
    message: "'{field}' cannot be the name of a field.",
    help: "A field is a single key that begins with a letter or underscore; put braces around other text.",
    explanation: `The fields of a record type are keys of a dict.

Wrong:

    type t = { 'a/b' : long };

Right:

    type t = { 'a' : long };`,
  },
  "type-name-needed": {
    severity: "error",
    message: "The first argument of is_valid() must be the name of a type.",
    help: "Write it without quotes: is_valid(port, 80).",
    explanation: `\`is_valid\` checks its second argument against the type that the first one names.

Wrong:

    '/x' = is_valid('port', 80);

Right:

    '/x' = is_valid(port, 80);`,
  },
  "binding-not-absolute": {
    severity: "error",
    message: "'{path}' is not absolute; a type is bound to an absolute path.",
    help: "Begin it with a slash.",
    explanation: `A binding applies to the whole configuration; prefixes do not matter to it.

Wrong:

    bind 'x' = long;

Right:

    bind '/x' = long;`,
  },
} as const satisfies Definitions;
