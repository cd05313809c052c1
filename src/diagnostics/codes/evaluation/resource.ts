/** Lists and dicts, and the values in them. */

import type { Definitions } from "../../definition.ts";

export const resourceCodes = {
  "element-undefined": {
    severity: "error",
    message: "{what} {problem}.",
    help: "Test it with exists() first.",
    explanation: `The variable has a value, but there is nothing at the key or index that is asked for.

Wrong:

    '/x' = { d = dict('a', 1); d['b']; };

Right:

    '/x' = { d = dict('a', 1); d['a']; };`,
  },
  "kind-changed": {
    severity: "error",
    message: "{what} is {before} and cannot become {after}.",
    help: "Delete it with null first, or use another name.",
    explanation: `A value may be replaced by one of the same kind only; undef and null always fit. This catches many slips.

Wrong:

    '/x' = 1;
    '/x' = 'one';

Right:

    '/x' = 1;
    '/x' = null;
    '/x' = 'one';`,
  },
  "not-a-resource": {
    severity: "error",
    message: "{what} is {given}, so there is no '{step}' in it.",
    help: "Only lists and dicts have elements.",
    explanation: `A path or an index goes on below a value that has no parts.

Wrong:

    '/x' = { a = 'text'; a['b']; };

Right:

    '/x' = { a = dict('b', 1); a['b']; };`,
  },
  "cannot-add-child": {
    severity: "error",
    message: "{what} is {given}, so '{child}' cannot be put into it.",
    help: "Only lists and dicts have elements.",
    explanation: `An assignment goes on below a value that has no parts.

Wrong:

    '/x' = 1;
    '/x/y' = 2;

Right:

    '/x/y' = 2;`,
  },
  "not-a-list": {
    severity: "error",
    message: "{what} must be a list, but it is {given}.",
    help: "Put a single value into a list: list(…).",
    explanation: `\`append\` and \`prepend\` work on lists.

Wrong:

    '/x' = { a = 1; append(a, 2); };

Right:

    '/x' = { a = list(1); append(a, 2); };`,
  },
  "null-in-list": {
    severity: "error",
    message: "{function}() cannot add null to a list.",
    help: "Add undef, or leave the call out.",
    explanation: `Null deletes; it is never an element.

Wrong:

    '/x' = append(list(), null);

Right:

    '/x' = append(list(), undef);`,
  },
  "index-on-dict": {
    severity: "error",
    message: "{what} is a dict, so '{term}' cannot be an index into it.",
    help: "Dicts are indexed by keys, which begin with a letter or underscore; escape() makes one of any text.",
    explanation: `A number was used where a dict needs a key.

Wrong:

    '/x' = dict('a', 1);
    '/x/0' = 2;

Right:

    '/x' = dict('a', 1);
    '/x/b' = 2;`,
  },
  "key-on-list": {
    severity: "error",
    message: "{what} is a list, so '{term}' cannot be a key of it.",
    help: "Lists are indexed by numbers.",
    explanation: `A key was used where a list needs an index.

Wrong:

    '/x' = list(1);
    '/x/a' = 2;

Right:

    '/x' = list(1);
    '/x/0' = 2;`,
  },
  "index-before-list": {
    severity: "error",
    message: "The index {index} lies before the beginning of {what}, a list of {size}.",
    help: "-1 is the last element.",
    explanation: `A negative index counts from the end of the list; it cannot go beyond its beginning.

Wrong:

    '/x' = { a = list(1); a[-2] = 3; a; };

Right:

    '/x' = { a = list(1); a[-1] = 3; a; };`,
  },
  "index-far-beyond-list": {
    severity: "error",
    message: "The index {index} lies far beyond the end of {what}, a list of {size}.",
    help: "Use a dict for sparse numbers.",
    explanation: `Assigning beyond the end of a list fills the gap with undef. A gap of more than a million elements is taken for a mistake.

Wrong:

    '/x' = { a = list(); a[2000000000] = 1; a; };

Right:

    '/x' = { a = list(); a[0] = 1; a; };`,
  },
  "invalid-term": {
    severity: "error",
    message: "'{term}' cannot be a step of a path: {why}.",
    explanation: `A step of a path is the key of a dict or the index of a list.

Wrong:

    '/x' = { a = dict(); a['two words'] = 1; a; };

Right:

    '/x' = { a = dict(); a[escape('two words')] = 1; a; };`,
  },
  "root-not-dict": {
    severity: "error",
    message: "The root of the configuration can only be replaced by a dict.",
    help: "Write dict(…), or assign paths below it, such as '/name'.",
    explanation: `The path '/' is the whole configuration, which is a dict.

Wrong:

    '/' = list();

Right:

    '/' = dict('a', 1);`,
  },
} as const satisfies Definitions;
