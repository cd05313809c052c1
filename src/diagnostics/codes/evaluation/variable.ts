/** Variables, global, local and automatic, `SELF` among them. */

import type { Definitions } from "../../definition.ts";

export const variableCodes = {
  "variable-undefined": {
    severity: "error",
    message: "The variable {name} is not defined.",
    help: "Assign it before it is used, or test it with exists({name}).",
    explanation: `A name that is neither a local variable of this DML nor a global variable at this moment. Statements run in order, so a variable must be set before it is read.

Wrong:

    '/x' = PORT;

Right:

    variable PORT = 80;
    '/x' = PORT;`,
  },
  "variable-is-final": {
    severity: "error",
    message: "The variable {name} is final and cannot be set.",
    help: "Use another name, or remove the word 'final' from the other statement.",
    explanation: `A variable statement with \`final\` freezes the variable for the rest of the profile.

Wrong:

    final variable X = 1;
    variable X = 2;

Right:

    final variable X = 1;`,
  },
  "global-variable-in-dml": {
    severity: "error",
    message: "{name} is a global variable; DML cannot change it.",
    help: "Use another name for the local variable, or set the global one with a variable statement.",
    explanation: `DML assigns local variables only. A name that is global already cannot be local too.

Wrong:

    variable X = 1;
    '/x' = { X = X + 1; };

Right:

    variable X = 1;
    '/x' = { x = X + 1; };`,
  },
  "automatic-variable": {
    severity: "error",
    message: "{name} is set by the compiler and cannot be assigned.",
    help: "Use another name.",
    explanation: `OBJECT, SELF, TEMPLATE, FUNCTION, ARGC and ARGV are automatic variables.

Wrong:

    variable OBJECT = 'me';

Right:

    variable NAME = OBJECT;`,
  },
  "automatic-variable-called": {
    severity: "error",
    message: "{name} is an automatic variable, not a function.",
    help: "Write it without parentheses.",
    explanation: `OBJECT, SELF, TEMPLATE, FUNCTION, ARGC and ARGV are automatic variables.

Wrong:

    '/x' = OBJECT();

Right:

    '/x' = OBJECT;`,
  },
  "substitution-undefined": {
    severity: "error",
    message: "The variable {name} in the path is not defined.",
    help: "Set it before the statement.",
    explanation: `\`\${NAME}\` in the path of a binding stands for the value of a global variable.

Wrong:

    bind '/\${NAME}/x' = long;

Right:

    variable NAME = 'a';
    bind '/\${NAME}/x' = long;`,
  },
  "variable-reference-needed": {
    severity: "error",
    message: "The {position} argument of {function}() must be a variable.",
    help: "Assign the value to a variable first, and give its name.",
    explanation: `The function assigns the variable, so an expression will not do.

Wrong:

    '/x' = delete(1);

Right:

    '/x' = { a = dict('b', 1); delete(a['b']); a; };`,
  },
  "self-in-include": {
    severity: "error",
    message: "SELF has no meaning in an include statement.",
    help: "Use a global variable, or write the name of the template.",
    explanation: `\`SELF\` is the value of the path or variable that a statement assigns; an include assigns none.

Wrong:

    include SELF;

Right:

    include NAME;`,
  },
  "self-assigned": {
    severity: "error",
    message: "SELF itself cannot be assigned.",
    help: "Assign an element, SELF['key'] = …, or let the statement's DML end with the new value.",
    explanation: `The value of a statement's DML becomes the new value of what it assigns.

Wrong:

    '/x' = { SELF = 1; };

Right:

    '/x' = 1;`,
  },
  "self-read-only": {
    severity: "error",
    message: "SELF cannot be changed here.",
    help: "Change a copy of it: copy = clone(SELF).",
    explanation: `In a validation \`SELF\` is the value that is checked; validations change nothing.

Wrong:

    bind '/x' = dict with { SELF['a'] = 1; true; };

Right:

    bind '/x' = dict with exists(SELF['a']);`,
  },
} as const satisfies Definitions;
