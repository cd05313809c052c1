/** The table of what libvirt has no word for. The first row that fits the machine decides. */

import type { NoWordRow } from "./no-word.ts";

const xen = ["xen"] as const;
const others = ["kvm", "qemu"] as const;
const paravirtual = ["pv", "pvh"] as const;
const pcOnly = "only an emulated PC has it";
const notRead = "libvirt's driver for Xen does not read it";

function refused(at: string, rest: Omit<NoWordRow, "at" | "verdict">): NoWordRow {
  return { at, verdict: "error", ...rest };
}

function leftOut(at: string, rest: Omit<NoWordRow, "at" | "verdict"> = {}): NoWordRow {
  return { at, verdict: "warning", ...rest };
}

const hardware: readonly NoWordRow[] = [
  refused("/hardware/cpu/leaves", { reason: "it knows features by name, and no CPUID leaves" }),
  refused("/hardware/cpu/features", {
    on: xen,
    guests: ["pv"],
    reason: "it changes the CPUs of pvh and hvm guests only",
  }),
  refused("/hardware/cpu/nested", {
    on: xen,
    guests: ["pv"],
    harmless: [false],
    reason: "only pvh and hvm guests can run machines themselves",
  }),
  refused("/hardware/devices/graphics/sdl/opengl", {
    on: xen,
    harmless: [false],
    reason: "its windows are drawn without OpenGL",
  }),
  leftOut("/hardware/devices/graphics/vnc/display", {
    when: ({ hardware }) => hardware.devices.graphics?.vnc?.autoport === true,
    harmless: [0],
  }),
  refused("/hardware/devices/graphics/spice", { on: xen, guests: paravirtual, reason: pcOnly }),
  refused("/hardware/devices/graphics/spice/tls_port", { on: xen, reason: notRead }),
  refused("/hardware/devices/graphics/spice/usb_redirection", {
    on: xen,
    harmless: [0],
    reason: notRead,
  }),
  leftOut("/hardware/devices/graphics/spice/image_compression", { on: xen }),
  leftOut("/hardware/devices/graphics/spice/streaming_video", { on: xen }),
  refused("/hardware/devices/video", { on: xen, guests: paravirtual, reason: pcOnly }),
  refused("/hardware/devices/video/passthrough", {
    reason: "a graphics card of the host is given as a PCI device",
  }),
  refused("/hardware/devices/serial", { guests: paravirtual, reason: pcOnly }),
  refused("/hardware/devices/sound", { guests: paravirtual, reason: pcOnly }),
  refused("/hardware/devices/pci/*/slot", { on: xen, reason: notRead }),
  leftOut("/hardware/devices/pci/*/msitranslate", { harmless: [false] }),
  leftOut("/hardware/devices/pci/*/power_mgmt", { harmless: [false] }),
  leftOut("/hardware/devices/pci/*/rdm_policy"),
  refused("/hardware/devices/usb/version", {
    on: xen,
    reason: "the bus is of the version that the device model has",
  }),
  refused("/hardware/devices/usb/controllers/*/backend", {
    reason: "controllers are served by the host",
  }),
  refused("/hardware/devices/tpm", { reason: "it has no TPM that another machine serves" }),
  refused("/hardware/devices/channels/*/backend", { reason: "channels lead to the host" }),
];

const network: readonly NoWordRow[] = [
  refused("/network/pvcalls", { reason: "it has no sockets that another machine serves" }),
  refused("/network/interfaces/*/mtu", { on: xen, reason: notRead }),
  leftOut("/network/interfaces/*/rate/interval", { on: xen, harmless: [50_000] }),
  leftOut("/network/interfaces/*/rate/interval"),
  leftOut("/network/interfaces/*/trusted"),
  leftOut("/network/interfaces/*/gateway_device"),
  refused("/network/interfaces/*/colo", { reason: "it keeps no second machine in step" }),
  refused("/network/interfaces/*/script", {
    on: others,
    reason: "interfaces on bridges are attached without scripts",
  }),
  refused("/network/interfaces/*/backend", {
    on: others,
    reason: "interfaces are served by the host",
  }),
  refused("/network/interfaces/*/allowed_addresses", {
    on: others,
    reason: "which addresses are let through is said by a filter of the host",
  }),
];

