/** Functions of lists and dicts, of the configuration, and of the compilation. */

import { type DetailsTable, details, type FunctionDetails } from "./function-details.ts";

const isTest = (call: string, gives: string): FunctionDetails =>
  details("A variable that does not exist is no mistake here.", [[call, gives]]);

const stepping = details(
  "The variable of the resource remembers how far the iteration is; `foreach` is shorter.",
  [],
  ["the resource was changed in between"],
);

const pairs = details(
  "Arguments go in pairs of a key and a value; a value of `null` leaves its key out.",
  [["dict('size', 20480, 'format', 'qcow2')", "dict('format', 'qcow2', 'size', 20480)"]],
  [
    "the number of arguments is odd",
    "a key is empty or has characters that no key can have",
    "a key is given twice",
  ],
);

const growing = (call: string, gives: string): FunctionDetails =>
  details(
    "A variable that does not exist, or is undef, counts as an empty list. What is given is a copy where the list is not the \
script's own.",
    [[call, gives]],
    ["the value is null", "the first argument is no list"],
  );

export const valueFunctions: DetailsTable = {
  dict: pairs,
  nlist: pairs,
  list: details("A `null` stays in the list, and counts as `undef` in the end.", [
    ["list('a', 'b')", "list('a', 'b')"],
  ]),
  append: growing("append(list('a'), 'b')", "list('a', 'b')"),
  prepend: growing("prepend(list('b'), 'a')", "list('a', 'b')"),
  merge: details(
    "The arguments must all be dicts or all lists.",
    [
      ["merge(list('a'), list('b'))", "list('a', 'b')"],
      ["merge(dict('a', 1), dict('b', 2))", "dict('a', 1, 'b', 2)"],
    ],
    ["two dicts have the same key"],
  ),
  clone: details("Changes of the copy do not show in the original.", [
    ["clone(list(1))", "list(1)"],
  ]),
  length: details("", [
    ["length('abc')", "3"],
    ["length(list())", "0"],
  ]),
  key: details(
    "Positions are counted from 0, keys are in alphabetical order.",
    [["key(dict('b', 1, 'a', 2), 0)", "'a'"]],
    ["there is no such position"],
  ),
  index: details("With a third argument the search begins there.", [
    ["index('b', 'abc')", "1"],
    ["index('c', list('a', 'b'))", "-1"],
    ["index(2, dict('a', 1, 'b', 2))", "'b'"],
  ]),
  first: stepping,
  next: stepping,
  delete: details(
    "To remove what a path has, set the path to `null`.",
    [],
    ["the argument is no variable of the script, or a part of one"],
  ),
  create: details(
    "The template must be a structure template; what it leaves `undef` must be given by a pair or set later. A pair overrides \
what the template sets.",
    [],
    [
      "there is no such template, or it is no structure template",
      "the keys and values do not go in pairs",
    ],
  ),
  exists: details(
    "A text that begins with `/`, or has a `:`, is a path; another text is the name of a template. A reference such as \
`SELF['a']` asks whether the element is there.",
    [["exists('/nowhere')", "false"]],
  ),
  path_exists: details("", [["path_exists('/nowhere')", "false"]], ["the path is relative"]),
  value: details(
    "The path is absolute, or that of another profile: `profile:/path`. What the path is set to later does not show.",
    [["value('/nowhere', 4)", "4"]],
    ["there is no value at the path, and no default is given"],
  ),
  if_exists: details(
    "For `include if_exists('name')`: nothing is included where there is no such template.",
    [],
  ),
  is_valid: details("", [["is_valid(long, 4)", "true"]], ["there is no such type"]),
  file_contents: details("", [], ["there is no such file along the load path"]),
  file_exists: details("", [["file_exists('nowhere/at/all')", "false"]]),
  return: details("In DML that is no function, it ends the statement's value.", []),
  error: details("With more than one argument the message is laid out as by `format`.", []),
  debug: details("With more than one argument the message is laid out as by `format`.", []),
  traceback: details("", []),
  deprecated: details(
    "The level decides nothing, but must not be negative. Whether the message is shown, or ends the compilation, is told on \
the command line.",
    [],
    ["deprecations are told to be errors"],
  ),
  is_boolean: isTest("is_boolean(true)", "true"),
  is_defined: isTest("is_defined(undef)", "false"),
  is_dict: isTest("is_dict(dict())", "true"),
  is_double: isTest("is_double(1)", "false"),
  is_list: isTest("is_list(list())", "true"),
  is_long: isTest("is_long(1)", "true"),
  is_nlist: isTest("is_nlist(dict())", "true"),
  is_null: isTest("is_null(undef)", "false"),
  is_number: isTest("is_number(1.5)", "true"),
  is_property: isTest("is_property(list())", "false"),
  is_resource: isTest("is_resource(list())", "true"),
  is_string: isTest("is_string('a')", "true"),
};
