/**
 * What virsh can change of a domain that runs (virsh(1)), and what it cannot.
 *
 * Whatever has no row waits for a start: `virsh define` replaces the definition, which a domain that runs does not
 * look at; a reboot from within keeps the old one, so the domain is shut down and started.
 */

import { commonRows, detachNote } from "./common-rows.ts";
import type { EffectTable } from "./effect.ts";

export const libvirtEffects: EffectTable = {
  name: "libvirt",
  reboot: "virsh define, virsh shutdown, virsh start",
  rows: [
    {
      path: "/hardware/memory/size",
      level: "live",
      kinds: ["changed"],
      within: "/hardware/memory/max",
      by: "virsh setmem --live",
      note: "the guest's balloon driver must take part",
      source: "virsh(1), DOMAIN COMMANDS, setmem",
    },
    {
      path: "/hardware/cpu/count",
      level: "live",
      kinds: ["changed"],
      within: "/hardware/cpu/max",
      by: "virsh setvcpus --live",
      source: "virsh(1), DOMAIN COMMANDS, setvcpus",
    },
    {
      path: "/system/scheduling/hard_affinity",
      level: "live",
      by: "virsh vcpupin --live",
      source: "virsh(1), DOMAIN COMMANDS, vcpupin",
    },
    ...["weight", "cap"].map((name) => ({
      path: `/system/scheduling/${name}`,
      level: "live" as const,
      by: "virsh schedinfo --live",
      source: "virsh(1), DOMAIN COMMANDS, schedinfo",
    })),
    ...["on_poweroff", "on_reboot", "on_crash"].map((name) => ({
      path: `/system/lifecycle/${name}`,
      level: "live" as const,
      by: "virsh set-lifecycle-action --live",
      source: "virsh(1), DOMAIN COMMANDS, set-lifecycle-action",
    })),
    ...["xvd*", "vd*"].flatMap((name) => [
      {
        path: `/storage/disks/${name}`,
        level: "live" as const,
        wholeElement: true as const,
        kinds: ["added" as const],
        by: "virsh attach-device --live",
        source: "virsh(1), DEVICE COMMANDS, attach-device",
      },
      {
        path: `/storage/disks/${name}`,
        level: "live" as const,
        wholeElement: true as const,
        kinds: ["removed" as const],
        by: "virsh detach-disk --live",
        note: detachNote,
        source: "virsh(1), DEVICE COMMANDS, detach-disk",
      },
    ]),
    {
      path: "/storage/cdroms/*/source",
      level: "live",
      by: "virsh change-media --live",
      source: "virsh(1), DEVICE COMMANDS, change-media",
    },
    ...commonRows,
    {
      path: "/network/interfaces/*",
      level: "live",
      wholeElement: true,
      kinds: ["added"],
      by: "virsh attach-interface --live",
      source: "virsh(1), DEVICE COMMANDS, attach-interface",
    },
    {
      path: "/network/interfaces/*",
      level: "live",
      wholeElement: true,
      kinds: ["removed"],
      by: "virsh detach-interface --live",
      note: detachNote,
      source: "virsh(1), DEVICE COMMANDS, detach-interface",
    },
    ...["bridge", "network"].map((name) => ({
      path: `/network/interfaces/*/${name}`,
      level: "live" as const,
      by: "virsh update-device --live",
      source: "virsh(1), DEVICE COMMANDS, update-device",
    })),
    {
      path: "/hardware/devices/pci/*",
      level: "live",
      wholeElement: true,
      by: "virsh attach-device --live, virsh detach-device --live",
      source: "virsh(1), DEVICE COMMANDS, attach-device",
    },
    {
      path: "/hardware/devices/usb/host_devices/*",
      level: "live",
      wholeElement: true,
      by: "virsh attach-device --live, virsh detach-device --live",
      source: "virsh(1), DEVICE COMMANDS, attach-device",
    },
    {
      path: "/system/name",
      level: "recreate",
      note: "identity, addresses and disks are named after it",
      source: "virsh(1), DOMAIN COMMANDS, domrename",
    },
    { path: "/system/uuid", level: "recreate", source: "virsh(1), DOMAIN COMMANDS, define" },
    {
      path: "/system/type",
      level: "recreate",
      note: "the guest's kernel and devices are others then",
      source: "libvirt, Domain XML format, Operating system booting",
    },
  ],
};
