/** Functions of texts, patterns, numbers and encodings. */

import { type DetailsTable, details } from "./function-details.ts";

const pattern = "the pattern is no regular expression of Java, or takes too long";

export const textFunctions: DetailsTable = {
  substr: details(
    "Positions are counted from 0.",
    [
      ["substr('abcdef', 2)", "'cdef'"],
      ["substr('abcdef', 1, 3)", "'bcd'"],
      ["substr('abcdef', -2)", "'ef'"],
      ["substr('abcdef', 1, -1)", "'bcde'"],
    ],
    ["the part lies outside of the text"],
  ),
  splice: details(
    "Start and length are as in `substr`; without a replacement the part is left out.",
    [
      ["splice('abcdef', 2, 0, '12')", "'ab12cdef'"],
      ["splice(list('a', 'b', 'c'), 1, 1)", "list('a', 'c')"],
    ],
    ["the part lies outside of the value"],
  ),
  replace: details(
    "In the replacement `$1` stands for the first group of the pattern.",
    [["replace('[0-9]+$', '', 'xvda1')", "'xvda'"]],
    [pattern, "the replacement names a group that the pattern does not have"],
  ),
  match: details(
    "It is enough that some part of the text matches; `^` and `$` hold the pattern to the ends. Flags: `i` ignores case, `m` \
lets `^` and `$` match at lines, `s` lets `.` match line ends, `x` allows comments, `u` folds case as Unicode does.",
    [
      ["match('web1', '^web[0-9]+$')", "true"],
      ["match('WEB1', '^web', 'i')", "true"],
    ],
    [pattern, "a flag is unknown"],
  ),
  matches: details(
    "The first element is what the whole pattern has matched, the others are its groups. Flags are as in `match`.",
    [
      ["matches('web12', '^([a-z]+)([0-9]+)$')", "list('web12', 'web', '12')"],
      ["matches('db', '^web')", "list()"],
    ],
    [pattern, "a flag is unknown"],
  ),
  split: details(
    "A limit bounds how many parts there are; 0 leaves out empty parts at the end, a negative limit keeps them.",
    [
      ["split(',', 'a,b,c')", "list('a', 'b', 'c')"],
      ["split(',', 2, 'a,b,c')", "list('a', 'b,c')"],
    ],
    [pattern],
  ),
  join: details("The strings are those of one list, or the other arguments.", [
    ["join(', ', list('a', 'b'))", "'a, b'"],
    ["join('-', 'a', 'b', 'c')", "'a-b-c'"],
  ]),
  format: details(
    "`%s` is any value as text, `%d` a long, `%f` a double, `%x` a long in hexadecimal digits, `%b` a boolean, `%%` a percent \
sign; a width, leading zeros and decimals as in `%05d` and `%.2f`.",
    [["format('%s has %03d disks', 'web', 2)", "'web has 002 disks'"]],
    ["a directive fits no argument, or there are too few of them"],
  ),
  substitute: details(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Pan's.
    "References have the form `${name}`.",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Pan's.
    [["substitute('${a} and ${b}', dict('a', 1, 'b', 2))", "'1 and 2'"]],
    ["there is no value for a name", "values refer to each other in a circle"],
  ),
  to_lowercase: details("", [["to_lowercase('Web')", "'web'"]]),
  to_uppercase: details("", [["to_uppercase('Web')", "'WEB'"]]),
  escape: details(
    "Every character that a key cannot have becomes `_` and its code; so does a digit at the beginning.",
    [["escape('a/b')", "'a_2fb'"]],
    ["a character lies beyond U+00FF"],
  ),
  unescape: details("", [["unescape('a_2fb')", "'a/b'"]], ["what follows a `_` is no code"]),
  digest: details(
    "Algorithms: MD2, MD5, SHA, SHA-1, SHA-256, SHA-384, SHA-512.",
    [["digest('MD5', 'hello world')", "'5eb63bbbe01eeed093cb22bb8f5acdc3'"]],
    ["the algorithm is unknown"],
  ),
  base64_encode: details("", [["base64_encode('hello world')", "'aGVsbG8gd29ybGQ='"]]),
  base64_decode: details(
    "",
    [["base64_decode('aGVsbG8gd29ybGQ=')", "'hello world'"]],
    ["the text is no base64"],
  ),
  json_encode: details("", [["json_encode('a')", `'"a"'`]]),
  json_decode: details(
    "",
    [[`json_decode('{"a": [1, true]}')`, "dict('a', list(1, true))"]],
    ["the text is no JSON"],
  ),
  ip4_to_long: details(
    "",
    [["ip4_to_long('192.0.2.1/24')", "list(3221225985, 4294967040)"]],
    ["the text is no IPv4 address"],
  ),
  long_to_ip4: details(
    "",
    [["long_to_ip4(3221225985)", "'192.0.2.1'"]],
    ["the number is below 0 or has more than 32 bits"],
  ),
  max: details("", [["max(2, 3)", "3"]]),
  min: details("", [["min(2, 3)", "2"]]),
  to_boolean: details("", [
    ["to_boolean('False')", "false"],
    ["to_boolean(2)", "true"],
  ]),
  to_double: details("", [["to_double('2.5')", "2.5"]], ["the text is no number"]),
  to_long: details(
    "A text that begins with `0x` is hexadecimal, one that begins with `0` octal, unless a radix is given.",
    [
      ["to_long('0x10')", "16"],
      ["to_long('101', 2)", "5"],
      ["to_long(2.6)", "3"],
    ],
    ["the text is no whole number"],
  ),
  to_string: details("", [["to_string(4)", "'4'"]]),
};
