import type { Definitions } from "../definition.ts";

/** What rules say of a description. */
export const ruleResultCodes = {
  "rules-contradict": {
    severity: "error",
    message: "These contradict each other:{cause}",
    explanation: `Rules of the repositories, of templates and of packages say what goes together. What the description wants
breaks them, whatever else is changed or added. The reason that is shown is the smallest one: without any part
of it there would be no contradiction. Each of the changes that the help names was tried and works; \`vmcs rectify\`
makes the one that changes least.

Wrong, with a rule that 64-bit systems need 64-bit processors:

    '/hardware/cpu/arch' = 'i686';
    '/system/os/bits' = 64;

Right:

    '/hardware/cpu/arch' = 'x86_64';
    '/system/os/bits' = 64;`,
  },
  "rule-cannot-be-met": {
    severity: "error",
    message: "No repository has {wanted}:{cause}",
    explanation: `A package needs something that no repository has, or not in a version that will do. Either its name is
misspelt, or a repository is missing, or the package must go.

Wrong:

    structure template python;
    'name' = 'python';
    'version' = '2.2.2';
    valid '/software/packages/tlk/version' >= '8.4';

Right:

    valid '/software/packages/tk/version' >= '8.4';`,
  },
  "rule-value-missing": {
    severity: "error",
    message: "{path} is missing:{cause}",
    explanation: `A rule of a repository or of a template demands a value that the description does not have, and that only
its author can give. The reason that is shown says which rule demands it, and what of the description makes that rule
apply. Give the value; or each of the other changes that the help names works as well, and takes the demand away.

Wrong, with a rule that whoever may use sudo logs in by key:

    '/software/users/admin' = dict('sudo', 'ALL=(ALL) ALL');

Right:

    '/software/users/admin' = dict(
        'sudo', 'ALL=(ALL) ALL',
        'ssh_authorized_keys', list('ssh-ed25519 AAAA admin'),
    );`,
  },
  "packages-exceed-disks": {
    severity: "error",
    message: "The packages take {needed} MiB, and the disks have {room} MiB together.",
    help: "Make a disk larger by {missing} MiB, or leave packages out; the largest are {largest}.",
    explanation: `The sizes of all packages that a machine gets, those that others need included, are added up and compared with
the disks that it can write to. Where one of these disks gives no size, nothing is known and nothing is said.

Wrong, with a package of 300 MiB that needs one of 15 MiB:

    '/storage/disks/xvda/size' = 310;

Right:

    '/storage/disks/xvda/size' = 1024;`,
  },
  "rules-too-hard": {
    severity: "error",
    message: "Whether this can be had could not be found out within {conflicts} contradictions.",
    help: "Leave less open: give the versions of some packages.",
    explanation: `Finding out what goes together can take very long when many rules leave many choices. The search ends after
a number of contradictions, so that it always ends. The rules that were met most are shown.`,
  },
  "rule-too-intricate": {
    severity: "error",
    message: "The rule has too many alternatives to be judged.",
    help: "Split it into several rules.",
    explanation: `A rule is turned into a list of simple demands. One that mixes many \`&&\` and \`||\` comes to thousands of them,
and is refused. Several \`valid\` statements say the same as one with \`&&\`.`,
  },
} as const satisfies Definitions;
