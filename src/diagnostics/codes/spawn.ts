import type { Definitions } from "../definition.ts";

/** What a backend cannot do, or would do otherwise than the description says. */
export const spawnCodes = {
  "backend-unknown": {
    severity: "error",
    message: "There is no backend '{name}'.",
    help: "Choose from {known}.",
    explanation: `A backend writes the files of a platform: \`xen\` those of xl, \`libvirt\` those of libvirt, and so on. \`--backend\`
names one; it can be given several times.`,
  },
  "xen-release-unknown": {
    severity: "error",
    message: "'{release}' is no release of Xen that a configuration can be written for.",
    help: "Give a release from {oldest} to {latest}, such as 4.17.",
    explanation: `What xl, or xm before it, understands depends on the release of Xen that it comes with, so the release on the
host must be known. It is two numbers, such as \`4.17\`; a third one is ignored. \`xl info xen_version\` shows it.`,
  },
  "xen-release-later": {
    severity: "warning",
    message: "Xen {release} is later than {latest}, the latest release that is known here.",
    help: "Check the configuration with `xl create -n`.",
    explanation: `The configuration is written for the latest known release. Later ones understand it as a rule, but may warn of
keys that have been replaced.`,
  },
  "xen-not-for-guest-type": {
    severity: "error",
    message: "{path} does not apply to {guest} guest: xl reads '{name}' for {guests} only.",
    help: "Remove it, or change /system/type.",
    explanation: `Some settings make sense for some types of guests only: a serial port is part of the emulated PC of an \`hvm\`
guest. xl would ignore the setting without a word, and the machine would not be what its description says.

Wrong:

    '/system/type' = 'pv';
    '/hardware/devices/serial' = list(dict('type', 'pty'));

Right: remove the serial port (a \`pv\` guest has a console anyway), or:

    '/system/type' = 'hvm';`,
  },
  "xen-not-in-release": {
    severity: "error",
    message: "{path} needs Xen {since}: the xl of Xen {release} does not read '{name}'.",
    help: "Remove it, or build for a later release.",
    explanation: `xl learns new keys and options with its releases, and ignores those that it does not know. What the description
asks for cannot be had on a host with this release.`,
  },
  "xen-no-longer-in-release": {
    severity: "error",
    message: "{path} needs Xen {until} or earlier: Xen {release} no longer has '{name}'.",
    help: "Remove it, or build for an earlier release.",
    explanation: `Some settings ended with what they were for: the scheduler SEDF went with Xen 4.4, a mode of the time stamp counter
with 4.11, and the first device model with 4.20. A later xl ignores or refuses them.`,
  },
  "xen-not-on-arch": {
    severity: "error",
    message: "{path} does not apply on {arch}: '{name}' is for {platform} only.",
    help: "Remove it, or change /hardware/cpu/arch.",
    explanation: `Xen runs on x86 (\`x86_64\`, \`i686\`) and on Arm (\`aarch64\`, \`armv7l\`), and each has settings that the other knows
nothing of: CPUID leaves and I/O ports belong to x86, the interrupt controller GIC and device trees to Arm. xl reads a
setting of the other platform without a word, and does nothing.`,
  },
  "xen-value-misread": {
    severity: "error",
    message: "{path} is '{value}', which xl would not read as it is written: {reason}.",
    help: "Choose a value that xl reads as it is.",
    explanation: `xl takes the specification of a device apart at its commas, and some values at further characters. Nothing can
escape these, so a value with one of them cannot be told to xl: it would see another value, or another option.

Wrong:

    '/hardware/devices/graphics/sdl/xauthority' = '/root/keys,old/Xauthority';

Right: give the file a name without a comma.`,
  },
  "xen-cannot-express": {
    severity: "error",
    message: "{path}: xl has no word for {what}.",
    help: "Remove it, or spawn for another platform.",
    explanation: `The model of a machine is that of several platforms, and xl cannot say all of it. A machine without what its
description asks for would be another machine, so nothing is written.`,
  },
  "xen-secret-misread": {
    severity: "error",
    message: "{path} is the secret {reference}, which xl cannot carry: {reason}.",
    help: "Choose another password.",
    explanation: `A password stands in xl's configuration as it is. One with a line end cannot stand there, a comma ends it where xl
or the device model takes options apart at commas, and an empty one means that anybody may connect. The secret itself
is never shown.`,
  },
  "xen-creation-fails": {
    severity: "error",
    message: "{path}: Xen would not create the machine: {reason}.",
    explanation: `\`xl create -n\` reads a configuration and finds no fault in these values, but creating the machine fails, as they
contradict each other or lack something. It is better to know it now.

Wrong:

    '/system/boot/firmware' = 'rombios';

Right: that firmware belongs to the first device model.

    '/system/boot/firmware' = 'rombios';
    '/system/xen/device_model_version' = 'qemu-xen-traditional';`,
  },
  "xen-nothing-to-boot": {
    severity: "error",
    message: "{path} gives {guest} guest nothing to boot.",
    help: "Set /system/boot/kernel, /system/boot/bootloader or /system/boot/firmware.",
    explanation: `Only an \`hvm\` guest boots from its disk by itself, as a PC does. A \`pv\` or \`pvh\` guest is started with a kernel
of the host, with a kernel that a boot loader takes out of the guest's disk, or with the firmware \`pvgrub32\` or
\`pvgrub64\`.

Right:

    '/system/type' = 'pvh';
    '/system/boot/kernel' = '/var/lib/xen/boot/vmlinuz';`,
  },
  "xen-kernel-and-firmware": {
    severity: "error",
    message: "{path} cannot be given beside a kernel to {guest} guest.",
    help: "Remove one of /system/boot/kernel and /system/boot/firmware.",
    explanation:
      "The firmware of a `pv` or `pvh` guest is a boot loader that is started in the place of a kernel, so xl refuses both.",
  },
  "xen-firmware-for-other-guest-type": {
    severity: "error",
    message: "{path} is '{firmware}', which is for {wanted}, but this is {guest} guest.",
    help: "Remove it, or change /system/type.",
    explanation: `\`pvgrub32\` and \`pvgrub64\` boot \`pv\` and \`pvh\` guests. \`bios\`, \`uefi\`, \`seabios\`, \`rombios\`, \`ovmf\` and files boot
the emulated PC of an \`hvm\` guest.`,
  },
  "xen-not-the-hypervisor": {
    severity: "error",
    message: "{path} is '{hypervisor}', but xl runs machines on Xen.",
    help: "Build the machine with `--backend libvirt`, or set /system/hypervisor to 'xen'.",
    explanation: `A description says in /system/hypervisor which hypervisor it is made for; it is Xen where it says nothing. libvirt
knows Xen, KVM and QEMU.`,
  },
  "xen-guest-type-not-on-arch": {
    severity: "error",
    message: "{path} is '{guest}', but on {arch} Xen runs pvh guests only.",
    help: "Set /system/type to 'pvh'.",
    explanation:
      "Xen on Arm has one kind of guest, which corresponds to `pvh` on x86. There are no emulated PCs and no modified kernels.",
  },
  "xen-vnc-on-ipv6": {
    severity: "error",
    message: "{path} is {address}, but xl takes what follows a colon for a display number.",
    help: "Listen on an IPv4 address, such as 127.0.0.1.",
    explanation: `xl's \`vnclisten\` may end in a colon and a display number, so an IPv6 address is cut at its last colon. A
tunnel, such as SSH, reaches a server that listens on 127.0.0.1.`,
  },
  "xen-rate-too-low": {
    severity: "error",
    message:
      "{path} allows less than one byte in {interval} microseconds, which Xen takes for no limit.",
    help: "Raise the average, or lengthen the interval.",
    explanation: `Xen lets an interface send a number of whole bytes in each interval, of 50 milliseconds where the description does
not say. Less than one byte is rounded to none, and none means that there is no limit.`,
  },
  "xen-device-unknown": {
    severity: "error",
    message: "{path}: Xen has no device {device}.",
    help: "Use xvda, xvdb, … for disks, or hda to hdd and sda to sdp where the guest must see these.",
    explanation: `Xen numbers block devices by their names. It knows xvda to xvdzzz with 255 partitions each, hda to hdd with 63, and
sda to sdp with 15. xl takes any name when it reads a configuration, and fails when it creates the machine.`,
  },
  "xen-target-with-final-comma": {
    severity: "error",
    message: "{path} is '{target}', whose last comma xl would drop.",
    help: "Rename the file.",
    explanation:
      "xl reads the file of a disk as the end of a list that is separated by commas, and removes one comma at its end.",
  },
} as const satisfies Definitions;
