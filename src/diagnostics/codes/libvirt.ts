import type { Definitions } from "../definition.ts";

/** What libvirt cannot do, or would do otherwise than the description says. */
export const libvirtCodes = {
  "libvirt-guest-type-not-on-hypervisor": {
    severity: "error",
    message: "{path} is '{guest}', but {hypervisor} runs hvm guests only.",
    help: "Set /system/type to 'hvm', or leave /system/hypervisor out.",
    explanation: `\`pv\` and \`pvh\` are types of guests of Xen. KVM and QEMU run whole computers, which is what \`hvm\` is.

Wrong:

    '/system/hypervisor' = 'kvm';
    '/system/type' = 'pvh';

Right:

    '/system/hypervisor' = 'kvm';
    '/system/type' = 'hvm';`,
  },
  "libvirt-not-expressible": {
    severity: "error",
    message: "{path} cannot be had through libvirt on {platform}: {reason}.",
    help: "Remove or change it, or build for another backend.",
    explanation: `libvirt speaks to many hypervisors in one language, which has fewer words than each of them has itself; and a
driver of libvirt, such as the one for Xen, does not read all of it. Where the machine would be another one than the
description says (a device less, another memory, another way to boot), nothing is written.

Wrong, as libvirt knows features of processors by their names only:

    '/hardware/cpu/leaves' = list('0x1:ecx=xxxxxxxxxxxxxxxx0xxxxxxxxxxxxxxx');

Right:

    '/hardware/cpu/features/avx' = '0';`,
  },
  "libvirt-no-word": {
    severity: "warning",
    message: "libvirt has no word for these, and leaves them out: {paths}.",
    help: "Build for the backend of the hypervisor itself, or remove them.",
    explanation: `The machine runs without these values, only less well tuned: how processors are shared, for instance, or limits that
only Xen has. What would make it another machine is refused instead.

Wrong, if the machine is for libvirt:

    '/system/scheduling/pool' = 'fast';

Right: build with \`--backend xen\`, or remove the pool and pin the machine's CPUs:

    '/system/scheduling/hard_affinity/all' = '4-7';`,
  },
} as const satisfies Definitions;

/** What a domain of libvirt says that a description does not. */
export const libvirtImportCodes = {
  "libvirt-import-not-a-domain": {
    severity: "error",
    message: "The document is a <{element}>, not a <domain>.",
    help: "Give the output of 'virsh dumpxml --inactive NAME'.",
    explanation: `\`vmcs import libvirt\` reads the description of one virtual machine, as \`virsh dumpxml\` prints it. Networks, pools and
volumes have documents of their own, which are not read.`,
  },
  "libvirt-import-unreadable": {
    severity: "error",
    message: "The document cannot be read: {problem}",
    help: "Give the output of 'virsh dumpxml --inactive NAME'.",
    explanation:
      "The document is not well-formed XML, or it has a document type, which could make it refer to other files.",
  },
  "libvirt-import-hypervisor-unknown": {
    severity: "error",
    message: "The domain is of type '{type}', and only xen, kvm and qemu are known.",
    explanation: `libvirt also runs containers (\`lxc\`) and machines of VMware, VirtualBox and others. Their domains say things that a
description has no place for, so they are not read.`,
  },
  "libvirt-import-ignored": {
    severity: "warning",
    message: "{what} is not taken over.",
    explanation: `The domain says something that the model of a machine has no place for, or that is not known here. The description
that is written does without it, so the machine that is built from it may differ there. What libvirt adds to each
domain by itself (addresses, controllers, aliases) is passed over without a word, as it will add it again.`,
  },
  "libvirt-import-value-unknown": {
    severity: "warning",
    message: "{what} is '{value}', which {wanted}.",
    explanation:
      "The domain has a value that the model of a machine does not have, so the description does without it, or has the nearest one, which the message then says.",
  },
  "libvirt-import-password": {
    severity: "warning",
    message:
      "The password of the {console} console is not written down: the description refers to {reference}.",
    help: "Set that variable when you build, or change the reference to file:/PATH.",
    explanation: `Descriptions are kept and shared, so they never hold secrets. The password that the domain has is left out, and the
description says where it will be found.`,
  },
} as const satisfies Definitions;
