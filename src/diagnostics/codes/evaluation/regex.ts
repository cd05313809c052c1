/** Regular expressions of the built-in functions. */

import type { Definitions } from "../../definition.ts";

export const regexCodes = {
  "regex-invalid": {
    severity: "error",
    message: "'{pattern}' is not a regular expression: {why} (at character {position}).",
    help: "A character that stands for itself has a backslash before it.",
    explanation: `Regular expressions are Java's. A pattern that is a literal of \`match\` or \`matches\` is checked when the template is
read. In single quotes a backslash is written once, in double quotes twice.

Wrong:

    '/x' = match('a', '(a');

Right:

    '/x' = match('a', '(a)');`,
  },
  "regex-unsupported": {
    severity: "error",
    message:
      "The regular expression '{pattern}' cannot be used here: it has {why} (at character {position}).",
    explanation: `Regular expressions are Java's, but a few rare constructs of Java's are missing: Unicode blocks (\`\\p{InGreek}\`),
character names (\`\\N{…}\`), grapheme clusters (\`\\X\`, \`\\b{g}\`), canonical equivalence (\`(?c)\`), and very deep nesting.
Scripts and categories (\`\\p{IsGreek}\`, \`\\p{Lu}\`) are there.

Wrong:

    '/x' = match('α', '\\p{InGreek}');

Right:

    '/x' = match('α', '\\p{IsGreek}');`,
  },
  "regex-too-slow": {
    severity: "error",
    message:
      "The search for the regular expression '{pattern}' was given up, as it takes too long.",
    help: "Write it so that each part of a text can match in one way only, or use possessive quantifiers ('*+').",
    explanation: `Where repetitions are nested, or overlap, the ways in which a text can be divided among them may double with each
character. Such a search would not end within reasonable time.

Wrong:

    '/x' = match(value('/text'), '^((a+)+b?)+$');

Right:

    '/x' = match(value('/text'), '^(a+b?)+$');`,
  },
  "regex-flag-unknown": {
    severity: "error",
    message: "{function}() knows no flag '{flag}'.",
    help: "The flags are i, m, s, u and x.",
    explanation: `Flags change how a regular expression matches: \`i\` ignores the case of ASCII letters and with \`u\` that of all letters,
\`m\` makes \`^\` and \`$\` match at each line, \`s\` lets the dot match line ends, \`x\` allows blanks and comments.

Wrong:

    '/x' = match('a', 'A', 'g');

Right:

    '/x' = match('a', 'A', 'i');`,
  },
  "replacement-invalid": {
    severity: "error",
    message: "'{replacement}' cannot be used as a replacement: {why}.",
    help: "In single quotes, write \\$ for a dollar sign and \\\\ for a backslash.",
    explanation: `In a replacement \`$1\` and \`\${name}\` stand for what a group of the pattern captured, and a backslash takes the next
character as it is. A replacement is only looked at when the pattern matches.

Wrong:

    '/x' = replace('a', '$1', 'abc');

Right:

    '/x' = replace('(a)', '$1', 'abc');`,
  },
} as const satisfies Definitions;
