/** What the machine is, how it boots, what becomes of it: `/system` of the description. */

import * as pattern from "../shape/pattern.ts";
import {
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
} from "../shape/shape.ts";
import { arch } from "./hardware.ts";

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

const scheduling = record({
  weight: optional(integer(1, 65_535), "share of the processors when they are short; 256 is usual"),
  cap: optional(
    integer(0, 409_600, "%"),
    "upper limit, in percent of one processor; 0 is no limit",
  ),
  pool: optional(text(pattern.word), "pool of processors of the host"),
});

export const system = record({
  name: derived(text(pattern.vmName), "name on the host"),
  uuid: derived(text(pattern.uuid), "identity on the host"),
  hostname: optional(text(pattern.hostname), "name in the guest"),
  type: required(guestType, "how it is virtualised"),
  os: required(os, "operating system in the guest"),
  boot: required(boot, "how it boots"),
  lifecycle: required(lifecycle, "what becomes of it when it ends in some way"),
  scheduling: required(scheduling, "its share of the processors"),
});

export type System = Infer<typeof system>;
export type GuestType = Infer<typeof guestType>;
