import type { Definitions } from "../definition.ts";

/** What the built-in functions refuse. */
export const functionCodes = {
  "wrong-argument-count": {
    severity: "error",
    message: "{function}() takes {wanted}, but {given} given.",
    help: "Its signature is {signature}.",
    explanation: `A built-in function was called with too few or too many arguments. The number of arguments is
checked when the template is read, so this is an error even where the call is never reached.`,
  },
  "wrong-argument-type": {
    severity: "error",
    message: "{function}() expects {wanted} as its {position} argument, but this is {given}.",
    help: "Its signature is {signature}.",
    explanation: `A built-in function was called with a value of a kind that it cannot use. Pan converts nothing
silently: use \`to_string\`, \`to_long\`, \`to_double\` or \`to_boolean\`.`,
  },
  "text-unescapable": {
    severity: "error",
    message: "'{text}' has characters that cannot be escaped.",
    help: "Only characters up to U+00FF can be escaped.",
    explanation: `Escaping turns any Latin-1 text into a legal key. Other characters have no escaped form.

Wrong:

    '/x' = escape('日本');

Right:

    '/x' = escape('a b');`,
  },
  "escape-sequence-broken": {
    severity: "error",
    message: "'{key}' holds the broken escape sequence '{sequence}'.",
    help: "An underscore must be followed by two hexadecimal digits.",
    explanation: `\`unescape\` reads what \`escape\` wrote.

Wrong:

    '/x' = unescape('a_');

Right:

    '/x' = unescape('a_20b');`,
  },
  "key-index-out-of-range": {
    severity: "error",
    message: "There is no key at position {index} of a dict of {size}.",
    help: "Positions count from 0.",
    explanation: `\`key\` gives the key at a position in the order of keys.

Wrong:

    '/x' = key(dict('a', 1), 1);

Right:

    '/x' = key(dict('a', 1), 0);`,
  },
  "pairs-needed": {
    severity: "error",
    message: "{function}() needs pairs of key and value.",
    explanation: `Every key needs a value.

Wrong:

    '/x' = dict('a');

Right:

    '/x' = dict('a', 1);`,
  },
  "duplicate-key": {
    severity: "error",
    message: "The key '{key}' is given twice.",
    explanation: `A dict has each key once; \`dict\` and \`merge\` refuse to choose.

Wrong:

    '/x' = dict('a', 1, 'a', 2);

Right:

    '/x' = dict('a', 1);`,
  },
  "index-as-key": {
    severity: "error",
    message: "'{key}' is a number, which cannot be the key of a dict.",
    help: "Begin it with a letter or underscore, or use escape().",
    explanation: `Text that is all digits is the index of a list.

Wrong:

    '/x' = dict('1', 'one');

Right:

    '/x' = dict(escape('1'), 'one');`,
  },
  "slice-out-of-range": {
    severity: "error",
    message: "The {what} of {function}() is {index}, which lies outside of a value of {size}.",
    explanation: `A negative start counts from the end; a negative length leaves so many off the end.

Wrong:

    '/x' = substr('abc', 4);

Right:

    '/x' = substr('abc', 1);`,
  },
  "regex-invalid": {
    severity: "error",
    message: "'{pattern}' is not a regular expression: {why} (at character {position}).",
    explanation: `Regular expressions are Java's. A pattern that is a literal is checked when the template is read.

Wrong:

    '/x' = match('a', '(a');

Right:

    '/x' = match('a', '(a)');`,
  },
  "regex-unsupported": {
    severity: "error",
    message:
      "The regular expression '{pattern}' cannot be used here: {why} (at character {position}).",
    explanation: `Regular expressions are Java's, but a few rare constructs are not supported.

Wrong:

    '/x' = match('a', '\\p{IsHan}');

Right:

    '/x' = match('a', '[a-z]');`,
  },
  "regex-too-slow": {
    severity: "error",
    message:
      "The search for the regular expression '{pattern}' was given up, as it takes too long.",
    help: "Write it so that each part of a text can match in one way only, or use possessive quantifiers ('*+').",
    explanation: `Where repetitions are nested, or overlap, the ways in which a text can be divided among them may
double with each character. Such a search would not end within reasonable time.

Wrong:

    '/x' = match(value('/text'), '(a+a+)+y');

Right:

    '/x' = match(value('/text'), 'aa+y');`,
  },
  "regex-flag-unknown": {
    severity: "error",
    message: "{function}() knows no flag '{flag}'.",
    help: "The flags are i, m, s, u and x.",
    explanation: `Flags change how a regular expression matches: i ignores case, m makes ^ and $ match at lines, s lets the dot match line ends, u is i for all letters, x allows blanks and comments.

Wrong:

    '/x' = match('a', 'A', 'y');

Right:

    '/x' = match('a', 'A', 'i');`,
  },
  "replacement-invalid": {
    severity: "error",
    message: "'{replacement}' cannot be used as a replacement: {why}.",
    help: "Write \\\\$ for a dollar sign and \\\\\\\\ for a backslash.",
    explanation: `In a replacement $1 stands for the first group and a backslash takes the next character as it is. A group that does not exist, or a lone $ or backslash, is refused.

Wrong:

    '/x' = replace('a', '$1', 'abc');

Right:

    '/x' = replace('(a)', '$1', 'abc');`,
  },
  "not-a-long": {
    severity: "error",
    message: "'{text}' cannot be read as a long.",
    help: "A long has at most 64 bits; write 0x… for hexadecimal and 0… for octal numbers.",
    explanation: `\`to_long\` reads a string as the literals of Pan are read, or in the radix that is given.

Wrong:

    '/x' = to_long('12 kB');

Right:

    '/x' = to_long('12');`,
  },
  "not-a-double": {
    severity: "error",
    message: "'{text}' cannot be read as a double.",
    explanation: `\`to_double\` reads decimal numbers, with or without exponent.

Wrong:

    '/x' = to_double('1,5');

Right:

    '/x' = to_double('1.5');`,
  },
  "radix-out-of-range": {
    severity: "error",
    message: "The radix {radix} is not between 2 and 36.",
    explanation: `The digits of a radix are 0 to 9 and the letters.

Wrong:

    '/x' = to_long('ff', 64);

Right:

    '/x' = to_long('ff', 16);`,
  },
  "deprecation-fatal": {
    severity: "error",
    message: "Deprecated: {message}",
    help: "Change what is deprecated, or lower --warnings to on.",
    explanation: `With \`--warnings fatal\` a call of \`deprecated\` ends the evaluation.

Wrong:

    '/x' = deprecated(0, 'use /y');   # with --warnings fatal

Right:

    '/y' = 1;`,
  },
  "format-invalid": {
    severity: "error",
    message: "The format '{format}' cannot be used: {why}.",
    explanation: `Formats are Java's: %s takes anything, %d and %x a long, %f and %e a double, %b a boolean.

Wrong:

    '/x' = format('%d', 'one');

Right:

    '/x' = format('%d', 1);`,
  },
  "user-error": {
    severity: "error",
    message: "{message}",
    explanation: `A template ended the evaluation with \`error()\`. The message is its author's.

Wrong:

    '/x' = error('the name is missing');

Right:

    '/x' = 'name';`,
  },
  "substitution-cycle": {
    severity: "error",
    message: "The substitution never ends: {names}.",
    explanation: `The value of a variable is itself searched for references, and these lead back to it.

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
    explanation: `\`ip4_to_long\` reads addresses such as 192.0.2.1 and 192.0.2.0/24.

Wrong:

    '/x' = ip4_to_long('192.0.2');

Right:

    '/x' = ip4_to_long('192.0.2.0/24');`,
  },
  "ip4-address-out-of-range": {
    severity: "error",
    message: "{address} is no IPv4 address.",
    help: "It lies between 0 and 4294967295.",
    explanation: `\`long_to_ip4\` takes an address of 32 bits.

Wrong:

    '/x' = long_to_ip4(-1);

Right:

    '/x' = long_to_ip4(3221225985);`,
  },
  "base64-invalid": {
    severity: "error",
    message: "This is not base64: byte {position} is none of its characters.",
    help: "Base64 has letters, digits, '+', '/', '=' and white space.",
    explanation: `\`base64_decode\` reads the base64 of RFC 2045 and passes over white space. The alphabet for URLs, with \`-\` and
\`_\`, is another one.

Wrong:

    '/x' = base64_decode('aGVsbG8-');

Right:

    '/x' = base64_decode('aGVsbG8=');`,
  },
  "digest-unknown": {
    severity: "error",
    message: "There is no digest '{algorithm}'.",
    help: "The digests are {known}.",
    explanation: `\`digest\` knows the digests that Java has by itself; case does not matter. A name that is a literal is checked
when the template is read.

Wrong:

    '/x' = digest('sha-265', 'text');

Right:

    '/x' = digest('sha-256', 'text');`,
  },
  "json-invalid": {
    severity: "error",
    message: "This is not JSON: {why} (at character {position}).",
    explanation: `\`json_decode\` reads JSON, and forgives comments, single quotes, and quotes that are left out.

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
