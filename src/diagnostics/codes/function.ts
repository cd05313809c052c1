import type { Definitions } from "../definition.ts";

/** What the built-in functions refuse. */
export const functionCodes = {
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
  "pairs-needed": {
    severity: "error",
    message: "{function}() needs pairs of key and value.",
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
  "slice-out-of-range": {
    severity: "error",
    message: "The {what} of {function}() is {index}, which lies outside of a value of {size}.",
    explanation: `\`substr\` and \`splice\` take a start and a length. A negative start counts from the end; a negative length leaves so
many off the end. The part that they describe must lie inside of the string or list, and may be empty.

Wrong:

    '/x' = substr('abc', 4);

Right:

    '/x' = substr('abc', 1);`,
  },
  "regex-invalid": {
    severity: "error",
    message: "'{pattern}' is not a regular expression: {why} (at character {position}).",
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
    explanation: `The second argument of \`to_long\` says in which radix a string is read. Its digits are 0 to 9 and the letters, which
makes 36 at most.

Wrong:

    '/x' = to_long('ff', 64);

Right:

    '/x' = to_long('ff', 16);`,
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
  "substitute-undefined": {
    severity: "error",
    message: "There is no value for the reference '{name}'.",
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
    explanation: `The value of a reference is itself searched for references, and these lead back to it.

Wrong:

    variable A = '\${A}';
    '/x' = substitute('\${A}');

Right:

    variable A = 'a';
    '/x' = substitute('\${A}');`,
  },
  "not-an-ip4-address": {
    severity: "error",
    message: "'{address}' is not an IPv4 address.",
    help: "It has four numbers up to 255, and may end in /0 to /32.",
    explanation: `\`ip4_to_long\` reads addresses such as 192.0.2.1 and 192.0.2.0/24, without blanks around them. It does not know
IPv6.

Wrong:

    '/x' = ip4_to_long('192.0.2');

Right:

    '/x' = ip4_to_long('192.0.2.0/24');`,
  },
  "ip4-address-out-of-range": {
    severity: "error",
    message: "{address} is no IPv4 address.",
    help: "It lies between 0 and 4294967295.",
    explanation: `\`long_to_ip4\` takes an address of 32 bits. After arithmetic, cut a number down with \`& 0xffffffff\`.

Wrong:

    '/x' = long_to_ip4(-1);

Right:

    '/x' = long_to_ip4(3221225985);`,
  },
  "base64-invalid": {
    severity: "error",
    message: "This is not base64: byte {position} is none of its characters.",
    help: "Base64 has letters, digits, '+', '/', '=' and white space.",
    explanation: `\`base64_decode\` reads the base64 of RFC 2045 and passes over white space. The alphabet for URLs, with \`-\` and \`_\`, is
another one.

Wrong:

    '/x' = base64_decode('aGVsbG8-');

Right:

    '/x' = base64_decode('aGVsbG8=');`,
  },
  "digest-unknown": {
    severity: "error",
    message: "There is no digest '{algorithm}'.",
    help: "The digests are {known}.",
    explanation: `\`digest\` knows the digests that Java has by itself; case does not matter. A name that is a literal is checked when the
template is read.

Wrong:

    '/x' = digest('sha-265', 'text');

Right:

    '/x' = digest('sha-256', 'text');`,
  },
  "json-invalid": {
    severity: "error",
    message: "This is not JSON: {why} (at character {position}).",
    explanation: `\`json_decode\` reads JSON, and forgives comments, single quotes, and quotes that are left out. After the value nothing
but white space may follow.

Wrong:

    '/x' = json_decode('{"a": [1, 2}');

Right:

    '/x' = json_decode('{"a": [1, 2]}');`,
  },
  "json-number-invalid": {
    severity: "error",
    message: "The number {text} of the JSON is no long.",
    help: "Write a point to make it a double: 1.0e5.",
    explanation: `A JSON number without a point becomes a long, which has 64 bits and no exponent.

Wrong:

    '/x' = json_decode('1e5');

Right:

    '/x' = json_decode('1.0e5');`,
  },
  "json-kinds-differ": {
    severity: "error",
    message:
      "The name '{name}' stands twice in a JSON object, once as {first} and once as {second}.",
    help: "Keep one of the two.",
    explanation: `A name that is repeated in a JSON object replaces its earlier value, as an assignment would; so the two must be of one
kind.

Wrong:

    '/x' = json_decode('{"a": 1, "a": "one"}');

Right:

    '/x' = json_decode('{"a": 1}');`,
  },
  "json-undef": {
    severity: "error",
    message: "A value that is undef cannot be written as JSON.",
    help: "Give it a value first, or remove it with null.",
    explanation: `JSON has no word for a value that is not defined yet; \`null\` is something else.

Wrong:

    '/x' = json_encode(dict('a', undef));

Right:

    '/x' = json_encode(dict('a', 'b'));`,
  },
} as const satisfies Definitions;
