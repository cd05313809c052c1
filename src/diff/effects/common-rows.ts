/** Rows that hold on every platform: what the machine is, what its disks are made of, what happens inside the guest. */

import type { EffectRow } from "./effect.ts";

/** Of a disk or an interface that a machine loses while it runs. */
export const detachNote = "the guest must let go of what is taken away";

const firstBoot =
  "cloud-init does it when the guest first boots; another /software/cloud_init/instance makes it run again";
const copiedOnce = "the disk is made once, when the machine is";

export const commonRows: readonly EffectRow[] = [
  {
    path: "/storage/images",
    level: "recreate",
    note: copiedOnce,
    source: "vmcs/types/storage: image, the image that the disk starts as a copy of",
  },
  {
    path: "/storage/disks/*/image",
    level: "recreate",
    note: copiedOnce,
    source: "vmcs/types/storage: image, the image that the disk starts as a copy of",
  },
  {
    path: "/storage/disks/*/format",
    level: "recreate",
    note: copiedOnce,
    source: "vmcs/types/storage: format, the format of the data",
  },
  {
    path: "/storage/filesystems",
    level: "recreate",
    note: firstBoot,
    source: "cloud-init, module Mounts: once for each instance",
  },
  {
    path: "/software/cloud_init",
    level: "reboot",
    note: "the drive that cloud-init reads is made anew",
    source: "cloud-init, datasource NoCloud: instance-id",
  },
  {
    path: "/software",
    level: "recreate",
    note: firstBoot,
    source: "cloud-init, boot stages: modules that run once for each instance",
  },
  ...["addresses", "dhcp4", "dhcp6", "gateway4", "gateway6"].map(
    (name): EffectRow => ({
      path: `/network/interfaces/*/${name}`,
      level: "recreate",
      note: firstBoot,
      source: "cloud-init, network configuration: applied once for each instance",
    }),
  ),
  ...["dns", "routes"].map(
    (name): EffectRow => ({
      path: `/network/${name}`,
      level: "recreate",
      note: firstBoot,
      source: "cloud-init, network configuration: applied once for each instance",
    }),
  ),
  {
    path: "/system/hostname",
    level: "recreate",
    note: firstBoot,
    source: "cloud-init, module Set Hostname: once for each instance",
  },
  {
    path: "/system/os",
    level: "none",
    note: "it tells what the guest is, and changes nothing of it",
    source: "vmcs/types/system: the operating system in the guest",
  },
  {
    path: "/system/hypervisor",
    level: "recreate",
    source: "vmcs/types/system: hypervisor, what runs it",
  },
  {
    path: "/system/instances/count",
    level: "none",
    note: "machines come or go; those that stay are as they were",
    source: "vmcs/types/system: instances, machines made of one description",
  },
];
