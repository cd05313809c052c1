import type { Definitions } from "../definition.ts";

/** What a rule repository says that would otherwise be passed over in silence. */
export const ruleRepositoryCodes = {
  "package-field-malformed": {
    severity: "error",
    message: "A package's '{field}' is {wanted}, but this is {given}.",
    explanation: `A structure template of a rule repository describes a package by these fields: \`name\`, \`version\` and
\`release\` are strings, \`provides\` is a list of strings, \`size\` a long, in MiB. A version without quotes is a number,
in which 1.10 and 1.1 are the same.

Wrong:

    'version' = 1.10;
    'provides' = 'web-server';

Right:

    'version' = '1.10';
    'provides' = list('web-server');`,
  },
  "package-incomplete": {
    severity: "warning",
    message: "This structure template has no '{missing}', so it is no package.",
    help: "Add it, or leave out the other fields of a package.",
    explanation: `Each version of a package is a structure template that makes a \`name\` and a \`version\`. With only one of them it
is no package, and its rules never hold.

Wrong:

    structure template nginx;
    'name' = 'nginx';

Right:

    structure template nginx;
    'name' = 'nginx';
    'version' = '1.22.1';`,
  },
  "package-field-unknown": {
    severity: "warning",
    message: "'{field}' says nothing of a package.",
    explanation: `What a package needs, excludes and recommends are rules in its template. Its fields are \`name\`, \`version\`,
\`release\`, \`provides\` and \`size\`.

Wrong:

    'depends' = list('libssl');
    'conflicts' = list('apache2');

Right:

    valid '/software/packages/libssl';
    conflict '/software/packages/apache2';`,
  },
  "package-version-unknown": {
    severity: "warning",
    message: "No repository has {wanted}.",
    help: "There is {versions}.",
    explanation: `A rule needs a version of a package that no repository in use has. Whatever makes the rule apply can then not be
had.

Wrong, where the latest version is 3.0:

    valid '/software/packages/libssl/version' >= '9';

Right:

    valid '/software/packages/libssl/version' >= '3';`,
  },
  "wanted-version-unknown": {
    severity: "warning",
    message: "No repository has {name} {version}, so nobody knows what it needs.",
    help: "There is {versions}.",
    explanation: `The description wants a version of a package of which the repositories in use have others only. It is taken as
it is; what it needs and what it does not go with cannot be looked at.

Wrong, where the repositories have 1.22.1:

    '/software/packages/nginx/version' = '1.22';

Right, for the best version that there is:

    '/software/packages/nginx' = dict();`,
  },
  "rule-root-unknown": {
    severity: "warning",
    message: "{path} is not below a root of the model, so nobody checks it.",
    explanation: `A machine has the roots /hardware, /network, /system, /storage and /software. A rule may speak of other roots,
for descriptions that have them; but this one is spelt nearly like one of the model's.

Wrong:

    valid '/hardwear/memory/size' >= 512;

Right:

    valid '/hardware/memory/size' >= 512;`,
  },
  "validation-as-rule": {
    severity: "warning",
    message: "This is a validation of Pan, which nothing runs in a rule repository.",
    explanation: `With a single =, \`valid\` is the statement of Pan that gives a path an expression to be true. A template of a rule
repository is never part of a profile, so it checks nothing; and a value is no expression that could be true or false.

Wrong:

    valid '/hardware/memory/size' = 512;

Right:

    valid '/hardware/memory/size' == 512;`,
  },
  "repository-file-malformed": {
    severity: "error",
    message: "repository.json {problem}.",
    help: "It is an object of JSON, with the key versionScheme alone.",
    explanation: `\`repository.json\` at the top of a rule repository says in which scheme its versions are.

Wrong:

    { "scheme": "dpkg" }

Right:

    { "versionScheme": "dpkg" }`,
  },
  "repository-empty": {
    severity: "warning",
    message: "The rule repository '{path}' has no templates.",
    help: "Put templates into it, files ending with .pan, or name another directory.",
    explanation: `A rule repository is a directory with templates, in it or in directories below it.

Wrong, where the rules are in site/rules:

    vmcs resolve --rules site/doc web.pan

Right:

    vmcs resolve --rules site/rules web.pan`,
  },
  "learned-version-unknown": {
    severity: "warning",
    message:
      "The repository has no {name} {version}, so each version that it has learns the rule: {versions}.",
    help: "If only that version needs it, add a template of it first.",
    explanation: `\`vmcs rules learn\` adds a rule to the template of the version that failed to install. Where the repository has
other versions only, all of them get it, as whoever needs a package mostly needs it in each version.

Wrong, where the repository has shop 1.0 and 2.0:

    vmcs rules learn --package shop=2.1 --needs 'zlib>=1.2'

Right:

    vmcs rules learn --package shop=2.0 --needs 'zlib>=1.2'`,
  },
} as const satisfies Definitions;
