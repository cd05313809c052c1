import type { Definitions } from "../definition.ts";

/** What ends the evaluation of a profile, or is refused when a template is read. */
export const evaluationCodes = {
  "condition-not-boolean": {
    severity: "error",
    message: "The condition must be true or false, but it is {given}.",
    help: "Compare the value, or test it with is_defined().",
    explanation: `\`if\`, \`while\` and \`for\` take a boolean; Pan converts nothing to one.

Wrong:

    '/x' = if (1) 'a' else 'b';

Right:

    '/x' = if (1 == 1) 'a' else 'b';`,
  },
  "wrong-operands": {
    severity: "error",
    message: "The operator {operator} needs {wanted}, but has {left} and {right}.",
    help: "Convert with to_string(), to_long(), to_double() or to_boolean().",
    explanation: `Operators work on values of fitting kinds only; nothing is converted silently, except a long beside a double.

Wrong:

    '/x' = 'size: ' + 10;

Right:

    '/x' = 'size: ' + to_string(10);`,
  },
  "wrong-operand": {
    severity: "error",
    message: "The operator {operator} needs {wanted}, but has {given}.",
    help: "Convert with to_long(), to_double() or to_boolean().",
    explanation: `An operator with one operand, or a logical operator, was given a value of a kind it cannot use.

Wrong:

    '/x' = !1;

Right:

    '/x' = !true;`,
  },
  "division-by-zero": {
    severity: "error",
    message: "The right side of {operator} is zero.",
    help: "Test the divisor first.",
    explanation: `Neither longs nor doubles can be divided by zero in Pan.

Wrong:

    '/x' = 1 / 0;

Right:

    '/x' = 1 / 2;`,
  },
  "value-needed": {
    severity: "error",
    message: "This must give a value, but it contains return() or error().",
    help: "Move the call out of the argument or index.",
    explanation: `A call of \`return\` or \`error\` ends the surrounding DML, so it cannot stand where a value is computed for an argument or an index.

Wrong:

    '/x' = to_string(return(1));

Right:

    '/x' = return(to_string(1));`,
  },
  "needs-profile": {
    severity: "error",
    message: "{what} can be evaluated only within a profile.",
    explanation: `While a template is read there is no configuration yet. Where a constant is needed, as for the default of a type, such an expression cannot be used.

Wrong:

    type t = string = value('/name');

Right:

    type t = string = 'unnamed';`,
  },
  "variable-undefined": {
    severity: "error",
    message: "The variable {name} is not defined.",
    help: "Assign it before it is used, or test it with exists({name}).",
    explanation: `A name that is neither a local variable of this DML nor a global variable at this moment. Statements run in order, so a variable must be set before it is read.

Wrong:

    '/x' = PORT;

Right:

    variable PORT = 80;
    '/x' = PORT;`,
  },
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
  "function-undefined": {
    severity: "error",
    message: "The function {name} is not defined.",
    help: "Declare it with 'function {name} = …;' in a template that is included before.",
    explanation: `The name is neither built in nor declared by a template included so far.

Wrong:

    '/x' = to_sting(1);

Right:

    '/x' = to_string(1);`,
  },
  "type-undefined": {
    severity: "error",
    message: "The type {name} is not defined.",
    help: "Declare it with 'type {name} = …;' before it is used.",
    explanation: `A type must be declared before a declaration or binding that uses it.

Wrong:

    bind '/x' = port;

Right:

    type port = long(1..65535);
    bind '/x' = port;`,
  },
  "type-redeclared": {
    severity: "error",
    message: "The type {name} is declared twice.",
    help: "Rename one of them, or put the declaration into one declaration template that both include.",
    explanation: `A type can be declared once in a profile. Declaration templates run once, however often they are included.

Wrong:

    type port = long;
    type port = long(1..);

Right:

    type port = long(1..);`,
  },
  "function-redeclared": {
    severity: "error",
    message: "The function {name} is declared twice.",
    help: "Rename one of them, or put the declaration into one declaration template that both include.",
    explanation: `A function can be declared once in a profile.

Wrong:

    function f = 1;
    function f = 2;

Right:

    function f = 1;`,
  },
  "included-type-not-record": {
    severity: "error",
    message: "The type {name} is not a record, so its fields cannot be included.",
    help: "Include only record types, which are declared with braces.",
    explanation: `\`include\` inside a record type takes over the fields of another record type.

Wrong:

    type a = long;
    type b = { include a };

Right:

    type a = { 'x' : long };
    type b = { include a };`,
  },
  "variable-is-final": {
    severity: "error",
    message: "The variable {name} is final and cannot be set.",
    explanation: `A variable statement with \`final\` freezes the variable for the rest of the profile.

Wrong:

    final variable X = 1;
    variable X = 2;

Right:

    final variable X = 1;`,
  },
  "path-is-final": {
    severity: "error",
    message: "{path} cannot be changed, as {final} is final.",
    explanation: `An assignment with \`final\` freezes the path, everything above it and everything below it.

Wrong:

    final '/a/b' = 1;
    '/a/b' = 2;

Right:

    final '/a/b' = 1;`,
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
    explanation: `\`append\` and \`prepend\` work on lists.

Wrong:

    '/x' = { a = 1; append(a, 2); };

Right:

    '/x' = { a = list(1); append(a, 2); };`,
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
  "invalid-path": {
    severity: "error",
    message: "'{path}' is not a path: {why}.",
    explanation: `Paths are written '/a/b/0', relative ones 'a/b', those of another profile 'profile:/a/b'.

Wrong:

    '/two words' = 1;

Right:

    '/{two words}' = 1;`,
  },
  "path-not-string": {
    severity: "error",
    message: "The path given to {function}() must be a string, but it is {given}.",
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
  "root-not-dict": {
    severity: "error",
    message: "The root of the configuration can only be replaced by a dict.",
    explanation: `The path '/' is the whole configuration, which is a dict.

Wrong:

    '/' = list();

Right:

    '/' = dict('a', 1);`,
  },
  "exists-argument": {
    severity: "error",
    message: "exists() needs a variable, a path or the name of a template, but this is {given}.",
    explanation: `The argument of \`exists\` is a reference to a variable or a string.

Wrong:

    '/x' = exists(1);

Right:

    '/x' = exists('/y');`,
  },
  "not-path-nor-template": {
    severity: "error",
    message: "'{text}' is neither a path nor the name of a template.",
    explanation: `\`exists\` with a string takes an absolute path, the path of another profile, or the name of a template.

Wrong:

    '/x' = exists('a b');

Right:

    '/x' = exists('/a');`,
  },
  "template-name-not-string": {
    severity: "error",
    message: "The name of a template must be a string, but it is {given}.",
    explanation: `A function that works on templates was given something else than a name.

Wrong:

    '/x' = create(1);

Right:

    '/x' = create('disk');`,
  },
  "invalid-template-name": {
    severity: "error",
    message: "'{name}' cannot be the name of a template.",
    help: "Names are made of letters, digits, '_', '-', '+', '.' and '/'; no part of one may be empty or begin with a dot.",
    explanation: `The name of a template is also the name of its file, below a directory of the include path.

Wrong:

    include 'two words';

Right:

    include 'two-words';`,
  },
  "invalid-file-name": {
    severity: "error",
    message: "'{name}' cannot be the name of a file here.",
    help: "Names are made of letters, digits, '_', '-', '+', '.' and '/'; no part of one may be empty or begin with a dot.",
    explanation: `\`file_contents\` and \`file_exists\` look files up as templates are looked up, so the same names are legal.

Wrong:

    '/x' = file_contents('../secret');

Right:

    '/x' = file_contents('data/motd');`,
  },
  "file-not-relative": {
    severity: "error",
    message: "{function}() needs the relative name of a file, but this is {given}.",
    explanation: `Files are found along the include path and the load path.

Wrong:

    '/x' = file_contents('/etc/motd');

Right:

    '/x' = file_contents('data/motd');`,
  },
  "file-not-found": {
    severity: "error",
    message: "There is no file '{name}' on the load path.",
    help: "Test with file_exists() first.",
    explanation: `The file is in none of the directories in which templates are looked for.

Wrong:

    '/x' = file_contents('no/such/file');

Right:

    '/x' = if (file_exists('data/motd')) file_contents('data/motd') else '';`,
  },
  "file-is-directory": {
    severity: "error",
    message: "'{name}' is a directory.",
    explanation: `Only files have contents.

Wrong:

    '/x' = file_contents('data');

Right:

    '/x' = file_contents('data/motd');`,
  },
  "file-unreadable": {
    severity: "error",
    message: "The file '{name}' cannot be read.",
    help: "Check its permissions and, for a compressed file, that it is what the compression says.",
    explanation: `The file exists, but reading or decompressing it failed.

Wrong:

    '/x' = file_contents('data/motd', 'gzip');

Right:

    '/x' = file_contents('data/motd.gz', 'gzip');`,
  },
  "unknown-compression": {
    severity: "error",
    message: "The compression must be 'gzip', but it is {given}.",
    explanation: `\`file_contents\` can decompress gzip.

Wrong:

    '/x' = file_contents('data/motd', 'zip');

Right:

    '/x' = file_contents('data/motd.gz', 'gzip');`,
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
  "variable-reference-needed": {
    severity: "error",
    message: "The {position} argument of {function}() must be a variable.",
    explanation: `The function assigns the variable, so an expression will not do.

Wrong:

    '/x' = delete(1);

Right:

    '/x' = { a = dict('b', 1); delete(a['b']); a; };`,
  },
  "next-without-first": {
    severity: "error",
    message: "next() was called before first() for this resource.",
    help: "Begin with first(), or use foreach.",
    explanation: `\`next\` goes on with the iteration that \`first\` began in the same DML.

Wrong:

    '/x' = { l = list(1); next(l, k, v); };

Right:

    '/x' = { l = list(1); first(l, k, v); v; };`,
  },
  "changed-while-iterating": {
    severity: "error",
    message: "The keys of the dict changed while it was iterated.",
    help: "Collect the changes and make them after the loop, or iterate over clone().",
    explanation: `\`foreach\`, \`first\` and \`next\` walk over a fixed set of keys.

Wrong:

    '/x' = { d = dict('a', 1, 'c', 2); foreach (k; v; d) { delete(d[k]); d['b'] = 1; }; d; };

Right:

    '/x' = { d = dict('a', 1); foreach (k; v; clone(d)) { d['b'] = 1; }; d; };`,
  },
  "foreach-needs-resource": {
    severity: "error",
    message: "Only a list or a dict can be iterated, but this is {given}.",
    explanation: `\`foreach\`, \`first\` and \`next\` go through the children of a resource.

Wrong:

    '/x' = { foreach (k; v; 'abc') v; };

Right:

    '/x' = { foreach (k; v; list('a')) v; };`,
  },
  "too-many-iterations": {
    severity: "error",
    message: "The loop ran more than {limit} times.",
    help: "If that is intended, raise the limit with --max-iteration.",
    explanation: `A limit on iterations turns endless loops into an error.

Wrong:

    '/x' = { i = 0; while (true) i = i + 1; };

Right:

    '/x' = { i = 0; while (i < 10) i = i + 1; };`,
  },
  "too-deep": {
    severity: "error",
    message: "Includes and calls are nested more than {limit} deep, in {what}.",
    help: "If that is intended, raise the limit with --max-recursion.",
    explanation: `A limit on the depth of includes, creates and function calls turns endless recursion into an error.

Wrong:

    function f = f();
    '/x' = f();

Right:

    function f = 1;
    '/x' = f();`,
  },
  "self-in-include": {
    severity: "error",
    message: "SELF has no meaning in an include statement.",
    explanation: `\`SELF\` is the value of the path or variable that a statement assigns; an include assigns none.

Wrong:

    include SELF;

Right:

    include NAME;`,
  },
  "self-assigned": {
    severity: "error",
    message: "SELF itself cannot be assigned.",
    help: "Assign an element, SELF['key'] = …, or let the statement's DML end with the new value.",
    explanation: `The value of a statement's DML becomes the new value of what it assigns.

Wrong:

    '/x' = { SELF = 1; };

Right:

    '/x' = 1;`,
  },
  "self-read-only": {
    severity: "error",
    message: "SELF cannot be changed here.",
    explanation: `In a validation \`SELF\` is the value that is checked; validations change nothing.

Wrong:

    bind '/x' = dict with { SELF['a'] = 1; true; };

Right:

    bind '/x' = dict with exists(SELF['a']);`,
  },
  "global-variable-in-dml": {
    severity: "error",
    message: "{name} is a global variable; DML cannot change it.",
    help: "Use another name for the local variable, or set the global one with a variable statement.",
    explanation: `DML assigns local variables only. A name that is global already cannot be local too.

Wrong:

    variable X = 1;
    '/x' = { X = X + 1; };

Right:

    variable X = 1;
    '/x' = { x = X + 1; };`,
  },
  "automatic-variable": {
    severity: "error",
    message: "{name} is set by the compiler and cannot be assigned.",
    explanation: `OBJECT, SELF, TEMPLATE, FUNCTION, ARGC and ARGV are automatic variables.

Wrong:

    variable OBJECT = 'me';

Right:

    variable NAME = OBJECT;`,
  },
  "automatic-variable-called": {
    severity: "error",
    message: "{name} is an automatic variable, not a function.",
    explanation: `OBJECT, SELF, TEMPLATE, FUNCTION, ARGC and ARGV are automatic variables.

Wrong:

    '/x' = OBJECT();

Right:

    '/x' = OBJECT;`,
  },
  "type-name-needed": {
    severity: "error",
    message: "The first argument of is_valid() must be the name of a type.",
    help: "Write it without quotes: is_valid(port, 80).",
    explanation: `\`is_valid\` checks its second argument against the type that the first one names.

Wrong:

    '/x' = is_valid('port', 80);

Right:

    '/x' = is_valid(port, 80);`,
  },
  "create-arguments": {
    severity: "error",
    message: "create() needs the name of a structure template and then pairs of key and value.",
    explanation: `After the name every key needs a value.

Wrong:

    '/x' = create('disk', 'size');

Right:

    '/x' = create('disk', 'size', 10);`,
  },
  "create-key": {
    severity: "error",
    message: "A key given to create() must be a string, but it is {given}.",
    explanation: `After the name of the template come pairs of key and value.

Wrong:

    '/x' = create('disk', 1, 10);

Right:

    '/x' = create('disk', 'size', 10);`,
  },
  "create-needs-structure": {
    severity: "error",
    message: "create() needs a structure template, but {name} is of kind {kind}.",
    help: "Declare it as 'structure template {name};'.",
    explanation: `\`create\` runs a structure template, whose paths are relative, and gives the dict it builds.

Wrong:

    '/x' = create('some/ordinary/template');

Right:

    '/x' = create('some/structure');`,
  },
  "cannot-include": {
    severity: "error",
    message:
      "A template of kind {included} cannot be included here: {name} is one, and this template is of kind {includer}.",
    help: "Structure templates are used with create(); object templates with value('name:/path').",
    explanation: `Object, ordinary and unique templates include ordinary, unique and declaration templates; structure templates include structure and declaration templates; declaration templates only their own kind.

Wrong:

    object template a;
    include 'another-object';

Right:

    object template a;
    '/x' = value('another-object:/x');`,
  },
  "include-not-name": {
    severity: "error",
    message: "An include needs the name of a template, undef or null, but this is {given}.",
    explanation: `The DML of an include must give a string; undef and null include nothing.

Wrong:

    include 1;

Right:

    include 'name';`,
  },
  "template-not-found": {
    severity: "error",
    message: "There is no template '{name}'.",
    help: "Looked in: {places}.",
    explanation: `A template NAME is looked for as NAME.pan, then NAME.tpl, in each directory of the include path, there in each directory of LOADPATH.

Wrong:

    include 'no/such/template';

Right:

    include if_exists('no/such/template');`,
  },
  "template-misnamed": {
    severity: "error",
    message: "The file holds the template '{found}', but was looked up as '{wanted}'.",
    help: "Rename the template or move the file.",
    explanation: `The name in a template's declaration must be the name under which its file is found.

Wrong:

    template other;

Right:

    template name;`,
  },
  "template-name-not-file": {
    severity: "error",
    message:
      "The template '{name}' must stand in a file whose path ends in '{name}.pan' or '{name}.tpl'.",
    help: "Rename the template or move the file.",
    explanation: `Templates are found by name, so the name must be the end of the file's path.

Wrong:

    object template other;

Right:

    object template name;`,
  },
  "not-object-template": {
    severity: "error",
    message:
      "'{name}' is a template of kind {kind}; only an object template has a configuration to refer to.",
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
    explanation: `A path 'profile:/a/b' needs the other profile to be free of errors.

Wrong:

    '/x' = value('broken:/a');

Right:

    '/x' = value('sound:/a');`,
  },
  "load-path-not-list": {
    severity: "error",
    message: "LOADPATH must be a list of strings, but it is {given}.",
    explanation: `LOADPATH lists directories, relative to those of the include path.

Wrong:

    variable LOADPATH = null;

Right:

    variable LOADPATH = list('site');`,
  },
  "load-path-not-string": {
    severity: "error",
    message: "LOADPATH must be a list of strings, but it holds {given}.",
    explanation: `LOADPATH lists directories, relative to those of the include path.

Wrong:

    variable LOADPATH = list(1);

Right:

    variable LOADPATH = list('site');`,
  },
  "load-path-absolute": {
    severity: "error",
    message: "LOADPATH may hold relative directories only, but it holds '{directory}'.",
    explanation: `The directories of LOADPATH are relative to those of the include path.

Wrong:

    variable LOADPATH = list('/site');

Right:

    variable LOADPATH = list('site');`,
  },
  "assignment-to-external-path": {
    severity: "error",
    message: "'{path}' belongs to another profile and cannot be assigned.",
    explanation: `A profile can read other profiles, not change them.

Wrong:

    'other:/x' = 1;

Right:

    '/x' = value('other:/x');`,
  },
  "assignment-in-declaration": {
    severity: "error",
    message: "A declaration template cannot assign paths.",
    help: "Move the assignment into an ordinary template.",
    explanation: `Declaration templates hold variables, types, functions, bindings and includes; they run once in a profile.

Wrong:

    declaration template a;
    '/x' = 1;

Right:

    template a;
    '/x' = 1;`,
  },
  "declaration-in-structure": {
    severity: "error",
    message: "A structure template can hold assignments and includes only.",
    help: "Move the statement into a declaration template and include that.",
    explanation: `A structure template describes one dict. Variables, types, functions and bindings belong to the profile.

Wrong:

    structure template a;
    variable X = 1;

Right:

    structure template a;
    'x' = 1;`,
  },
  "absolute-path-in-structure": {
    severity: "error",
    message: "'{path}' is absolute; a structure template assigns relative paths only.",
    help: "Leave the leading slash out.",
    explanation: `The paths of a structure template are relative to the dict that create() makes.

Wrong:

    structure template a;
    '/x' = 1;

Right:

    structure template a;
    'x' = 1;`,
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
  "binding-not-absolute": {
    severity: "error",
    message: "'{path}' is not absolute; a type is bound to an absolute path.",
    help: "Begin it with a slash.",
    explanation: `A binding applies to the whole configuration; prefixes do not matter to it.

Wrong:

    bind 'x' = long;

Right:

    bind '/x' = long;`,
  },
  "invalid-field": {
    severity: "error",
    message: "'{field}' cannot be the name of a field.",
    help: "A field is a single key that begins with a letter or underscore; put braces around other text.",
    explanation: `The fields of a record type are keys of a dict.

Wrong:

    type t = { 'a/b' : long };

Right:

    type t = { 'a' : long };`,
  },
  "default-not-constant": {
    severity: "error",
    message: "The default of a type must be a constant.",
    help: "Use literals, list(), dict() and functions of such.",
    explanation: `Defaults are computed once, when the template is read, so they cannot look at variables or at the configuration.

Wrong:

    type t = string = NAME;

Right:

    type t = string = 'unnamed';`,
  },
  "default-undefined": {
    severity: "error",
    message: "The default of a type cannot be undef or null.",
    help: "Leave the default out.",
    explanation: `A default is there to give a value.

Wrong:

    type t = string = undef;

Right:

    type t = string;`,
  },
  "substitution-undefined": {
    severity: "error",
    message: "The variable {name} in the path is not defined.",
    help: "Set it before the statement.",
    explanation: `\`\${NAME}\` in the path of a binding stands for the value of a global variable.

Wrong:

    bind '/\${NAME}/x' = long;

Right:

    variable NAME = 'a';
    bind '/\${NAME}/x' = long;`,
  },
  "this-not-dict": {
    severity: "error",
    message: '"this" can only be made from a dict, but this is {given}.',
    explanation: `\`"this" = …;\` in a structure template takes over the keys of a dict, mostly one made by create().

Wrong:

    structure template a;
    "this" = 1;

Right:

    "this" = create('package');`,
  },
  "value-too-large": {
    severity: "error",
    message: "This makes {what}.",
    help: "Look for a loop that doubles a value.",
    explanation: `Values that grow in every turn of a loop would fill the memory before the loop ends.

Wrong:

    '/x' = { l = list('a'); for (i = 0; i < 100; i = i + 1) l = merge(l, l); l; };

Right:

    '/x' = { for (i = 0; i < 100; i = i + 1) append(l, 'a'); l; };`,
  },
  "stack-exhausted": {
    severity: "error",
    message: "The evaluation is nested too deep for this machine.",
    help: "Make the recursion shallower, or lower --max-recursion to find where it happens.",
    explanation: `The limits on recursion were lifted or the data is nested extremely deep, and the stack ran out.

Wrong:

    function f = f();   # with --max-recursion 0
    '/x' = f();

Right:

    function f = 1;`,
  },
} as const satisfies Definitions;
