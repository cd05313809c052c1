/** What the linter says beyond panlint, and how its command is called wrongly. */

import type { Definitions } from "../definition.ts";

export const lintCodes = {
  VP001: {
    severity: "warning",
    message: "The local variable `{name}` is assigned and never read.",
    help: "Remove the assignment, or use the variable.",
    explanation: `A value that nobody reads is a leftover, or a misspelt name: the variable that was meant is read with
another value. The variables of \`foreach\` are excepted, as they cannot be left out.

Wrong:

    function size = {
        total = ARGV[0] * 2;
        ARGV[0];
    };

Right:

    function size = {
        total = ARGV[0] * 2;
        total;
    };`,
  },
  VP002: {
    severity: "warning",
    message: "No template reads the global variable `{name}`.",
    help: "Remove it, or correct its name where it should be read.",
    explanation: `Looked for in all files that the linter was given, which --complete says are all there are. Variables
that the compiler reads itself, such as \`LOADPATH\`, are excepted, and so are names in \`\${…}\` of a text.

Wrong:

    variable MEMORY_SIZE = 512;
    '/ram' = 1024;

Right:

    variable MEMORY_SIZE = 512;
    '/ram' = MEMORY_SIZE;`,
  },
  VP003: {
    severity: "warning",
    message: "No template calls the function `{name}`.",
    help: "Remove it, or correct its name where it should be called.",
    explanation: `Looked for in all files that the linter was given, which --complete says are all there are.

Wrong:

    function double_size = ARGV[0] * 2;
    '/ram' = 1024;

Right:

    function double_size = ARGV[0] * 2;
    '/ram' = double_size(512);`,
  },
  VP004: {
    severity: "warning",
    message: "No template uses the type `{name}`.",
    help: "Bind it to a path, use it in another type, or remove it.",
    explanation: `A type that is bound to no path checks nothing. Looked for in all files that the linter was given, which
--complete says are all there are.

Wrong:

    type disk_size = long(1..);
    '/disk/size' = 20;

Right:

    type disk_size = long(1..);
    bind '/disk/size' = disk_size;
    '/disk/size' = 20;`,
  },
  VP005: {
    severity: "warning",
    message: "No template includes or creates `{name}`.",
    help: "Include it where it is wanted, or remove the file.",
    explanation: `Looked for in all files that the linter was given, which --complete says are all there are. Every text that
is the template's name counts as a use, and so does every name that is put together and could become it, such as
\`'os/' + OS_NAME + '/config'\`.

Wrong:

    template site/forgotten;

Right:

    object template web;

    include 'site/remembered';`,
  },
  VP006: {
    severity: "warning",
    message: "There is no template `{name}`.",
    help: "Correct the name, or add the template's file.",
    explanation: `The compiler stops at an include that finds nothing. Looked for in all files that the linter was given, which
--complete says are all there are, and on the include path. What is inside \`if_exists\` may be missing.

Wrong:

    include 'no/such/template';

Right:

    include if_exists('no/such/template');`,
  },
  VP007: {
    severity: "warning",
    message: "This include never includes anything: {reason}.",
    help: "Remove it, or correct its condition.",
    explanation: `An include of \`null\` or \`undef\` is passed over, so one that has no other result does nothing.

Wrong:

    include if (false) 'site/debugging' else null;

Right:

    include if (DEBUG) 'site/debugging' else null;`,
  },
  VP008: {
    severity: "info",
    message: "`{name}` is included a second time, which does nothing: it is a {kind} template.",
    help: "Remove this include.",
    explanation: `Declaration and unique templates are executed once in a profile, at their first include. A second include in the
same template suggests that it is executed again.

Wrong:

    include 'site/types';
    include 'site/types';

Right:

    include 'site/types';`,
  },
  VP009: {
    severity: "warning",
    message:
      "The template `{name}` is hidden by another file that comes earlier on the include path.",
    help: "Remove one of them, or change the order of --include-path.",
    explanation: `The first directory of the include path that has a template wins. Whoever edits the file behind it
wonders why nothing changes. (Directories of the variable \`LOADPATH\` are not looked at: choosing between them is its purpose.)

Wrong:

    # site/defaults.pan in the first directory, and again in the second one

Right:

    # site/defaults.pan in one directory`,
  },
  VP010: {
    severity: "error",
    message: "`{name}` is final: this write is refused.",
    help: "Remove this statement, or the word `final`.",
    explanation: `After \`final\` neither the value nor anything in it can be changed; the compiler stops at the attempt.

Wrong:

    final '/ram' = 512;
    '/ram' = 1024;

Right:

    '/ram' = 512;
    final '/ram' = 1024;`,
  },
  VP011: {
    severity: "warning",
    message: "`{name}` is assigned to itself.",
    help: "Remove the assignment, or correct one of its sides.",
    explanation: `Such an assignment changes nothing; most often one of the two names is misspelt.

Wrong:

    function biggest = {
        size = ARGV[0];
        size = size;
        size;
    };

Right:

    function biggest = {
        size = ARGV[0];
        size = size * 2;
        size;
    };`,
  },
  VP012: {
    severity: "error",
    message: "The key `{key}` is given twice.",
    help: "Remove the one that is not wanted.",
    explanation: `A dict has each key once, and the compiler refuses a template that gives one twice as soon as it reads it. Here
it shows before any machine includes the template.

Wrong:

    '/disk' = dict('size', 20, 'bus', 'xen', 'size', 40);

Right:

    '/disk' = dict('size', 40, 'bus', 'xen');`,
  },
  VP013: {
    severity: "warning",
    message: "This comparison is always {result}.",
    help: "Correct one of its sides.",
    explanation: `Both sides are the same, or both are written as numbers or texts, so the result does not depend on the
configuration.

Wrong:

    function is_small = ARGV[0] <= ARGV[0];

Right:

    function is_small = ARGV[0] <= ARGV[1];`,
  },
  VP014: {
    severity: "warning",
    message: "Both sides of `{operator}` are the same.",
    help: "Correct or remove one of them.",
    explanation: `The second condition adds nothing; most often it was copied and not changed.

Wrong:

    function is_known = exists(ARGV[0]) || exists(ARGV[0]);

Right:

    function is_known = exists(ARGV[0]) || exists(ARGV[1]);`,
  },
  VP015: {
    severity: "info",
    message: "The structure template `{name}` says nothing about what it describes.",
    help: "Put an annotation or a comment before its declaration, or right behind it.",
    explanation: `A structure template is the description of a thing, such as a model of hardware, that others pick by
its name. One sentence tells them whether it is the right one.

Wrong:

    structure template hardware/disk;

    'size' = 20;

Right:

    @documentation{ The small disk of the front ends. }
    structure template hardware/disk;

    'size' = 20;`,
  },
  VP016: {
    severity: "warning",
    message: "This suggestion can never be taken: a rule of this template forbids it.",
    help: "Suggest a value that the rule allows, or change the rule.",
    explanation: `A suggestion is followed only where no rule speaks against it. Looked at are rules of the same template
that hold without a condition.

Wrong:

    valid '/ram' <= 512;
    suggest '/ram' = 1024;

Right:

    valid '/ram' <= 512;
    suggest '/ram' = 512;`,
  },
  VP017: {
    severity: "info",
    message: "There is nothing to suppress for {ids}.",
    help: "Remove the comment, or the ids that are not needed.",
    explanation: `\`# panlint disable=…\` on a line of its own speaks of the next line of code, and of no other. Once the
finding is gone it would hide the next one.

Wrong:

    # panlint disable=LP011
    variable MEMORY_SIZE = 512;

Right:

    # panlint disable=LP011
    variable RAM = 512;`,
  },
  VP018: {
    severity: "warning",
    message: "This is never executed: `{function}` before it always ends the evaluation.",
    help: "Remove it, or move it before the call.",
    explanation: `\`return\` ends the function or the value, \`error\` the compilation.

Wrong:

    function size = {
        return(512);
        debug('512 returned');
    };

Right:

    function size = {
        debug('512 is returned');
        return(512);
    };`,
  },
  VP019: {
    severity: "warning",
    message: "This expression has no effect: nobody uses its value.",
    help: "Remove it; or, if an assignment was meant, write `=` for `==`.",
    explanation: `Only the last expression of a block gives its value. One before it must do something: assign, or call.

Wrong:

    function size = {
        total = 512;
        total == 1024;
        total;
    };

Right:

    function size = {
        total = 512;
        total = 1024 + total;
        total;
    };`,
  },
  VP020: {
    severity: "warning",
    message: "The feature includes `{name}`, which is not its own.",
    help: "Include what belongs to this feature only, or move the include to a template outside of it.",
    explanation: `A rule of some sites: a template below \`features/NAME\` includes no templates of other features, so that each
feature can be used alone. It is off unless it is asked for: \`--severity VP020=warning\`. (It is panlint's
\`--features_standalone\`, which has no id there.)

Wrong:

    # in features/mail/config.pan
    include 'features/web/config';

Right:

    # in features/mail/config.pan
    include 'features/mail/users';`,
  },
  VP021: {
    severity: "warning",
    message: "The condition is an assignment.",
    help: "Write `==` to compare, or assign before the condition.",
    explanation: `\`=\` assigns and gives the value that was assigned, so the condition is that value, whatever the variable
was before.

Wrong:

    function is_web = if (ARGV[0] = 'web') true else false;

Right:

    function is_web = if (ARGV[0] == 'web') true else false;`,
  },
  VP022: {
    severity: "error",
    message: "There is no function `{name}`.",
    help: "Correct the name, or add the template that defines it.",
    explanation: `It is neither built in nor defined in any of the files that the linter was given, which --complete says are
all there are.

Wrong:

    '/ram' = no_such_function(512);

Right:

    function double_size = ARGV[0] * 2;
    '/ram' = double_size(512);`,
  },
  VP023: {
    severity: "info",
    message: "This semicolon ends nothing.",
    help: "Remove it.",
    explanation: `A semicolon alone is an empty statement, which does nothing.

Wrong:

    '/ram' = 512;
    ;

Right:

    '/ram' = 512;`,
  },
  VP024: {
    severity: "warning",
    message: "The template is called `{name}`, but its file is `{file}`.",
    help: "Rename one of them: the file of `{name}` ends with `{wanted}`.",
    explanation: `The compiler looks a template up by the path of its file, and refuses a file with another name in it.

Wrong:

    # in site/default.pan
    template site/defaults;

Right:

    # in site/defaults.pan
    template site/defaults;`,
  },
  VP025: {
    severity: "warning",
    message: "The default of `{name}` is never used: it has a value already.",
    help: "Remove this statement, or move it before the other one.",
    explanation: `\`?=\` assigns only where there is no value, and a statement of the same template has just given one.

Wrong:

    variable MEMORY_SIZE = 512;
    variable MEMORY_SIZE ?= 1024;

Right:

    variable MEMORY_SIZE ?= 1024;`,
  },
  VP026: {
    severity: "warning",
    message: "`{name}` is overwritten before anyone can read this value.",
    help: "Remove one of the two statements.",
    explanation: `A statement of the same template gives another value, and nothing between the two can see the first one.

Wrong:

    '/ram' = 512;
    '/ram' = 1024;

Right:

    '/ram' = 1024;`,
  },
} as const satisfies Definitions;

