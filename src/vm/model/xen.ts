/**
 * What only Xen knows: `/system/xen` of the description.
 *
 * Names are those of xl.cfg(5), and so are meanings. Whatever other platforms know too has a place of its own.
 */

import * as pattern from "../shape/pattern.ts";
import {
  boolean,
  choice,
  type Infer,
  integer,
  integerOf,
  list,
  map,
  optional,
  record,
  required,
  text,
} from "../shape/shape.ts";
import { keyboard, soundCard, virtioDevice, virtualDisplay } from "./xen-devices.ts";

const max32 = 4_294_967_295;
const max31 = 2_147_483_647;

const rdm = record({
  strategy: required(choice("host"), "which memory is reserved: that of the host's devices"),
  policy: required(choice("strict", "relaxed"), "what happens if memory that is needed is in use"),
});

const sveLengths = Array.from({ length: 16 }, (_, index) => String(128 * (index + 1)));

export const xen = record({
  // Boot
  firmware_override: optional(text(pattern.path), "file used in place of hvmloader"),
  bios_path_override: optional(text(pattern.path), "file used in place of the BIOS"),
  pvshim: optional(boolean, "whether a PV guest runs inside a PVH guest"),
  pvshim_path: optional(text(pattern.path), "file used in place of the shim"),
  pvshim_cmdline: optional(text(pattern.line), "the shim's whole command line"),
  pvshim_extra: optional(text(pattern.line), "what is added to the shim's command line"),
  acpi_firmware: optional(text(pattern.path), "file with further ACPI tables"),
  smbios_firmware: optional(text(pattern.path), "file with SMBIOS structures"),
  smbios: optional(
    map("value", "name", pattern.smbiosName, text(pattern.line)),
    "SMBIOS values by name; oem1, oem2, … are the oem strings",
  ),

  // Memory
  shadow_memory: optional(integer(1, 16_777_216, "MiB"), "memory for shadow page tables"),
  oos: optional(boolean, "whether shadow page tables may be out of sync"),
  mmio_hole: optional(integer(256, 3840, "MiB"), "hole below 4 GiB for devices"),
  e820_host: optional(boolean, "whether the guest sees the host's memory map"),
  rdm: optional(rdm, "reservation of memory that the host's devices need"),
  rdm_mem_boundary: optional(
    integer(1, 16_777_216, "MiB"),
    "address below which reserved memory may conflict",
  ),

  // Limits
  max_grant_frames: optional(integer(1, max31), "pages of grants that it may have"),
  max_maptrack_frames: optional(integer(0, max31), "pages for tracking mapped grants"),
  max_grant_version: optional(integerOf(1, 2), "highest version of the grant table"),
  max_event_channels: optional(integer(1, 131_071), "event channels that it may have"),
  vmtrace_buf_kb: optional(
    integerOf(4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384),
    "buffer for tracing each CPU, in KiB",
  ),
  xenstore_feature_mask: optional(integer(0, max32), "features of Xenstore that it may use"),
  xenstore_quota: optional(
    list(
      "quota",
      record({
        name: required(text(pattern.identifier), "name of the quota"),
        value: required(integer(0, max32), "its value"),
      }),
    ),
    "quotas of Xenstore",
  ),
  nomigrate: optional(boolean, "whether it can never migrate"),
  driver_domain: optional(boolean, "whether it serves devices to other machines"),
  slice: optional(integer(0, max32), "slice of the scheduler SEDF, which ended with Xen 4.5"),
  latency: optional(integer(0, max32), "latency of the scheduler SEDF, which ended with Xen 4.5"),

  // CPUs and timers
  altp2m: optional(
    choice("disabled", "mixed", "external", "limited"),
    "who may use alternate page tables",
  ),
  altp2m_count: optional(integer(1, 65_535), "number of alternate page tables"),
  mca_caps: optional(list("cap", choice("lmce")), "capabilities of machine check"),
  msr_relaxed: optional(boolean, "whether unknown model specific registers may be read"),
  vpmu: optional(boolean, "whether it has a performance monitoring unit, on Arm"),
  vpt_align: optional(boolean, "whether its timers expire together"),
  xend_suspend_evtchn_compat: optional(boolean, "whether it suspends as xend had it"),
  xen_platform_pci: optional(boolean, "whether an emulated PC has Xen's PCI device"),
  xen_platform_pci_bar_uc: optional(boolean, "whether the memory of that device is uncached"),
  hvm_pirq: optional(boolean, "whether event channels can stand for interrupts"),

  // Devices
  passthrough: optional(
    choice("disabled", "enabled", "sync_pt", "share_pt", "default"),
    "whether devices of the host can be given to it",
  ),
  pci_permissive: optional(boolean, "permissive for all PCI devices that do not say"),
  pci_msitranslate: optional(boolean, "msitranslate for all PCI devices that do not say"),
  pci_seize: optional(boolean, "seize for all PCI devices that do not say"),
  pci_power_mgmt: optional(boolean, "power_mgmt for all PCI devices that do not say"),
  ioports: optional(list("range", text(pattern.ioportRange)), "I/O ports that it may use"),
  iomem: optional(list("range", text(pattern.iomemRange)), "pages of devices that it may use"),
  irqs: optional(list("irq", integer(0, 65_535)), "interrupts that it may use"),
  vdispl: optional(list("display", virtualDisplay), "paravirtual displays"),
  vsnd: optional(list("card", soundCard), "paravirtual sound cards"),
  vkb: optional(list("keyboard", keyboard), "paravirtual keyboards and pointers"),
  virtio: optional(list("device", virtioDevice), "virtio devices, on Arm"),
  vkb_device: optional(boolean, "whether an emulated PC has a paravirtual keyboard"),
  vendor_device: optional(choice("none", "xenserver"), "further PCI device for a vendor's drivers"),

  // Device model
  dm_restrict: optional(boolean, "whether the device model runs with few rights"),
  device_model_user: optional(text(pattern.userName), "user of the host that it then runs as"),
  device_model_version: optional(
    choice("qemu-xen", "qemu-xen-traditional"),
    "device model of an emulated PC",
  ),
  device_model_override: optional(text(pattern.path), "program used as the device model"),
  device_model_stubdomain_override: optional(
    boolean,
    "whether the device model runs in a machine of its own",
  ),
  stubdomain_kernel: optional(text(pattern.path), "kernel of that machine"),
  stubdomain_cmdline: optional(text(pattern.line), "command line of that kernel"),
  stubdomain_ramdisk: optional(text(pattern.path), "initial RAM disk of that machine"),
  stubdomain_memory: optional(integer(1, 16_777_216, "MiB"), "memory of that machine"),
  device_model_args: optional(list("argument", text(pattern.line)), "arguments of device models"),
  device_model_args_pv: optional(
    list("argument", text(pattern.line)),
    "arguments of the device model of a PV guest",
  ),
  device_model_args_hvm: optional(
    list("argument", text(pattern.line)),
    "arguments of the device model of an HVM guest",
  ),
  nographic: optional(boolean, "whether the device model has no graphics at all"),

  // Arm
  device_tree: optional(text(pattern.path), "file with a partial device tree"),
  dtdev: optional(
    list("device", text(pattern.path)),
    "devices of the host's device tree that it is given",
  ),
  gic_version: optional(choice("v2", "v3", "default"), "version of the interrupt controller"),
  vuart: optional(choice("sbsa_uart"), "emulated serial port"),
  tee: optional(choice("none", "optee", "ffa"), "trusted execution environment"),
  sve: optional(choice("disabled", ...sveLengths, "hw"), "longest vector, in bits"),
  nr_spis: optional(integer(0, 5088), "number of shared peripheral interrupts"),
  llc_colors: optional(
    list("range", text(pattern.colorRange)),
    "colours of the last level cache that it uses",
  ),
  trap_unmapped_accesses: optional(boolean, "whether accesses to nothing are trapped"),
  arm_sci: optional(choice("none", "scmi_smc"), "system control interface"),
});

export type Xen = Infer<typeof xen>;
