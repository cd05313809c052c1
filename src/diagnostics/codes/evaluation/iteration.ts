/** Loops, recursion, and the limits that end them. */

import type { Definitions } from "../../definition.ts";

export const iterationCodes = {
  "foreach-needs-resource": {
    severity: "error",
    message: "Only a list or a dict can be iterated, but this is {given}.",
    help: "Put a single value into a list: list(…).",
    explanation: `\`foreach\`, \`first\` and \`next\` go through the children of a resource.

Wrong:

    '/x' = { foreach (k; v; 'abc') v; };

Right:

    '/x' = { foreach (k; v; list('a')) v; };`,
  },
  "next-without-first": {
    severity: "error",
    message: "next() was called before first() for this resource.",
    help: "Begin with first(), or use foreach.",
    explanation: `\`next\` goes on with the iteration that \`first\` began in the same DML.

Wrong:

    '/x' = { l = list(1); next(l, k, v); };

Right:

    '/x' = { l = list(1); first(l, k, v); v; };`,
  },
  "changed-while-iterating": {
    severity: "error",
    message: "The keys of the dict changed while it was iterated.",
    help: "Collect the changes and make them after the loop, or iterate over clone().",
    explanation: `\`foreach\`, \`first\` and \`next\` walk over a fixed set of keys.

Wrong:

    '/x' = { d = dict('a', 1, 'c', 2); foreach (k; v; d) { delete(d[k]); d['b'] = 1; }; d; };

Right:

    '/x' = { d = dict('a', 1); foreach (k; v; clone(d)) { d['b'] = 1; }; d; };`,
  },
  "too-many-iterations": {
    severity: "error",
    message: "The loop ran more than {limit} times.",
    help: "If that is intended, raise the limit with --max-iteration.",
    explanation: `A limit on iterations turns endless loops into an error.

Wrong:

    '/x' = { i = 0; while (true) i = i + 1; };

Right:

    '/x' = { i = 0; while (i < 10) i = i + 1; };`,
  },
  "too-deep": {
    severity: "error",
    message: "Includes and calls are nested more than {limit} deep, in {what}.",
    help: "If that is intended, raise the limit with --max-recursion.",
    explanation: `A limit on the depth of includes, creates and function calls turns endless recursion into an error.

Wrong:

    function f = f();
    '/x' = f();

Right:

    function f = 1;
    '/x' = f();`,
  },
  "stack-exhausted": {
    severity: "error",
    message: "The evaluation is nested too deep for this machine.",
    help: "Make the recursion shallower, or lower --max-recursion to find where it happens.",
    explanation: `The limits on recursion were lifted or the data is nested extremely deep, and the stack ran out.

Wrong:

    function f = f();   # with --max-recursion 0
    '/x' = f();

Right:

    function f = 1;`,
  },
  "value-too-large": {
    severity: "error",
    message: "This makes {what}.",
    help: "Look for a loop that doubles a value.",
    explanation: `Values that grow in every turn of a loop would fill the memory before the loop ends.

Wrong:

    '/x' = { l = list('a'); for (i = 0; i < 100; i = i + 1) l = merge(l, l); l; };

Right:

    '/x' = { for (i = 0; i < 100; i = i + 1) append(l, 'a'); l; };`,
  },
} as const satisfies Definitions;
