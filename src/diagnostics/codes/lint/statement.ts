/** Rules about statements and expressions that cannot mean what they say. */

import type { Definitions } from "../../definition.ts";

export const statementLintCodes = {
  VP010: {
    severity: "error",
    message: "`{name}` is final: this write is refused.",
    help: "Remove this statement, or the word `final`.",
    explanation: `After \`final\` neither the value nor anything in it can be changed; the compiler stops at the attempt.

Wrong:

    final '/ram' = 512;
    '/ram' = 1024;

Right:

    '/ram' = 512;
    final '/ram' = 1024;`,
  },
  VP011: {
    severity: "warning",
    message: "`{name}` is assigned to itself.",
    help: "Remove the assignment, or correct one of its sides.",
    explanation: `Such an assignment changes nothing; most often one of the two names is misspelt.

Wrong:

    function biggest = {
        size = ARGV[0];
        size = size;
        size;
    };

Right:

    function biggest = {
        size = ARGV[0];
        size = size * 2;
        size;
    };`,
  },
  VP012: {
    severity: "error",
    message: "The key `{key}` is given twice.",
    help: "Remove the one that is not wanted.",
    explanation: `A dict has each key once, and the compiler refuses a template that gives one twice as soon as it reads it. Here
it shows before any machine includes the template.

Wrong:

    '/disk' = dict('size', 20, 'bus', 'xen', 'size', 40);

Right:

    '/disk' = dict('size', 40, 'bus', 'xen');`,
  },
  VP013: {
    severity: "warning",
    message: "This comparison is always {result}.",
    help: "Correct one of its sides.",
    explanation: `Both sides are the same, or both are written as numbers or texts, so the result does not depend on the
configuration.

Wrong:

    function is_small = ARGV[0] <= ARGV[0];

Right:

    function is_small = ARGV[0] <= ARGV[1];`,
  },
  VP014: {
    severity: "warning",
    message: "Both sides of `{operator}` are the same.",
    help: "Correct or remove one of them.",
    explanation: `The second condition adds nothing; most often it was copied and not changed.

Wrong:

    function is_known = exists(ARGV[0]) || exists(ARGV[0]);

Right:

    function is_known = exists(ARGV[0]) || exists(ARGV[1]);`,
  },
  VP016: {
    severity: "warning",
    message: "This suggestion can never be taken: a rule of this template forbids it.",
    help: "Suggest a value that the rule allows, or change the rule.",
    explanation: `A suggestion is followed only where no rule speaks against it. Looked at are rules of the same template
that hold without a condition.

Wrong:

    valid '/ram' <= 512;
    suggest '/ram' = 1024;

Right:

    valid '/ram' <= 512;
    suggest '/ram' = 512;`,
  },
  VP018: {
    severity: "warning",
    message: "This is never executed: `{function}` before it always ends the evaluation.",
    help: "Remove it, or move it before the call.",
    explanation: `\`return\` ends the function or the value, \`error\` the compilation.

Wrong:

    function size = {
        return(512);
        debug('512 returned');
    };

Right:

    function size = {
        debug('512 is returned');
        return(512);
    };`,
  },
  VP019: {
    severity: "warning",
    message: "This expression has no effect: nobody uses its value.",
    help: "Remove it; or, if an assignment was meant, write `=` for `==`.",
    explanation: `Only the last expression of a block gives its value. One before it must do something: assign, or call.

Wrong:

    function size = {
        total = 512;
        total == 1024;
        total;
    };

Right:

    function size = {
        total = 512;
        total = 1024 + total;
        total;
    };`,
  },
  VP021: {
    severity: "warning",
    message: "The condition is an assignment.",
    help: "Write `==` to compare, or assign before the condition.",
    explanation: `\`=\` assigns and gives the value that was assigned, so the condition is that value, whatever the variable
was before.

Wrong:

    function is_web = if (ARGV[0] = 'web') true else false;

Right:

    function is_web = if (ARGV[0] == 'web') true else false;`,
  },
  VP022: {
    severity: "error",
    message: "There is no function `{name}`.",
    help: "Correct the name, or add the template that defines it.",
    explanation: `It is neither built in nor defined in any of the files that the linter was given, which --complete says are
all there are.

Wrong:

    '/ram' = no_such_function(512);

Right:

    function double_size = ARGV[0] * 2;
    '/ram' = double_size(512);`,
  },
  VP023: {
    severity: "info",
    message: "This semicolon ends nothing.",
    help: "One semicolon ends a statement.",
    explanation: `A semicolon alone is an empty statement, which does nothing.

Wrong:

    '/ram' = 512;
    ;

Right:

    '/ram' = 512;`,
  },
} as const satisfies Definitions;
