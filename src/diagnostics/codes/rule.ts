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
    help: "`vmcs explain` and templates/vmcs/types tell which paths there are.",
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
  "version-scheme-unknown": {
    severity: "error",
    message: "The repository's version scheme is '{given}', which is not known.",
    help: "Choose from {known}.",
    explanation: `\`repository.json\` at the top of a rule repository says in which scheme its versions are:

    { "versionScheme": "dpkg" }

Without it versions are of one to four numbers, with a release apart.`,
  },
} as const satisfies Definitions;
