/** Built-in functions that make or read text. */

import type { Definitions } from "../../definition.ts";

export const textCodes = {
  "text-unescapable": {
    severity: "error",
    message: "'{text}' has characters that cannot be escaped.",
    help: "Only characters up to U+00FF can be escaped.",
    explanation: `\`escape\` turns any text of Latin-1 characters into a legal key, writing each special character as \`_\` and two
hexadecimal digits. That leaves no form for other characters.

Wrong:

    '/x' = escape('日本');

Right:

    '/x' = escape('a b');`,
  },
  "escape-sequence-broken": {
    severity: "error",
    message: "'{key}' holds the broken escape sequence '{sequence}'.",
    help: "An underscore must be followed by two hexadecimal digits.",
    explanation: `\`unescape\` reads what \`escape\` wrote: \`_\` and two hexadecimal digits stand for a character, a lone \`_\` for the empty
text. A key in which an underscore means itself was not made by \`escape\`, and needs no \`unescape\`.

Wrong:

    '/x' = unescape('a_');

Right:

    '/x' = unescape('a_20b');`,
  },
  "not-a-long": {
    severity: "error",
    message: "'{text}' cannot be read as a long.",
    help: "A long has at most 64 bits; write 0x… for hexadecimal and 0… for octal numbers.",
    explanation: `\`to_long\` reads a string as the literals of Pan are read, or in the radix that is given. There may be a sign, but no
blanks and no unit.

Wrong:

    '/x' = to_long('12 kB');

Right:

    '/x' = to_long('12');`,
  },
  "not-a-double": {
    severity: "error",
    message: "'{text}' cannot be read as a double.",
    help: "Write digits and a decimal point, such as 1.5 or 1.5e3.",
    explanation: `\`to_double\` reads decimal numbers, with or without an exponent, and the hexadecimal ones of Java; \`NaN\` and \`Infinity\`
are doubles, too. The decimal separator is a point.

Wrong:

    '/x' = to_double('1,5');

Right:

    '/x' = to_double('1.5');`,
  },
  "radix-out-of-range": {
    severity: "error",
    message: "The radix {radix} is not between 2 and 36.",
    help: "Give 16 for hexadecimal numbers, 8 for octal and 2 for binary ones.",
    explanation: `The second argument of \`to_long\` says in which radix a string is read. Its digits are 0 to 9 and the letters, which
makes 36 at most.

Wrong:

    '/x' = to_long('ff', 64);

Right:

    '/x' = to_long('ff', 16);`,
  },
  "format-invalid": {
    severity: "error",
    message: "The format '{format}' cannot be used: {why}.",
    help: "%s shows anything, %d and %x a long, %f and %e a double, %b a boolean; %% is a percent sign.",
    explanation: `Formats are Java's: \`%\`, then flags, a width, a precision, and a letter for the kind of value. Each needs a value of
that kind; resources are shown with \`%s\`.

Wrong:

    '/x' = format('%d', 'one');

Right:

    '/x' = format('%d', 1);`,
  },
  "substitute-undefined": {
    severity: "error",
    message: "There is no value for the reference '{name}'.",
    help: "Give it a value, or double the dollar sign for a text that is no reference.",
    explanation: `\`substitute\` replaces \`\${name}\` by the value of a key of its second argument, or, without one, of a variable. A name
after which \`:-\` gives a default must have a value all the same. Write \`$\${name}\` for a text that is no
reference.

Wrong:

    '/x' = substitute('Hello \${name}!', dict());

Right:

    '/x' = substitute('Hello \${name}!', dict('name', 'World'));`,
  },
  "substitution-cycle": {
    severity: "error",
    message: "The substitution never ends: {names}.",
    help: "Take the reference out of one of these values.",
    explanation: `The value of a reference is itself searched for references, and these lead back to it.

Wrong:

    variable A = '\${A}';
    '/x' = substitute('\${A}');

Right:

    variable A = 'a';
    '/x' = substitute('\${A}');`,
  },
} as const satisfies Definitions;
