import type { Definitions } from "../definition.ts";

/** Values of a virtual machine that do not go together. */
export const vmConsistencyCodes = {
  "vm-limit-below-value": {
    severity: "error",
    message: "{path} is {limit}, which is below {other} ({value}).",
    help: "Raise the limit, or lower the value.",
    explanation: `A machine cannot start with more memory or processors than it may ever have. Without a limit it may have
what it starts with.

Wrong:

    '/hardware/memory' = dict('size', 1024, 'max', 512);

Right:

    '/hardware/memory' = dict('size', 512, 'max', 1024);`,
  },
  "vm-cap-above-processors": {
    severity: "error",
    message: "{path} is {cap} %, but {count} virtual CPUs use at most {most} %.",
    help: "Lower the cap, or remove it.",
    explanation: `The cap is in percent of one processor: 100 is a whole one, so a machine with two virtual CPUs never uses
more than 200. A cap above that caps nothing and is a mistake.`,
  },
  "vm-name-reserved": {
    severity: "error",
    message: "{path} is '{name}', which is the host's own name.",
    help: "Choose another name.",
    explanation:
      "Xen calls the domain that controls the host `Domain-0`; no other can have that name.",
  },
  "vm-mac-zero": {
    severity: "error",
    message: "{path} is all zeros.",
    help: "Remove it, and an address is derived from the names of the machine and the interface.",
    explanation:
      "A MAC address of zeros addresses nothing. Hosts refuse it or replace it by a random one.",
  },
  "vm-mac-duplicate": {
    severity: "error",
    message: "{path} is {mac}, which is the address of {other} too.",
    help: "Give each interface its own address, or none: then it is derived.",
    explanation: `Two interfaces with one MAC address on one network receive each other's packets, or none.

Wrong:

    '/network/interfaces/eth0/mac' = '00:16:3e:5a:10:01';
    '/network/interfaces/eth1/mac' = '00:16:3E:5A:10:01';

Right: give one of them another address, or remove both and let them be derived.`,
  },
  "vm-values-exclude-each-other": {
    severity: "error",
    message: "{path} and {other} exclude each other.",
    help: "Remove one of them.",
    explanation: `The two say the same thing in different ways: \`/system/boot/cmdline\` is the kernel's whole command line,
while \`root\` and \`extra\` are its two parts.

Wrong:

    '/system/boot/cmdline' = 'root=/dev/xvda1 ro';
    '/system/boot/extra' = 'console=hvc0';

Right:

    '/system/boot/cmdline' = 'root=/dev/xvda1 ro console=hvc0';`,
  },
  "vm-value-needs-other": {
    severity: "error",
    message: "{path} needs {other}, which is missing.",
    help: "Set {other}, or remove {path}.",
    explanation: `The value says something about another one, and that is not there: arguments without a boot loader, a RAM
disk without a kernel, a serial port of type \`file\` without its \`path\`, a repository of type \`deb\` without its \`suite\`.`,
  },
  "vm-value-without-use": {
    severity: "error",
    message: "{path} is of no use where {other} is '{value}'.",
    help: "Remove it, or change {other}.",
    explanation:
      "The value is for another setting, and would be ignored. For instance, only a serial port of type `file` has a `path`.",
  },
  "vm-choice-repeated": {
    severity: "error",
    message: "{path} repeats '{value}'.",
    help: "Remove the repetition.",
    explanation: "Each device can be tried once when a machine boots.",
  },
  "vm-device-taken": {
    severity: "error",
    message: "{path} is the same device as {other}, or a part of it.",
    help: "Give one of them another name, or remove it.",
    explanation: `The guest sees disks and drives under their names, and each name is one device. A partition such as \`xvda1\`
can be given without its disk, but not beside it, as the disk has partitions of its own.

Wrong:

    '/storage/disks/xvdc' = create('vmcs/disk/file', 'size', 20 * GiB);
    '/storage/cdroms/xvdc' = create('vmcs/cdrom/empty');

Right:

    '/storage/cdroms/xvdd' = create('vmcs/cdrom/empty');`,
  },
  "vm-source-shared": {
    severity: "error",
    message: "{path} is {source}, which {other} writes to.",
    help: "Give each disk its own place, or make both read-only.",
    explanation: `Two disks in one file destroy each other's data as soon as one of them is written. Disks that share their
data must all have \`'access' = 'ro'\`.`,
  },
  "vm-format-not-served": {
    severity: "error",
    message: "{path} is '{format}', but {other} serves raw data only.",
    help: "Make the format raw, or use a file with the backend qdisk.",
    explanation: `A block device, and the backends \`phy\` and \`standalone\`, hand the data to the guest as they are, so they cannot
serve formats such as qcow2.

Wrong:

    '/storage/disks/xvda' = dict('format', 'qcow2', 'backendtype', 'phy');

Right:

    '/storage/disks/xvda' = dict('format', 'qcow2', 'backendtype', 'qdisk');`,
  },
  "vm-device-unknown": {
    severity: "error",
    message: "{path} is '{device}', but there is no such disk or drive.",
    help: "Name a disk of /storage/disks or a drive of /storage/cdroms.",
    explanation: `A filesystem is on one of the disks or drives of the machine, or on a partition of one.

Wrong:

    '/storage/disks/xvda/size' = 20 * GiB;
    '/storage/filesystems/root' = dict('device', 'sda1', 'mount', '/');

Right:

    '/storage/filesystems/root' = dict('device', 'xvda1', 'mount', '/');`,
  },
  "vm-image-unknown": {
    severity: "error",
    message: "{path} is '{image}', but there is no such image.",
    help: "Add it below /storage/images, or choose from: {known}.",
    explanation: `A disk can start as a copy of an image. Where a description says what images there are, a disk names one
of them.

Wrong:

    '/storage/images/bookworm/file' = '/srv/images/bookworm.qcow2';
    '/storage/disks/xvda/image' = 'bokworm';

Right:

    '/storage/disks/xvda/image' = 'bookworm';`,
  },
  "vm-value-taken": {
    severity: "error",
    message: "{path} is {value}, which is what {other} is.",
    help: "Change one of them, or remove it.",
    explanation: `Only one can have it: a device of the host can be given to the guest once, an IP address is that of one
interface, a virtual CPU is in one NUMA node.`,
  },
  "vm-numa-memory": {
    severity: "error",
    message: "The nodes of {path} have {sum} MiB together, but the machine has {wanted} MiB.",
    help: "Share out all the memory that the machine can have.",
    explanation: `The NUMA nodes that a guest sees hold all of its memory: that of \`/hardware/memory/max\` where it is given,
otherwise that of \`/hardware/memory/size\`.`,
  },
  "vm-numa-cpu-missing": {
    severity: "error",
    message: "Virtual CPU {cpu} is in none of the nodes of {path}.",
    help: "Put each virtual CPU into one node.",
    explanation: `The NUMA nodes that a guest sees hold all of its virtual CPUs: as many as \`/hardware/cpu/max\` says, or else
\`/hardware/cpu/count\`. They are counted from 0.`,
  },
  "vm-numa-cpu-twice": {
    severity: "error",
    message: "{path} has virtual CPU {cpu}, which {other} has too.",
    help: "Leave it in one of them.",
    explanation: `Each virtual CPU belongs to one of the NUMA nodes that a guest sees: it is near to the memory of that node
and further from that of all others.`,
  },
  "vm-cpu-unknown": {
    severity: "error",
    message: "{path} names virtual CPU {cpu}, but the last one is {last}.",
    help: "Remove it, or give the machine more.",
    explanation: "A NUMA node holds virtual CPUs that the machine has.",
  },
  "vm-list-of-wrong-length": {
    severity: "error",
    message: "{path} has the length {given} instead of {wanted}: one entry for each {what}.",
    help: "Add or remove entries.",
    explanation: `The entries of the list belong to the virtual CPUs, or to the NUMA nodes, in turn. With one too few or too
many it is not clear which is meant.`,
  },
  "vm-controller-unknown": {
    severity: "error",
    message: "{path} is {controller}, but the last controller is {last}.",
    help: "Name one of them, or add a controller.",
    explanation: `A USB device of the host is plugged into a controller of the guest's: one of
\`/hardware/devices/usb/controllers\`, by its place in the list.`,
  },
  "vm-mount-point-taken": {
    severity: "error",
    message: "{path} is {mount}, where {other} is mounted already.",
    help: "Mount one of them elsewhere.",
    explanation: "Of two filesystems that are mounted in one place only the later one can be seen.",
  },
} as const satisfies Definitions;
