/** Paths of the configuration, and of other profiles. */

import type { Definitions } from "../../definition.ts";

export const pathCodes = {
  "invalid-path": {
    severity: "error",
    message: "'{path}' is not a path: {why}.",
    explanation: `Paths are written '/a/b/0', relative ones 'a/b', those of another profile 'profile:/a/b'.

Wrong:

    '/two words' = 1;

Right:

    '/{two words}' = 1;`,
  },
  "path-undefined": {
    severity: "error",
    message: "There is no value at {path}.",
    help: "Give value() a second argument as default, or test with path_exists().",
    explanation: `\`value()\` without a default needs the path to exist when the statement runs. Statements run in order.

Wrong:

    '/x' = value('/y');
    '/y' = 1;

Right:

    '/y' = 1;
    '/x' = value('/y');`,
  },
  "path-is-final": {
    severity: "error",
    message: "{path} cannot be changed, as {final} is final.",
    help: "Remove this statement, or the word 'final' from the other one.",
    explanation: `An assignment with \`final\` freezes the path, everything above it and everything below it.

Wrong:

    final '/a/b' = 1;
    '/a/b' = 2;

Right:

    final '/a/b' = 1;`,
  },
  "path-not-string": {
    severity: "error",
    message: "The path given to {function}() must be a string, but it is {given}.",
    help: "Write the path in quotes, such as '/a/b'.",
    explanation: `A path is written as a string.

Wrong:

    '/x' = value(1);

Right:

    '/x' = value('/y', 1);`,
  },
  "path-relative": {
    severity: "error",
    message: "'{path}' is a relative path; an absolute one is needed here.",
    help: "Begin it with a slash.",
    explanation: `\`path_exists\` looks at the whole configuration, so its path begins with a slash or names a profile.

Wrong:

    '/x' = path_exists('a');

Right:

    '/x' = path_exists('/a');`,
  },
  "relative-path": {
    severity: "error",
    message: "'{path}' is relative; only a structure template assigns relative paths.",
    help: "Begin it with a slash, or set a prefix.",
    explanation: `Outside of structure templates a path begins with a slash, unless a prefix statement stands before it.

Wrong:

    'x' = 1;

Right:

    '/x' = 1;`,
  },
  "relative-path-outside-structure": {
    severity: "error",
    message: "The relative path '{path}' can be read only inside a structure template.",
    help: "Begin it with a slash.",
    explanation: `A relative path is resolved in the dict that a structure template builds.

Wrong:

    '/x' = value('a');

Right:

    '/x' = value('/a', 1);`,
  },
  "prefix-not-absolute": {
    severity: "error",
    message: "The prefix '{path}' is relative, but no absolute prefix stands before it.",
    help: "Begin it with a slash.",
    explanation: `A relative prefix goes on from the last absolute one.

Wrong:

    prefix 'a';

Right:

    prefix '/a';`,
  },
  "exists-argument": {
    severity: "error",
    message: "exists() needs a variable, a path or the name of a template, but this is {given}.",
    help: "Write paths and names of templates in quotes.",
    explanation: `The argument of \`exists\` is a reference to a variable or a string.

Wrong:

    '/x' = exists(1);

Right:

    '/x' = exists('/y');`,
  },
  "not-path-nor-template": {
    severity: "error",
    message: "'{text}' is neither a path nor the name of a template.",
    help: "A path is written as '/a/b', the name of a template as 'site/defaults'.",
    explanation: `\`exists\` with a string takes an absolute path, the path of another profile, or the name of a template.

Wrong:

    '/x' = exists('a b');

Right:

    '/x' = exists('/a');`,
  },
  "assignment-to-external-path": {
    severity: "error",
    message: "'{path}' belongs to another profile and cannot be assigned.",
    help: "Assign it in the templates of that profile.",
    explanation: `A profile can read other profiles, not change them.

Wrong:

    'other:/x' = 1;

Right:

    '/x' = value('other:/x');`,
  },
  "not-object-template": {
    severity: "error",
    message:
      "'{name}' is a template of kind {kind}; only an object template has a configuration to refer to.",
    help: "Name an object template; what an included template assigns is read without its name, as '/a/b'.",
    explanation: `A path 'profile:/a/b' refers to the finished configuration of an object template.

Wrong:

    '/x' = value('some/ordinary:/a');

Right:

    '/x' = value('profile:/a');`,
  },
  "circular-profiles": {
    severity: "error",
    message: "The profiles need each other while they are built: {cycle}.",
    help: "Move one of the references into a validation, which runs when the profiles are built.",
    explanation: `A reference to another profile waits until that one is built. A circle of such references never ends.

Wrong:

    object template a;
    '/x' = value('b:/y');

Right:

    object template a;
    valid '/x' = SELF == value('b:/y');`,
  },
  "external-profile-failed": {
    severity: "error",
    message: "The profile '{name}', which this one refers to, has errors.",
    help: "Correct the errors of '{name}' first.",
    explanation: `A path 'profile:/a/b' needs the other profile to be free of errors.

Wrong:

    '/x' = value('broken:/a');

Right:

    '/x' = value('sound:/a');`,
  },
} as const satisfies Definitions;
