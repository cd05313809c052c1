import type { Definitions } from "../definition.ts";

/** What `vmcs test` finds. */
export const testingCodes = {
  "expectation-failed": {
    severity: "error",
    message: "{problem}.",
    explanation: `A \`valid\` statement of a test is not true of the finished configuration. The marks show the values of the
parts of its expression, and where the value was written.

Wrong, in a test of a template that sets 256:

    include 'site/small';
    valid '/hardware/memory' = SELF == 512;

Right:

    include 'site/small';
    valid '/hardware/memory' = SELF == 256;`,
  },
  "expectation-without-value": {
    severity: "error",
    message: "Something is expected of {path}, but there is no value.",
    help: "That there is none is expected of what is above it: valid '/' = !exists(SELF['key']).",
    explanation: `A \`valid\` statement of a test names a path that the finished configuration does not have. That a path is
absent is expected of something above it.

Wrong, where nothing sets \`/network\`:

    valid '/network' = !exists(SELF);

Right:

    valid '/' = !exists(SELF['network']);`,
  },
  "expectation-broken": {
    severity: "error",
    message: "What is expected of {path} cannot be evaluated: {problem}",
    explanation: `The DML of a \`valid\` statement of a test ends with an error, or gives something else than \`true\` or
\`false\`. The marks show the values that it had until then.

Wrong, where \`/system\` has no key \`name\`:

    valid '/system' = SELF['name'] == 'web1';

Right:

    valid '/system' = exists(SELF['name']) && SELF['name'] == 'web1';`,
  },
  "expected-diagnostic-missing": {
    severity: "error",
    message: "The test expects {what} here, and there is none.",
    explanation: `\`#! expect\` says what must be wrong with a statement: an error or a warning, its code, and a part of its
message. It is met by a diagnostic that points at the statement, or that the statement leads to: an include, a call.
In front of the template's declaration it is met by a diagnostic anywhere.

Wrong, as nothing is wrong with the statement:

    #! expect error wrong-operands
    variable SIZE = 1 + 1;

Right:

    #! expect error wrong-operands
    variable SIZE = 1 + list();`,
  },
  "snapshot-missing": {
    severity: "error",
    message: "There is no snapshot {path}.",
    help: "Run 'vmcs test --update', and look at what it has written.",
    explanation: `A test asks for a snapshot that nobody has stored. Snapshots are written with \`--update\` only, as each is a
claim that the output is right: look at it before it is committed.`,
  },
  "snapshot-different": {
    severity: "error",
    message: "The output differs from the snapshot '{path}'.",
    explanation: `What a test's profile gives is not what was stored. If the change is wanted, \`vmcs test --update\` stores it;
else the template that has changed is wrong.`,
  },
  "snapshot-obsolete": {
    severity: "warning",
    message: "No test asks for the snapshot '{path}'.",
    help: "Run 'vmcs test --update' to remove it.",
    explanation: `A file in a directory \`snapshots\` beside tests belongs to no test any more: the test, its case or the
output is gone. With \`--ci\` it is an error.`,
  },
  "coverage-too-low": {
    severity: "error",
    message: "Only {given} % of the {what} were run; at least {wanted} % are wanted.",
    help: "Write tests that run the lines of the table, or lower what is wanted.",
    explanation: `\`--statement-coverage\`, \`--branch-coverage\` and \`--function-coverage\`, or \`statementCoverage\` and so on in
the project file, say how much of the templates the tests must run. The table shows which lines no test has run.`,
  },
} as const satisfies Definitions;

/** What a test file, or the command line of `vmcs test`, is refused for. */
export const testingUsageCodes = {
  "test-not-object": {
    severity: "error",
    message: "A test is an object template, and this is {kind}.",
    help: "Begin it with 'object template'; what tests share needs a name that is not a test's.",
    explanation: `Every test is an object template: it is built, and what it expects is checked. Templates that tests include
have names of their own.

Wrong, in a file \`helpers_test.pan\`:

    template helpers_test;

Right, in a file \`helpers.pan\`:

    template helpers;`,
  },
  "test-shadowed": {
    severity: "error",
    message: "The test is not what its name leads to: '{name}' is found in {path}.",
    help: "Give the test another name.",
    explanation: `Object templates are found by their names. A test that has the name of another template is not built.`,
  },
  "directive-unknown": {
    severity: "error",
    message: "'#!' begins a direction to vmcs test, but there is none called '{name}'.",
    help: "The directions are {known}. An ordinary comment begins with '#' alone.",
    explanation: `In a test, comments that begin with \`#!\` are directions. One that is misspelt would have no effect, so it
is refused.

Wrong:

    #! expects error wrong-operands

Right:

    #! expect error wrong-operands`,
  },
  "directive-malformed": {
    severity: "error",
    message: "The direction '{name}' cannot be read: {problem}.",
    help: "Write it as `#! {form}`.",
    explanation: `A direction to \`vmcs test\` has words that do not fit it.

Wrong:

    #! case small RAM = 512

Right:

    #! case small: RAM = 512`,
  },
  "case-variable-overwritten": {
    severity: "error",
    message: "The case sets {name}, but this statement sets it again.",
    help: "Write 'variable {name} ?= …', which leaves alone what is set.",
    explanation: `The variables of a case are set before the first statement of the test. A statement that sets one of them
anyway makes all cases the same.

Wrong:

    #! case small: RAM = 512
    variable RAM = 1024;

Right:

    #! case small: RAM = 512
    variable RAM ?= 1024;`,
  },
  "no-tests": {
    severity: "error",
    message: "No tests were found {where}.",
    help: "A test is an object template in a file whose name ends with _test.pan; 'tests' in vmcs.json names others.",
    explanation: `\`vmcs test\` runs the files that are named, else those that the project's \`tests\` match, else all files
\`*_test.pan\` below the project's directory. That nothing is tested is an error, as it is hardly what was meant.

Wrong, where the tests are in \`checks/*.pan\`:

    { "objects": ["vms/*.pan"] }

Right:

    { "objects": ["vms/*.pan"], "tests": ["checks/*.pan"] }`,
  },
} as const satisfies Definitions;
