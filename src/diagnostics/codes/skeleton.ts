import type { Definitions } from "../definition.ts";
import { skeletonFileCodes } from "./skeleton-file.ts";
import { vmConsistencyCodes } from "./vm-consistency.ts";
import { vmInstancesCodes } from "./vm-instances.ts";

/** What a configuration is refused for when it is to become the skeletons of a virtual machine, and skeletons too. */
export const skeletonCodes = {
  ...vmConsistencyCodes,
  ...vmInstancesCodes,
  ...skeletonFileCodes,
  "vm-absent": {
    severity: "error",
    message: "{profile} describes no virtual machine: it has none of {roots}.",
    help: "Include 'vmcs/vm' and set values below these paths.",
    explanation: `A virtual machine is described below \`/hardware\`, \`/network\`, \`/system\`, \`/storage\` and
\`/software\`. The configuration has none of these, so there is nothing to build.

    object template web1;
    include 'vmcs/vm';
    '/hardware/memory/size' = 2048;`,
  },
  "vm-types-absent": {
    severity: "error",
    message:
      "{profile} sets values of a machine, but does not include 'vmcs/vm', which gives them types and defaults.",
    help: "Write `include 'vmcs/vm';` below the line `object template {profile};`.",
    explanation: `A description includes \`vmcs/vm\`, which says what the values of a machine are, checks them, and gives
most of them a default. Without it nearly everything that a machine needs is missing.

Wrong:

    object template web1;

    '/hardware/memory/size' = 2048;

Right:

    object template web1;

    include 'vmcs/vm';

    '/hardware/memory/size' = 2048;`,
  },
  "vm-value-missing": {
    severity: "error",
    message: "{path} is missing.",
    help: "Set it, or include 'vmcs/vm', which gives most values a default.",
    explanation: `The model of a virtual machine needs this value and nothing supplies it. The types of \`vmcs/vm\` give
most values a default; what is left, such as \`/hardware/memory/size\`, is the description's to say.

Wrong, as no type and so no default is bound to anything:

    object template web1;
    '/hardware/memory/size' = 2048;

Right:

    object template web1;
    include 'vmcs/vm';
    '/hardware/memory/size' = 2048;`,
  },
  "vm-value-unknown": {
    severity: "error",
    message: "{path} is not part of the model of a virtual machine.",
    help: "Remove it, or move it to a root of its own.",
    explanation: `Below \`/hardware\`, \`/network\`, \`/system\`, \`/storage\` and \`/software\` only what the model knows may
stand, so that nothing is silently ignored. Mostly a misspelt name. Other roots are free for other purposes.

Wrong:

    '/hardware/memory/sizee' = 2048;

Right:

    '/hardware/memory/size' = 2048;`,
  },
  "vm-value-of-wrong-kind": {
    severity: "error",
    message: "{path} is {given}, but must be {wanted}.",
    explanation: `The value is of another kind than the model wants. Pan tells a number from a text of digits, and \`1\`
from \`1.0\`.

Wrong:

    '/hardware/memory/size' = '2048';

Right:

    '/hardware/memory/size' = 2048;`,
  },
  "vm-number-out-of-range": {
    severity: "error",
    message: "{path} is {value}, but must be {wanted}.",
    explanation: `The number is outside what makes sense, or what any hypervisor can do. The unit is part of the model:
sizes are in MiB, rates in kbit/s. The factors of \`vmcs/units\` help.

Wrong:

    '/hardware/memory/size' = 2147483648;

Right:

    '/hardware/memory/size' = 2 * GiB;`,
  },
  "vm-choice-unknown": {
    severity: "error",
    message: "{path} is '{value}', but must be one of {choices}.",
    explanation: `The value is not one of those that the model knows for this place.

Wrong:

    '/system/type' = 'paravirtual';

Right:

    '/system/type' = 'pv';`,
  },
  "vm-text-malformed": {
    severity: "error",
    message: "{path} is '{value}', which is not {wanted}.",
    explanation: `The text does not have the form that its place in the model wants.

Wrong:

    '/network/interfaces/eth0/addresses' = list('192.0.2.10');

Right:

    '/network/interfaces/eth0/addresses' = list('192.0.2.10/24');`,
  },
  "vm-text-not-in-xml": {
    severity: "error",
    message: "{path} contains the character {character}, which XML cannot hold.",
    help: "Remove the character, or write the text in an encoding such as base64.",
    explanation: `Skeletons are XML 1.0 documents, which have no way to write control characters other than tab, line feed
and carriage return, and no way to write half of a surrogate pair.`,
  },
  "vm-key-malformed": {
    severity: "error",
    message: "The last part of {path} is not {wanted}.",
    explanation: `The keys of some dicts are names: of interfaces, devices, packages, users. Here the key does not have the
form of such a name.

Wrong:

    '/storage/disks/root/size' = 20 * GiB;

Right, as the key of a disk is the name of its device in the guest:

    '/storage/disks/xvda/size' = 20 * GiB;`,
  },
  "vm-variant-unclear": {
    severity: "error",
    message: "{path} must have exactly one of {cases}, but has {given}.",
    explanation: `Some values come in several kinds, each with a field of its own, of which one is given. A disk's data, for
instance, are in a file or on a block device.

Wrong:

    '/storage/disks/xvda/source' = dict('file', '/images/a.img', 'block', '/dev/vg0/a');

Right:

    '/storage/disks/xvda/source' = dict('block', '/dev/vg0/a');`,
  },
} as const satisfies Definitions;