const storage: readonly NoWordRow[] = [
  refused("/storage/controller", {
    on: xen,
    harmless: ["ide"],
    reason: "hd disks hang on an IDE controller",
  }),
  refused("/storage/shares", { on: xen, reason: notRead }),
  refused("/storage/shares/*/type", {
    on: others,
    harmless: ["qemu"],
    reason: "shares are served by QEMU",
  }),
  refused("/storage/shares/*/backend", { on: others, reason: "shares are served by the host" }),
  ...["max_files", "max_open_files", "max_space"].map((field) =>
    refused(`/storage/shares/*/${field}`, {
      on: others,
      harmless: field === "max_open_files" ? [] : [0],
      reason: "QEMU limits no shares",
    }),
  ),
  leftOut("/storage/shares/*/auto_delete", { on: others, harmless: [false] }),
  refused("/storage/disks/*/script", { reason: "it has no scripts that attach disks" }),
  refused("/storage/disks/*/colo", { reason: "it keeps no second machine in step" }),
  refused("/storage/disks/*/specification", {
    on: xen,
    harmless: ["xen"],
    reason: "disks are Xen's own",
  }),
  leftOut("/storage/disks/*/specification", { on: others, harmless: ["virtio"] }),
  leftOut("/storage/disks/*/trusted"),
  leftOut("/storage/disks/*/grant_usage"),
  leftOut("/storage/disks/*/direct_io_safe", { harmless: [false] }),
  leftOut("/storage/disks/*/backendtype", { on: others, harmless: ["qdisk"] }),
  leftOut("/storage/cdroms/*/backendtype", { on: others, harmless: ["qdisk"] }),
  refused("/storage/disks/*/backend", { on: others, reason: "disks are served by the host" }),
  refused("/storage/cdroms/*/backend", { on: others, reason: "drives are served by the host" }),
];

const system: readonly NoWordRow[] = [
  refused("/system/boot/order", { guests: paravirtual, reason: pcOnly }),
  refused("/system/boot/bootloader", {
    guests: ["hvm"],
    reason: "an emulated PC boots by its firmware",
  }),
  leftOut("/system/boot/bootloader_restrict", { harmless: [false] }),
  leftOut("/system/boot/bootloader_user"),
  refused("/system/lifecycle/on_watchdog", {
    harmless: ["destroy"],
    reason: "a machine whose watchdog expires is destroyed",
  }),
  refused("/system/lifecycle/on_soft_reset", {
    harmless: ["soft-reset"],
    reason: "a soft reset is done when the guest asks for one",
  }),
  leftOut("/system/scheduling/cap", { on: xen, harmless: [0] }),
  leftOut("/system/scheduling/pool"),
  leftOut("/system/scheduling/soft_affinity"),
  leftOut("/system/scheduling/realtime"),
  leftOut("/system/clock/timer_mode"),
  leftOut("/system/security/init_label"),
  leftOut("/system/security/device_model_label"),
  ...["acpi", "apic", "pae", "hpet"].map((field) =>
    refused(`/system/features/${field}`, {
      guests: paravirtual,
      harmless: [field === "acpi"],
      reason: pcOnly,
    }),
  ),
  refused("/system/features/pae", {
    on: others,
    harmless: [true],
    reason: "the processor has it",
  }),
  refused("/system/features/hpet", {
    on: xen,
    harmless: [true],
    reason: "it can be asked for, and is there anyway",
  }),
  refused("/system/features/acpi_s3", { on: xen, harmless: [true], reason: notRead }),
  refused("/system/features/acpi_s4", { on: xen, harmless: [true], reason: notRead }),
  refused("/system/features/acpi_laptop_slate", { harmless: [false], reason: "it has no switch" }),
  refused("/system/features/nx", { harmless: [true], reason: "the processor has it" }),
  refused("/system/features/hap", {
    on: xen,
    guests: ["pv"],
    harmless: [false],
    reason: "only pvh and hvm guests have it",
  }),
  refused("/system/features/hap", {
    on: others,
    harmless: [true],
    reason: "the host's module for KVM decides it",
  }),
  leftOut("/system/features/genid", { on: xen, harmless: ["none"] }),
];

/** Devices and boot files that the guest would miss; the rest of `/system/xen` is tuning. */
const xenOnly: readonly NoWordRow[] = [
  refused("/system/xen/e820_host", { on: xen, guests: ["pvh", "hvm"], harmless: [false] }),
  refused("/system/xen/acpi_firmware", { on: xen, guests: paravirtual, reason: pcOnly }),
  leftOut("/system/xen/bios_path_override", { on: xen, guests: paravirtual }),
  leftOut("/system/xen/device_model_override", { on: xen, guests: paravirtual }),
  leftOut("/system/xen/device_model_args_pv", { on: xen, guests: ["pvh", "hvm"] }),
  leftOut("/system/xen/device_model_args_hvm", { on: xen, guests: paravirtual }),
  refused("/system/xen/device_model_version", {
    on: xen,
    harmless: ["qemu-xen"],
    reason: "it knows one device model",
  }),
  refused("/system/xen/pvshim", { harmless: [false], reason: "it has no shim for pv guests" }),
  refused("/system/xen/vendor_device", { harmless: ["none"] }),
  refused("/system/xen/driver_domain", { harmless: [false] }),
  refused("/system/xen/tee", { harmless: ["none"] }),
  refused("/system/xen/nomigrate", { harmless: [false] }),
  ...[
    "firmware_override",
    "smbios",
    "smbios_firmware",
    "ioports",
    "iomem",
    "irqs",
    "vdispl",
    "vsnd",
    "vkb",
    "virtio",
    "device_tree",
    "dtdev",
    "vuart",
  ].map((field) => refused(`/system/xen/${field}`, {})),
];

export const noWordRows: readonly NoWordRow[] = [
  ...hardware,
  ...network,
  ...storage,
  ...system,
  ...xenOnly,
];
