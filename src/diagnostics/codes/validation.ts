import type { Definitions } from "../definition.ts";

/** What the finished configuration is refused for. */
export const validationCodes = {
  "value-undefined": {
    severity: "error",
    message: "{path} is still undef.",
    help: "Assign it a value, delete it with null, or give its type a default.",
    explanation: `A finished configuration may not hold \`undef\`: it stands for a value that somebody has yet to give.

Wrong:

    '/hardware/memory' = undef;

Right, in a template that is included later, or as a default of the bound type:

    '/hardware/memory' = 512;`,
  },
  "value-missing": {
    severity: "error",
    message: "{path} has no value, but a type is bound to it.",
    help: "Assign a value, or bind the type only where there is one.",
    explanation: `A binding says that there is a value of the type at the path. If nothing assigns one and the type has no
default, the configuration is incomplete.

Wrong:

    bind '/system/hostname' = string;

Right:

    bind '/system/hostname' = string;
    '/system/hostname' = 'web1';`,
  },
  "field-missing": {
    severity: "error",
    message: "{path} lacks the required field '{field}'.",
    help: "Assign it, give it a default in its type, or make the field optional with '?'.",
    explanation: `The bound record type has a field with \`:\`, which must be there.

Wrong:

    type disk = { 'device' : string 'size' : long };
    bind '/disk' = disk;
    '/disk/device' = 'xvda';

Right: also assign \`'/disk/size'\`, or declare \`'size' ? long\` or \`'size' : long = 10\`.`,
  },
  "field-unexpected": {
    severity: "error",
    message: "{path} has {what} that its type does not know: {fields}.",
    help: "Remove it, or add it to the type.",
    explanation: `A record type that is not \`extensible\` allows only the fields it declares. Mostly a misspelt name.

Wrong:

    type disk = { 'device' : string };
    bind '/disk' = disk;
    '/disk/devise' = 'xvda';

Right:

    '/disk/device' = 'xvda';`,
  },
  "wrong-type": {
    severity: "error",
    message: "{path} must be a {wanted}, but it is {given}.",
    help: "Pan converts nothing: 1 is a long, 1.0 a double, '1' a string.",
    explanation: `The value is not of the kind that the bound type wants.

Wrong:

    bind '/memory' = long;
    '/memory' = '512';

Right:

    '/memory' = 512;`,
  },
  "range-without-size": {
    severity: "error",
    message: "{path} is {given}, which has no size to compare with the range {range}.",
    help: "Ranges apply to numbers, strings, lists and dicts.",
    explanation: `A type has a range, but the value is of a kind that has neither a numeric value nor a length.

Wrong:

    bind '/flag' = boolean(0..1);
    '/flag' = true;

Right:

    bind '/flag' = boolean;
    '/flag' = true;`,
  },
  "value-out-of-range": {
    severity: "error",
    message: "{path} is {given}, {problem}.",
    help: "Both bounds belong to the range.",
    explanation: `The number does not lie within the bounds of its type.

Wrong:

    bind '/port' = long(1..65535);
    '/port' = 70000;

Right:

    '/port' = 7000;`,
  },
  "size-out-of-range": {
    severity: "error",
    message: "{path} has the size {size}, {problem}; it is {given}.",
    help: "The size of a string is its length, that of a list or dict its number of children.",
    explanation: `The length of a string, or the number of elements of a list or dict, does not lie within the bounds of its type.

Wrong:

    bind '/dns' = string[1..3];
    '/dns' = list();

Right:

    '/dns' = list('192.0.2.53');`,
  },
  "not-a-choice": {
    severity: "error",
    message: "{path} is {given}, but must be one of {choices}.",
    explanation: `The bound type is a \`choice\` and the string is none of those it lists.

Wrong:

    bind '/type' = choice('pv', 'pvh', 'hvm');
    '/type' = 'kvm';

Right:

    '/type' = 'hvm';`,
  },
  "validation-refused": {
    severity: "error",
    message: "{path} is {given}, which fails the validation of its type.",
    help: "The validation is the DML behind 'with' or 'valid'; let it call error() with a reason instead of returning false.",
    explanation: `A type has a validation in DML that must give \`true\` for each value, and it gave \`false\`.

Wrong:

    type even = long with SELF % 2 == 0;
    bind '/n' = even;
    '/n' = 3;

Right:

    '/n' = 4;`,
  },
  "validation-failed": {
    severity: "error",
    message: "{path}: {cause}",
    explanation: `The validation of a type refused the value, and said by \`error()\` what is wrong with it.

Wrong:

    type even = long with { if (SELF % 2 != 0) error('%d is odd', SELF); true; };
    bind '/n' = even;
    '/n' = 3;

Right:

    '/n' = 4;`,
  },
  "validation-broken": {
    severity: "error",
    message: "{path} cannot be checked, as its validation fails: {cause}",
    explanation: `The validation of a type is DML, and it ended with a mistake of its own instead of \`true\` or \`false\`. The value
is not accepted. Either the value is of a form that the author of the validation did not think of, or the validation is
wrong.

Wrong:

    type service = { 'port' ? long } with SELF['port'] > 1024;
    bind '/web' = service;
    '/web' = dict();

Right: the validation looks first whether there is a port.

    type service = { 'port' ? long } with !exists(SELF['port']) || SELF['port'] > 1024;`,
  },
  "validation-not-boolean": {
    severity: "error",
    message: "The validation of {path} gives {given}, but must give true or false.",
    help: "End it with a comparison, or with true or false.",
    explanation: `The DML behind \`with\` or \`valid\` must end with a boolean.

Wrong:

    bind '/name' = string with length(SELF);
    '/name' = 'a';

Right:

    bind '/name' = string with length(SELF) > 0;
    '/name' = 'a';`,
  },
  "link-broken": {
    severity: "error",
    message: "{path} links to {link}, but {why}.",
    help: "A link is a string that holds the path of an existing value.",
    explanation: `A type with \`*\` says that the string is the path of another value.

Wrong:

    bind '/boot/disk' = string*;
    '/boot/disk' = '/storage/nowhere';

Right: let it name a path that has a value.`,
  },
  "link-to-wrong-type": {
    severity: "error",
    message: "{path} links to {link}, which is not of the right type: {cause}",
    help: "Link to another path, or correct the value there.",
    explanation: `A type with \`*\` also checks the value that the link leads to.

Wrong:

    bind '/boot/size' = long*;
    '/boot/size' = '/storage/name';
    '/storage/name' = 'root';

Right: link to a value of the type.`,
  },
} as const satisfies Definitions;
