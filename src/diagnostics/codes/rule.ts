import type { Definitions } from "../definition.ts";

/** Rules that say nothing sensible. What breaks a rule is in `rule-result.ts`. */
export const ruleCodes = {
  "rule-path-relative": {
    severity: "error",
    message: "'{path}' is relative, which only a structure template's rules can be.",
    help: "Begin the path with /.",
    explanation: `A relative path in a rule begins where the dict of a structure template was put. Templates of other kinds
are put nowhere.

Wrong:

    declaration template policy;
    valid 'memory/size' >= 512;

Right:

    declaration template policy;
    valid '/hardware/memory/size' >= 512;`,
  },
  "rule-path-malformed": {
    severity: "error",
    message: "'{path}' is no path of a configuration.",
    help: "Write it as in an assignment, such as '/hardware/memory/size'.",
    explanation:
      "A rule speaks of a value of the machine's own configuration, named by its path. Paths into other profiles cannot be used.",
  },
  "rule-path-unknown": {
    severity: "error",
    message: "{path} is no path of the model: it has no '{term}' there.",
    explanation: `Rules about paths below /hardware, /network, /system, /storage and /software are checked against the model
of a virtual machine. A rule about a path that cannot exist never holds, or never breaks, and is a mistake.

Wrong:

    valid '/hardware/memmory/size' >= 512;

Right:

    valid '/hardware/memory/size' >= 512;`,
  },
  "rule-operator-unfit": {
    severity: "error",
    message: "{path} cannot be compared by '{operator}'.",
    help: "Operators that it knows: {known}.",
    explanation: `Numbers have an order, and so have texts that are versions. Booleans and choices are only equal or not; of a
dict or a list a rule can ask whether it is there.

Wrong:

    valid '/system/type' > 'pv';

Right:

    valid '/system/type' in list('pvh', 'hvm');`,
  },
  "rule-operand-unfit": {
    severity: "error",
    message: "'{operator}' has an operand of the wrong kind.",
    help: "Give `in` a list, and every other operator one value.",
    explanation: `Wrong:

    valid '/system/type' in 'pv';

Right:

    valid '/system/type' in list('pv', 'pvh');`,
  },
  "rule-value-of-wrong-kind": {
    severity: "error",
    message: "{path} is compared with {value}, but it is {wanted}.",
    explanation: `Values of different kinds are never equal, so the rule cannot mean what it says.

Wrong:

    valid '/hardware/memory/size' >= '512';

Right:

    valid '/hardware/memory/size' >= 512;`,
  },
  "rule-value-never": {
    severity: "error",
    message: "{path} is never {value}: it can be {wanted}.",
    explanation: `The types of the model bound what a value can be. A comparison with something beyond is decided beforehand:
the rule never fires, or always.

Wrong:

    valid '/system/type' == 'pvm';

Right:

    valid '/system/type' == 'pvh';`,
  },
  "version-malformed": {
    severity: "error",
    message: "'{version}' is no version of {name} in the scheme {scheme}.",
    help: "A version there is {form}.",
    explanation: `Every repository has one scheme of versions, which tells which of two is later. A version that the scheme
cannot read is never ordered by a guess: the package is left out.

Wrong, in a repository of the scheme pan:

    'version' = '9.2p1';

Right: split it, or declare another scheme in \`repository.json\`:

    'version' = '9.2';
    'release' = 'p1';`,
  },
  "rule-version-malformed": {
    severity: "error",
    message: "'{version}' is no version in the scheme {scheme}.",
    help: "A version there is {form}.",
    explanation: `A rule compares the version of a package with a text that the repository of that package does not take for a
version. It would be true of nothing.

Wrong, for packages of the scheme pan:

    valid '/software/packages/openssh/version' >= '4.0p1';

Right:

    valid '/software/packages/openssh/version' >= '4.0';`,
  },
  "rule-version-unordered": {
    severity: "error",
    message:
      "Versions of the scheme {scheme} have no order, so they cannot be compared by '{operator}'.",
    help: "Use ==, != or in.",
    explanation: `In a repository of the scheme opaque, versions are names: two of them are the same or not, and none is later.

Wrong, for packages of the scheme opaque:

    valid '/software/packages/firmware/version' >= 'rev-b';

Right:

    valid '/software/packages/firmware/version' in list('rev-b', 'rev-c');`,
  },
  "rule-range-malformed": {
    severity: "error",
    message: "'{range}' is no range of versions: '{piece}' {why}.",
    help: "Ranges are written as '^3.3 || >=4.1 <5', '2.x' or '1.2 - 1.4'; a pattern of places has a slash.",
    explanation: `The operator ~ takes a range of versions as npm writes them, or for texts with a slash a pattern of places.

Wrong:

    valid '/software/packages/gcc/version' ~ '3.3 or later';

Right:

    valid '/software/packages/gcc/version' ~ '>=3.3';`,
  },
  "rule-range-empty": {
    severity: "error",
    message: "No version is in the range '{range}'.",
    help: "Comparisons beside each other must all hold; || separates alternatives.",
    explanation: `Wrong:

    valid '/software/packages/gcc/version' ~ '>4 <3';

Right:

    valid '/software/packages/gcc/version' ~ '>4 || <3';`,
  },
  "package-unknown": {
    severity: "warning",
    message: "No repository has a package '{name}', and none that stands for it.",
    help: "Correct the name, or add a repository or a template that has it.",
    explanation: `A rule needs a package that no repository in use has. Whatever makes the rule apply can then not be had. For
packages that a rule only excludes, suggests or depends on, this is told if a package of a similar name exists.

Wrong, where the package is tk:

    valid '/software/packages/tlk/version' >= '8.4';

Right:

    valid '/software/packages/tk/version' >= '8.4';`,
  },
  "package-duplicate": {
    severity: "error",
    message: "{name} {version} is described twice.",
    help: "Remove one of the templates, or give one another version or release.",
    explanation: `Each version of a package is one structure template. Two templates of one version could say different things of
it, and it would be open which of them is taken.

Wrong, in two templates of one repository:

    'name' = 'zlib';
    'version' = '1.1.4';

Right, if they are two builds:

    'name' = 'zlib';
    'version' = '1.1.4';
    'release' = '2';`,
  },
  "rule-never-applies": {
    severity: "warning",
    message: "The rule never applies:{cause}",
    help: "Correct its condition, or remove it.",
    explanation: `What the rule is about can never be, because other rules exclude it, or because its condition contradicts
itself. Often a condition was meant to have || where it has &&.

Wrong:

    valid '/hardware/memory/size' >= 512 when '/system/type' == 'pv' && '/system/type' == 'pvh';

Right:

    valid '/hardware/memory/size' >= 512 when '/system/type' in list('pv', 'pvh');`,
  },
  "suggestion-against-rules": {
    severity: "warning",
    message: "The suggestion can never be followed:{cause}",
    help: "Suggest something that the rules allow, or narrow down when it is suggested.",
    explanation: `Rules that must hold exclude what is suggested, whenever it is suggested.

Wrong, with a rule that Windows needs hvm:

    suggest '/system/type' = 'pvh' when '/system/os/family' == 'windows';

Right:

    suggest '/system/type' = 'pvh' when '/system/os/family' == 'linux';`,
  },
  "version-scheme-unknown": {
    severity: "error",
    message: "The repository's version scheme is '{given}', which is not known.",
    help: "Choose from {known}.",
    explanation: `\`repository.json\` at the top of a rule repository says in which scheme its versions are:

    { "versionScheme": "dpkg" }

Without it versions are of one to four numbers, with a release apart.`,
  },
} as const satisfies Definitions;
