import type { Definitions } from "../definition.ts";

/** What keeps a description from standing for several machines. */
export const vmInstancesCodes = {
  "vm-instances-share-value": {
    severity: "error",
    message: "{path} would be the same for all instances, but it must differ.",
    help: "Remove it, and each instance gets its own, derived from its name.",
    explanation: `A description with \`/system/instances\` stands for several machines. What identifies a machine must differ
between them; where it is left open, it follows from the name of each.

Wrong:

    '/system/instances/count' = 8;
    '/system/uuid' = '6d7f2a5c-54f1-4c7c-9e0a-0d5e1c0a7a01';

Right:

    '/system/instances/count' = 8;`,
  },
  "vm-instances-share-disk": {
    severity: "error",
    message: "{path} is one place that all instances would write to.",
    help: "Put {placeholder} into it, remove it, or make the disk read only.",
    explanation: `Two machines that write to one disk destroy what is on it. \`{index}\` in a path stands for the index of the
machine; a disk without a source gets a file of its own.

Wrong:

    '/system/instances/count' = 8;
    '/storage/disks/xvda/source/block' = '/dev/vg0/node';

Right:

    '/system/instances/count' = 8;
    '/storage/disks/xvda/source/block' = '/dev/vg0/node-{index}';`,
  },
  "vm-instance-name-too-long": {
    severity: "error",
    message: "{path} becomes '{value}', which is too long.",
    help: "Shorten it: each instance adds - and its index.",
    explanation: `Each instance adds its index to the names of the machine and of its network devices on the host. A machine has
at most 128 characters, a part of a host name 63, a network device 15.`,
  },
  "vm-instance-number-too-large": {
    severity: "error",
    message: "{path} becomes {value} for an instance, but {most} is the greatest.",
    help: "Begin lower, or make fewer instances.",
    explanation:
      "Displays and ports count up from those of the first instance, which the description gives.",
  },
  "vm-instance-address-outside": {
    severity: "error",
    message: "{path} leaves the network of {address} for the instance with index {index}.",
    help: "Begin with a lower address, widen the network, or make fewer instances.",
    explanation: `Addresses count up from those of the first instance, which the description gives, and stay in its network.

Wrong:

    '/system/instances/count' = 8;
    '/network/interfaces/eth0/addresses' = list('192.0.2.250/24');

Right:

    '/system/instances/count' = 8;
    '/network/interfaces/eth0/addresses' = list('192.0.2.100/24');`,
  },
  "vm-instance-mac-outside": {
    severity: "error",
    message:
      "{path} is {mac}, and counting up to the instance with index {index} leaves its range.",
    help: "Begin with a lower address, or remove it: then each instance gets its own.",
    explanation: `The last three parts of a MAC address count up from that of the first instance, which the description gives;
the first three name a maker and stay.`,
  },
} as const satisfies Definitions;
