/** Operators, conditions and constants. */

import type { Definitions } from "../../definition.ts";

export const expressionCodes = {
  "condition-not-boolean": {
    severity: "error",
    message: "The condition must be true or false, but it is {given}.",
    help: "Compare the value, or test it with is_defined().",
    explanation: `\`if\`, \`while\` and \`for\` take a boolean; Pan converts nothing to one.

Wrong:

    '/x' = if (1) 'a' else 'b';

Right:

    '/x' = if (1 == 1) 'a' else 'b';`,
  },
  "wrong-operands": {
    severity: "error",
    message: "The operator {operator} needs {wanted}, but has {left} and {right}.",
    help: "Convert with to_string(), to_long(), to_double() or to_boolean().",
    explanation: `Operators work on values of fitting kinds only; nothing is converted silently, except a long beside a double.

Wrong:

    '/x' = 'size: ' + 10;

Right:

    '/x' = 'size: ' + to_string(10);`,
  },
  "wrong-operand": {
    severity: "error",
    message: "The operator {operator} needs {wanted}, but has {given}.",
    help: "Convert with to_long(), to_double() or to_boolean().",
    explanation: `An operator with one operand, or a logical operator, was given a value of a kind it cannot use.

Wrong:

    '/x' = !1;

Right:

    '/x' = !true;`,
  },
  "division-by-zero": {
    severity: "error",
    message: "The right side of {operator} is zero.",
    help: "Test the divisor first.",
    explanation: `Neither longs nor doubles can be divided by zero in Pan.

Wrong:

    '/x' = 1 / 0;

Right:

    '/x' = 1 / 2;`,
  },
  "value-needed": {
    severity: "error",
    message: "This must give a value, but it contains return() or error().",
    help: "Move the call out of the argument or index.",
    explanation: `A call of \`return\` or \`error\` ends the surrounding DML, so it cannot stand where a value is computed for an argument or an index.

Wrong:

    '/x' = to_string(return(1));

Right:

    '/x' = return(to_string(1));`,
  },
  "needs-profile": {
    severity: "error",
    message: "{what} can be evaluated only within a profile.",
    explanation: `While a template is read there is no configuration yet. Where a constant is needed, as for the default of a type, such an expression cannot be used.

Wrong:

    type t = string = value('/name');

Right:

    type t = string = 'unnamed';`,
  },
  "default-not-constant": {
    severity: "error",
    message: "The default of a type must be a constant.",
    help: "Use literals, list(), dict() and functions of such.",
    explanation: `Defaults are computed once, when the template is read, so they cannot look at variables or at the configuration.

Wrong:

    type t = string = NAME;

Right:

    type t = string = 'unnamed';`,
  },
  "default-undefined": {
    severity: "error",
    message: "The default of a type cannot be undef or null.",
    help: "Leave the default out.",
    explanation: `A default is there to give a value.

Wrong:

    type t = string = undef;

Right:

    type t = string;`,
  },
} as const satisfies Definitions;
