/** What the machine is, how it boots, what becomes of it: `/system` of the description. */

import * as pattern from "../shape/pattern.ts";
import {
  boolean,
  choice,
  derived,
  type Infer,
  integer,
  integerOf,
  list,
  optional,
  record,
  required,
  text,
  variant,
} from "../shape/shape.ts";
import { arch } from "./hardware.ts";
import { xen } from "./xen.ts";

const hypervisor = choice("xen", "kvm", "qemu");
const guestType = choice("pv", "pvh", "hvm");

const os = record({
  family: required(
    choice("linux", "windows", "freebsd", "netbsd", "openbsd", "other"),
    "family of operating systems",
  ),
  distribution: optional(text(pattern.word), "distribution or edition"),
  release: optional(text(pattern.word), "release of the distribution"),
  arch: optional(arch, "architecture that it is built for"),
  bits: optional(integerOf(32, 64), "width of its addresses"),
});

const boot = record({
  kernel: optional(text(pattern.path), "kernel, a file of the host"),
  ramdisk: optional(text(pattern.path), "initial RAM disk, a file of the host"),
  cmdline: optional(text(pattern.line), "the kernel's whole command line; excludes root and extra"),
  root: optional(text(pattern.line), "what the kernel mounts as its root"),
  extra: optional(text(pattern.line), "what follows root on the kernel's command line"),
  bootloader: optional(
    text(pattern.word),
    "program of the host that takes the kernel out of the guest's disk",
  ),
  bootloader_args: optional(list("argument", text(pattern.line)), "arguments of the boot loader"),
  bootloader_restrict: optional(boolean, "whether the boot loader runs with few rights"),
  bootloader_user: optional(text(pattern.userName), "user of the host that it then runs as"),
  firmware: optional(text(pattern.firmware), "firmware: a name or the path of a file"),
  order: optional(
    list("device", choice("hd", "cdrom", "network")),
    "where firmware looks for a system, the first choice first",
  ),
});

const action = choice(
  "destroy",
  "restart",
  "rename-restart",
  "preserve",
  "coredump-destroy",
  "coredump-restart",
  "soft-reset",
);

const lifecycle = record({
  on_poweroff: required(action, "what happens when the guest powers off"),
  on_reboot: required(action, "what happens when the guest reboots"),
  on_crash: required(action, "what happens when the guest crashes"),
  on_watchdog: optional(action, "what happens when the guest's watchdog expires"),
  on_soft_reset: optional(action, "what happens when the guest asks for a soft reset"),
});

const realtime = record({
  period: required(integer(1, 2_147_483_647, "us"), "length of a period"),
  budget: required(integer(1, 2_147_483_647, "us"), "time that each CPU gets in a period"),
  extratime: optional(boolean, "whether it also gets time that nobody needs"),
});

const affinity = variant({
  all: { shape: text(pattern.cpuList), summary: "host CPUs for all virtual CPUs" },
  each: {
    shape: list("vcpu", text(pattern.cpuList)),
    summary: "host CPUs for each virtual CPU in turn",
  },
});

const scheduling = record({
  weight: optional(integer(1, 65_535), "share of the processors when they are short; 256 is usual"),
  cap: optional(
    integer(0, 409_600, "%"),
    "upper limit, in percent of one processor; 0 is no limit",
  ),
  pool: optional(text(pattern.word), "pool of processors of the host"),
  hard_affinity: optional(affinity, "host CPUs that it may run on"),
  soft_affinity: optional(affinity, "host CPUs that it prefers to run on"),
  realtime: optional(realtime, "share in a pool with the scheduler RTDS"),
});

const clock = record({
  base: required(choice("utc", "localtime"), "what the guest's clock shows at the start"),
  offset: optional(integer(-2_147_483_648, 2_147_483_647, "s"), "difference to that"),
  tsc_mode: optional(
    choice("default", "always_emulate", "native", "native_paravirt"),
    "how the guest reads the time stamp counter",
  ),
  timer_mode: optional(
    choice(
      "delay_for_missed_ticks",
      "no_delay_for_missed_ticks",
      "no_missed_ticks_pending",
      "one_missed_tick_pending",
    ),
    "what becomes of ticks that were missed",
  ),
});

const security = record({
  label: optional(text(pattern.label), "security label, for the policy of the host"),
  init_label: optional(text(pattern.label), "security label until the machine runs"),
  device_model_label: optional(text(pattern.label), "security label of its device model"),
});

const features = record({
  acpi: optional(boolean, "whether the guest sees ACPI tables"),
  acpi_s3: optional(boolean, "whether it can suspend to memory"),
  acpi_s4: optional(boolean, "whether it can suspend to disk"),
  acpi_laptop_slate: optional(boolean, "whether it can tell a laptop from a tablet"),
  apic: optional(boolean, "whether it has an APIC"),
  pae: optional(boolean, "whether it has physical address extension"),
  nx: optional(boolean, "whether it has no-execute pages"),
  hap: optional(boolean, "whether the processors translate its memory, in hardware"),
  hpet: optional(boolean, "whether it has a high precision event timer"),
  viridian: optional(
    list("group", text(pattern.viridianGroup)),
    "groups of enlightenments for Windows",
  ),
  genid: optional(choice("generate", "none"), "identity by which Windows knows a copy"),
});

const instances = record({
  count: required(integer(1, 10_000), "how many machines are made of the description"),
  first: required(integer(0, 1_000_000), "index of the first one"),
});

export const system = record({
  name: derived(text(pattern.vmName), "name on the host"),
  uuid: derived(text(pattern.uuid), "identity on the host"),
  hostname: optional(text(pattern.hostname), "name in the guest"),
  instances: optional(instances, "machines that differ by an index; absent in a skeleton"),
  hypervisor: optional(hypervisor, "what runs it; xen where it is absent"),
  type: required(guestType, "how it is virtualised"),
  os: required(os, "operating system in the guest"),
  boot: required(boot, "how it boots"),
  lifecycle: required(lifecycle, "what becomes of it when it ends in some way"),
  scheduling: required(scheduling, "its share of the processors"),
  clock: optional(clock, "its clock and timers"),
  security: optional(security, "security labels"),
  features: optional(features, "parts of a PC that the guest sees"),
  xen: optional(xen, "what only Xen knows, in xl's words"),
});

export type System = Infer<typeof system>;
export type Hypervisor = Infer<typeof hypervisor>;
export type GuestType = Infer<typeof guestType>;
export type Affinity = Infer<typeof affinity>;
