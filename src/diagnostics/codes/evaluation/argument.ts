/** What the built-in functions are called with, and `error` and `deprecated`. */

import type { Definitions } from "../../definition.ts";

export const argumentCodes = {
  "wrong-argument-count": {
    severity: "error",
    message: "{function}() takes {wanted}, but {given} given.",
    help: "Its signature is {signature}.",
    explanation: `A built-in function was called with too few or too many arguments. The arguments are counted when the template is
read, so this is an error even where the call is never reached. In a signature a \`?\` marks what may be left out, and
\`...\` what may be repeated.

Wrong:

    '/x' = substr('abc');

Right:

    '/x' = substr('abc', 1);`,
  },
  "wrong-argument-type": {
    severity: "error",
    message: "{function}() expects {wanted} as its {position} argument, but this is {given}.",
    help: "Its signature is {signature}.",
    explanation: `A built-in function was called with a value of a kind that it cannot use. Pan converts nothing silently: use
\`to_string\`, \`to_long\`, \`to_double\` or \`to_boolean\`. An argument that is a literal is checked when the template is read,
others when the call is evaluated.

Wrong:

    '/x' = to_uppercase(1);

Right:

    '/x' = to_uppercase(to_string(1));`,
  },
  "pairs-needed": {
    severity: "error",
    message: "{function}() needs pairs of key and value.",
    help: "Give each key a value, as in {function}('a', 1).",
    explanation: `The arguments of \`dict\` are keys and values in turn, so their number is even. Most often a comma is missing, or a
key.

Wrong:

    '/x' = dict('a');

Right:

    '/x' = dict('a', 1);`,
  },
  "duplicate-key": {
    severity: "error",
    message: "The key '{key}' is given twice.",
    help: "Remove one of them; to replace a value, assign to its key.",
    explanation: `A dict has each key once. \`dict\` and \`merge\` refuse to choose between two values; assign to the key if the later
value is to win.

Wrong:

    '/x' = merge(dict('a', 1), dict('a', 2));

Right:

    '/x' = {
      merged = dict('a', 1);
      merged['a'] = 2;
      merged;
    };`,
  },
  "index-as-key": {
    severity: "error",
    message: "'{key}' is a number, which cannot be the key of a dict.",
    help: "Begin it with a letter or underscore, or use escape().",
    explanation: `In a path, text that is all digits is the index of a list. So it cannot be a key as well; \`escape\` gives a key for
it.

Wrong:

    '/x' = dict('1', 'one');

Right:

    '/x' = dict(escape('1'), 'one');`,
  },
  "key-index-out-of-range": {
    severity: "error",
    message: "There is no key at position {index} of a dict of {size}.",
    help: "Positions count from 0.",
    explanation: `\`key\` gives the key at a position in the order of the keys. The position must be below the length of the dict, and
does not count from the end when it is negative.

Wrong:

    '/x' = key(dict('a', 1), 1);

Right:

    '/x' = key(dict('a', 1), 0);`,
  },
  "slice-out-of-range": {
    severity: "error",
    message: "The {what} of {function}() is {index}, which lies outside of a value of {size}.",
    help: "Compare with length() first.",
    explanation: `\`substr\` and \`splice\` take a start and a length. A negative start counts from the end; a negative length leaves so
many off the end. The part that they describe must lie inside of the string or list, and may be empty.

Wrong:

    '/x' = substr('abc', 4);

Right:

    '/x' = substr('abc', 1);`,
  },
  "user-error": {
    severity: "error",
    message: "{message}",
    explanation: `A template ended the evaluation with \`error()\`. The message is its author's; the trace shows the calls and includes
that led to it.

Wrong:

    '/x' = error('the name is missing');

Right:

    '/x' = 'name';`,
  },
  deprecation: {
    severity: "warning",
    message: "Deprecated: {message}",
    help: "Change what is deprecated; --warnings off silences this.",
    explanation: `A template called \`deprecated\` to tell that something will go away. The message is its author's; with \`--warnings
fatal\` it is an error.

Wrong:

    '/x' = deprecated(0, 'Use /y instead of /x.');

Right:

    '/y' = 1;`,
  },
  "deprecation-fatal": {
    severity: "error",
    message: "Deprecated: {message}",
    help: "Change what is deprecated, or lower --warnings to on.",
    explanation: `With \`--warnings fatal\` a call of \`deprecated\` ends the evaluation, so that nothing that will go away can creep in.
The message is the template's author's.

Wrong:

    '/x' = deprecated(0, 'Use /y instead of /x.');

Right:

    '/y' = 1;`,
  },
} as const satisfies Definitions;
