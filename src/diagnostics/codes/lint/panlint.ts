/** What the linter says under the ids of panlint, the linter of the Quattor community. */

import type { Definitions } from "../../definition.ts";

export const panlintCodes = {
  FL001: {
    severity: "error",
    message: "The first line of code must be the template's declaration, and nothing else.",
    help: "Write `template NAME;`, with its type in front, on a line of its own.",
    explanation: `A reader, and many tools, look for the kind and the name of a template on the first line that is
neither empty nor a comment.

Wrong:

    object
    template web; variable MEMORY = 512;

Right:

    object template web;

    variable MEMORY = 512;`,
  },
  LP001: {
    severity: "info",
    message: "The indentation is not a multiple of four spaces.",
    explanation: `One step of indentation is four spaces, everywhere, so that templates of several authors look alike.

Wrong:

    '/motd' = format(
      '%s', 'Welcome'
    );

Right:

    '/motd' = format(
        '%s', 'Welcome'
    );`,
  },
  LP002: {
    severity: "info",
    message: "A tab stands where spaces should.",
    explanation: `The width of a tab depends on who looks at it. Write four spaces for a step of indentation and one
space between words; a tab that belongs to a text is \`\\t\` between double quotes.

Wrong:

    '/ram'\t= 512;

Right:

    '/ram' = 512;`,
  },
  LP003: {
    severity: "info",
    message: "The line ends with white space.",
    explanation: `Nobody sees it, and every editor that removes it makes a change that has nothing to do with the
author's. \`--fix\` removes it once and for all; heredocs, whose text it would change, are left alone.

Wrong:

    '/ram' = 512;\x20\x20

Right:

    '/ram' = 512;`,
  },
  LP004: {
    severity: "warning",
    message: "`{old}` is the older name of `{name}`.",
    help: "Write `{name}(…)`.",
    explanation: `What was called nlist is a dict since version 10 of the reference compiler. The old names still work,
and mean the same.

Wrong:

    '/disk' = nlist('size', 20);

Right:

    '/disk' = dict('size', 20);`,
  },
  LP005: {
    severity: "info",
    message: "The braces around what is included are not needed.",
    help: "Write the expression alone: `include 'name';`.",
    explanation: `\`include\` takes any expression. Braces are needed only to put several expressions in a row.

Wrong:

    include { 'site/defaults' };

Right:

    include 'site/defaults';`,
  },
  LP006: {
    severity: "info",
    message: "The line is longer than {limit} characters.",
    explanation: `Long lines cannot be read side by side, nor reviewed. Break them after an operator or a comma. Lines that
begin with \`bind\` may be long, and so may a line of which only a string sticks out; a comment at its end is not counted.

Wrong:

    variable NAMES = list('alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india', 'juliett', 'kilo');

Right:

    variable NAMES = list(
        'alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india', 'juliett', 'kilo',
    );`,
  },
  LP007: {
    severity: "info",
    message: "A comma is followed by exactly one space, or by the end of the line.",
    explanation: `One space, as in prose, so that lists are easy to read and to search.

Wrong:

    '/sizes' = list(1,2,  3);

Right:

    '/sizes' = list(1, 2, 3);`,
  },
  LP008: {
    severity: "info",
    message: "There is white space before the semicolon.",
    explanation: `The semicolon stands right behind what it ends.

Wrong:

    '/ram' = 512 ;

Right:

    '/ram' = 512;`,
  },
  LP009: {
    severity: "info",
    message: "A semicolon is followed by exactly one space, or by the end of the line.",
    explanation: `Two statements on one line are told apart by one space.

Wrong:

    function three = {x = 1;  x + 2;};

Right:

    function three = { x = 1; x + 2; };`,
  },
  LP010: {
    severity: "info",
    message: "The global variable `{name}` should be written in capitals.",
    explanation: `Global variables are in capitals, local ones are not: so a reader of an expression sees which of its
names come from elsewhere. (The name decides nothing for the compiler.)

Wrong:

    variable memory_size = 512;

Right:

    variable MEMORY_SIZE = 512;`,
  },
  LP011: {
    severity: "info",
    message: "The name of the global variable `{name}` is short: use five characters or more.",
    explanation: `A global variable is seen by all templates of a profile, which may be thousands; a short name is soon
taken twice, and says little.

Wrong:

    variable RAM = 512;

Right:

    variable MEMORY_SIZE = 512;`,
  },
  LP012: {
    severity: "warning",
    message: "`{function}` formats its message itself: `format` is not needed.",
    help: "Give the format and its values to `{function}`.",
    explanation: `\`error\` and \`debug\` take a format and values, as \`format\` does.

Wrong:

    function refuse = error(format('%s is too small', ARGV[0]));

Right:

    function refuse = error('%s is too small', ARGV[0]);`,
  },
  LC001: {
    severity: "info",
    message: "White space around operators: {problem}.",
    explanation: `An operator has white space on both sides, or begins or ends its line. A sign stands right before its
number. In short indexes such as \`names[i-1]\` there is none.

Wrong:

    '/ram' = 2*512;
    '/swap' = - 1;

Right:

    '/ram' = 2 * 512;
    '/swap' = -1;`,
  },
  PP001: {
    severity: "info",
    message: "The path ends with a slash.",
    explanation: `A path names one place, with or without a slash at its end; it is found by a search only if it is
always written in the same way.

Wrong:

    '/system/hostname/' = 'web';

Right:

    '/system/hostname' = 'web';`,
  },
  CU001: {
    severity: "warning",
    message: "The component `{component}` is used, but its configuration is not included here.",
    help: "Write `include 'components/{component}/config';`, or name it in --ignore-components.",
    explanation: `A path below \`/software/components/NAME/\` configures a component, whose types and defaults are in
\`components/NAME/config\`. A template that uses a component includes this template itself, and does not count on others.
Templates of the component's own sources are excepted.

Wrong:

    '/software/components/cron/active' = true;

Right:

    include 'components/cron/config';

    '/software/components/cron/active' = true;`,
  },
} as const satisfies Definitions;
