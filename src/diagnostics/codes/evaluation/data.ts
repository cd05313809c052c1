/** Built-in functions that convert data: addresses, base64, digests, JSON. */

import type { Definitions } from "../../definition.ts";

export const dataCodes = {
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
