/** What the lexer and the parser refuse, and the old spellings they warn of. */

import type { Definitions } from "../definition.ts";

export const syntaxCodes = {
  "merge-conflict": {
    severity: "error",
    message: "This is the mark of a conflict that a merge has left.",
    help: "Keep what is right of the two parts, and remove the three marks: `<<<<<<<`, `=======` and `>>>>>>>`.",
    explanation: `Version control has written both versions of some lines into the file, as it could not join them. Until somebody
has chosen, nothing else is said of the file.

Wrong:

    <<<<<<< HEAD
    '/memory' = 512;
    =======
    '/memory' = 1024;
    >>>>>>> topic

Right:

    '/memory' = 1024;`,
  },
  "unexpected-character": {
    severity: "error",
    message: "Unexpected character {character}.",
    explanation: `A character stands where none of Pan's tokens can begin. Outside of strings and comments Pan is
written in ASCII: letters, digits, \`_\`, quotes, brackets and operators. Typographic quotes, no-break spaces and a byte
order mark often come from a word processor or a web page.

Wrong:

    '/price' = .5;
    "/name" = “web”;

Right:

    '/price' = 0.5;
    "/name" = "web";`,
  },
  "unclosed-string": {
    severity: "error",
    message: "This string is not closed: there is no second {quote} on its line.",
    help: "Close it on its line; a text of several lines is a heredoc (`<<EOF`), or has `\\n` between double quotes.",
    explanation: `A string between quotes ends on the line on which it begins. Between double quotes a backslash at
the end of the line goes on in the next one, without a line end in the value; a heredoc holds any number of lines.

A double quote after a backslash belongs to the string if another double quote follows on the line, even where the
backslash itself is escaped: \`"a\\\\" + "b"\` is therefore one string and a loose \`b"\`. Write \`'a\\' + "b"\`.

Wrong:

    '/motd' = "Welcome
    to this machine";

Right:

    '/motd' = <<EOF;
    Welcome
    to this machine
    EOF`,
  },
  "invalid-escape": {
    severity: "error",
    message: "`{escape}` is not an escape sequence.",
    help: 'Escape sequences are `\\n`, `\\t`, `\\r`, `\\b`, `\\f`, `\\\\`, `\\"` and `\\xHH`; between single quotes a backslash is itself.',
    explanation: `Between double quotes a backslash begins an escape sequence. Regular expressions and Windows paths,
which are full of backslashes, are better written between single quotes, where only \`''\` has a meaning (one quote).

Wrong:

    '/pattern' = "^\\d+$";

Right:

    '/pattern' = '^\\d+$';
    '/pattern' = "^\\\\d+$";`,
  },
  "unclosed-heredoc": {
    severity: "error",
    message: "The heredoc `{marker}` is not closed.",
    help: "Write `{marker}` alone on a line, without spaces around it, after the text.",
    explanation: `A heredoc begins at the end of the line with \`<<NAME\` and ends with a line that is exactly
\`NAME\`. Without that line the rest of the template belongs to the text. Spaces before or after the name, and a
semicolon behind it, make it an ordinary line of the text: the semicolon belongs after \`<<NAME\`.

Wrong:

    '/motd' = <<EOF
    Welcome
    EOF;

Right:

    '/motd' = <<EOF;
    Welcome
    EOF`,
  },
  "invalid-annotation": {
    severity: "error",
    message: "This annotation cannot be read: {reason}.",
    help: "An annotation is `@name( text )` or `@name( key = value )`; braces and square brackets do as well.",
    explanation: `An annotation documents what follows it: \`@\`, an optional name, and text between brackets. Text
that looks like \`key = value\` is read as pairs, one on each line; a value may be quoted. Names and keys have letters,
\`_\`, \`-\` and \`.\` (no digits), and do not begin with \`xml\`. The first closing bracket of the same form ends the
annotation.

Wrong:

    @type2{ Number of processors }
    @{ author = }

Right:

    @documentation{ Number of processors }
    @{ author = Jo }`,
  },
  "number-too-large": {
    severity: "error",
    message: "The number {number} does not fit 64 bits.",
    help: "The largest whole number is 9223372036854775807; write a double (`1.0E20`) or a string.",
    explanation: `Whole numbers are signed 64-bit numbers. The smallest one, -9223372036854775808, cannot be written
either, because its digits are read before its sign.

Wrong:

    '/bytes' = 100000000000000000000;

Right:

    '/bytes' = 1.0E20;
    '/bytes' = '100000000000000000000';`,
  },
  "inverted-range": {
    severity: "error",
    message: "The range is empty: its minimum {minimum} is above its maximum {maximum}.",
    help: "Write the smaller bound first; a minimum that is left out is 0.",
    explanation: `A range of a type has its minimum first. No value can lie in a range whose minimum is above its
maximum, so it is refused even where the type is never used.

Wrong:

    type port = long(65535..1);

Right:

    type port = long(1..65535);`,
  },
  "expected-token": {
    severity: "error",
    message: "Expected {expected}, but found {found}.",
    explanation: `The template cannot be read on from here: something is missing before this place, or too much
stands at it. The message says what may follow. When it stands at the end of a line, something is missing there.

Wrong:

    '/hardware/memory' = 512
    '/hardware/cpus' = 2;

Right:

    '/hardware/memory' = 512;
    '/hardware/cpus' = 2;`,
  },
  "empty-expression": {
    severity: "error",
    message: "There is no expression before this `;`.",
    help: "Remove the `;`, or write the value that is meant: `undef`, `null`.",
    explanation: `In an expression \`;\` stands between two expressions, and one more may follow the last one of a
block. An empty expression has no value, so a block or a branch of \`if\` may not consist of it.

Wrong:

    '/a' = ;
    '/b' = { x = 1;; x };
    '/c' = if (COLD) ; else 5;

Right:

    '/a' = undef;
    '/b' = { x = 1; x };
    '/c' = if (COLD) undef else 5;`,
  },
  "unclosed-bracket": {
    severity: "error",
    message: "This `{bracket}` is not closed.",
    help: "Close it before the next statement begins.",
    explanation: `A bracket is still open where the next statement, or the end of the file, follows. The message
points at the bracket; where the indentation tells that another one was forgotten, it names that one too.

Wrong:

    '/users' = {
      foreach (i; name; NAMES) {
        SELF[name] = i;
      SELF;
    };
    '/next' = 1;

Right:

    '/users' = {
      foreach (i; name; NAMES) {
        SELF[name] = i;
      };
      SELF;
    };
    '/next' = 1;`,
  },
  "expected-statement": {
    severity: "error",
    message: "Expected a statement, but found {found}.",
    explanation: `A statement of a template is one of

    '/path' = value;              '/path' ?= value;          final '/path' = value;
    variable NAME = value;        variable NAME ?= value;    final variable NAME = value;
    include 'template';           prefix '/path';
    type NAME = type;             bind '/path' = type;
    function NAME = { … };        valid '/path' = { … };

In the dialect \`vmcs\` also \`valid CONDITION;\`, \`conflict CONDITION;\` and \`suggest PATH = VALUE;\`, which are rules.

Calls, \`if\` and loops are expressions: they stand on the right side of \`=\`, or inside a block.

Wrong:

    if (PRODUCTION) '/debug' = false;

Right:

    '/debug' = if (PRODUCTION) false else null;`,
  },
  "expected-template": {
    severity: "error",
    message: "Expected the first line of a template, but found {found}.",
    help: "A template begins with `object template NAME;`; instead of `object` it has `structure`, `unique`, `declaration` or nothing.",
    explanation: `The first thing in a file, after comments and annotations, says what kind of template it is, and its
name. The name has no quotes; it is the path of the file without its ending.

Wrong:

    include 'site/defaults';

Right:

    object template web1;

    include 'site/defaults';`,
  },
  "nesting-too-deep": {
    severity: "error",
    message: "The template nests too deep here.",
    help: "Give a part of it a name: a variable, a function or a type.",
    explanation: `Brackets, blocks, branches and records may stand in one another, up to some 150 levels. That is far
more than people write; a program that writes templates should use variables, functions or types for the parts.`,
  },
  "vmcs-only-syntax": {
    severity: "error",
    message: "{construct} is not part of the Pan language.",
    help: "The dialect vmcs has it: `--dialect vmcs`.",
    explanation: `The dialect \`vmcs\` adds rule statements to Pan (\`valid\` with a comparison, \`conflict\`, \`suggest\`)
and reads the spelling of 2009 (\`type '/path' = type;\` for \`bind\`). The dialect \`pan\` is the reference
compiler's language, which has neither.

Wrong, in the dialect \`pan\`:

    valid '/packages/gcc/version' >= '3.3';

Right, in the dialect \`pan\`:

    valid '/packages/gcc/version' = SELF >= '3.3';`,
  },
  "misplaced-priority": {
    severity: "error",
    message: "A `{rule}` rule has no priority.",
    help: "Only suggestions have priorities: `suggest PATH = VALUE priority 5;`.",
    explanation: `A \`valid\` or \`conflict\` rule always holds, so there is nothing to weigh. Suggestions may contradict
each other; their priority tells which one wins.

Wrong:

    valid '/hardware/memory' >= 64 priority 5;

Right:

    suggest '/hardware/memory' = 512 priority 5;`,
  },
  "repeated-clause": {
    severity: "error",
    message: "This rule has two `{clause}` clauses.",
    help: "Join two conditions with `&&`; a rule has one priority and one message.",
    explanation: `After its condition a rule has at most one clause of each kind, in any order: \`when\` (where the rule
applies), \`priority\` (of a suggestion) and \`message\` (what the user reads).

Wrong:

    conflict '/a' == 1 when '/b' when '/c';

Right:

    conflict '/a' == 1 when '/b' && '/c';`,
  },
  "unquoted-include": {
    severity: "warning",
    message: "The name of an included template is written in quotes: `include '{name}'`.",
    explanation: `In 2009 \`include\` was followed by a bare name. Today's Pan reads that as a variable whose value is
the name. The dialect \`vmcs\` takes a bare name that is not in capitals for the old spelling; a name in capitals is a
variable, as everywhere in Pan.

Old:

    include dvm_prototype;

Today:

    include 'dvm_prototype';`,
  },
  "type-as-bind": {
    severity: "warning",
    message: "`type` with a path is the old spelling of `bind`.",
    help: "Write `bind '{path}' = …`.",
    explanation: `In 2009 one keyword declared types and bound them to paths. Today \`type NAME = …\` declares and
\`bind '/path' = …\` binds. The dialect \`vmcs\` reads the old spelling.

Old:

    type "/hardware" = hardware_type;

Today:

    bind "/hardware" = hardware_type;`,
  },
  "misprinted-root-path": {
    severity: "warning",
    message: "The path `77` is a misprint of `/`.",
    help: "Write `bind '/' = …`.",
    explanation: `Figure 7 of the V-MCS paper prints \`type "77" = basic_dvm_type;\`. The slash of the root path was
lost between the program and the page. The dialect \`vmcs\` reads what was meant.

Printed:

    type "77" = basic_dvm_type;

Meant:

    bind '/' = basic_dvm_type;`,
  },
  "this-path": {
    severity: "warning",
    message: "`this` in the path `{path}` is an old spelling of the structure itself.",
    help: "Paths of a structure template are relative to it: leave `this/` out.",
    explanation: `In 2009 the paths of a structure template began with \`this\`. Today they are relative, and \`this\` would be
an ordinary key. The dialect \`vmcs\` reads the old spelling in structure templates. \`"this" = create('base')\` fills the
structure with the children of another one.

Old:

    structure template python;
    "this/name" = "python";

Today:

    structure template python;
    "name" = "python";`,
  },
  "trailing-slash": {
    severity: "warning",
    message: "The slash at the end of the path `{path}` means nothing.",
    help: "Leave it out.",
    explanation: `A slash at the end of a path is ignored. It looks as if the path named what is in it, which no path
does.

Unclear:

    "/software/image/" = "python.img";

Clear:

    "/software/image" = "python.img";`,
  },
} as const satisfies Definitions;