/** How `vmcs lint` is called wrongly. */
export const lintUsageCodes = {
  "lint-rule-unknown": {
    severity: "error",
    message: "There is no lint rule `{id}`.",
    help: "`vmcs lint --list` names all rules.",
    explanation: `\`--rule\`, \`--disable\`, \`--severity\` and the project file name rules by their ids, which are two capitals
and three digits.

Wrong:

    vmcs lint --disable LP01 site

Right:

    vmcs lint --disable LP001 site`,
  },
  "lint-severity-invalid": {
    severity: "error",
    message: "`{given}` is not a severity of a rule.",
    help: "Write `ID=SEVERITY`, with one of: off, info, warning, error.",
    explanation: `\`--severity\` changes what a rule's findings count as: only errors, and warnings with \`--strict\`, make the
command fail.

Wrong:

    vmcs lint --severity LP001=fatal site

Right:

    vmcs lint --severity LP001=error site`,
  },
  "lint-baseline-invalid": {
    severity: "error",
    message: "The baseline `{path}` cannot be used: {problem}.",
    help: "Write it anew with `vmcs lint --baseline {path} --write-baseline`.",
    explanation: `A baseline lists findings that are known and accepted for the time being. The linter writes it as JSON; it is
kept with the sources and not edited by hand.

Wrong:

    vmcs lint --baseline vmcs.json site

Right:

    vmcs lint --baseline lint-baseline.json --write-baseline site`,
  },
} as const satisfies Definitions;
