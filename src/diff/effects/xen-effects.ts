/**
 * What xl can change of a domain that runs (xl(1) of Xen 4.23), and what it cannot.
 *
 * Whatever has no row waits for a restart: `xl config-update` replaces the configuration that the domain is started
 * with the next time, and `xl reboot` starts it.
 */

import { commonRows, detachNote } from "./common-rows.ts";
import type { EffectTable } from "./effect.ts";

export const xenEffects: EffectTable = {
  name: "xen",
  reboot: "xl config-update, xl reboot",
  rows: [
    {
      path: "/hardware/memory/size",
      level: "live",
      kinds: ["changed"],
      within: "/hardware/memory/max",
      by: "xl mem-set",
      note: "the guest's balloon driver must take part",
      source: "xl(1), DOMAIN SUBCOMMANDS, mem-set",
    },
    {
      path: "/hardware/cpu/count",
      level: "live",
      kinds: ["changed"],
      within: "/hardware/cpu/max",
      by: "xl vcpu-set",
      source: "xl(1), DOMAIN SUBCOMMANDS, vcpu-set",
    },
    {
      path: "/system/scheduling/weight",
      level: "live",
      by: "xl sched-credit2 -w",
      note: "with the scheduler credit, xl sched-credit -w",
      source: "xl(1), SCHEDULER SUBCOMMANDS, sched-credit2",
    },
    {
      path: "/system/scheduling/cap",
      level: "live",
      by: "xl sched-credit2 -c",
      note: "with the scheduler credit, xl sched-credit -c",
      source: "xl(1), SCHEDULER SUBCOMMANDS, sched-credit; xl help sched-credit2",
    },
    {
      path: "/system/scheduling/realtime",
      level: "live",
      by: "xl sched-rtds",
      source: "xl(1), SCHEDULER SUBCOMMANDS, sched-rtds",
    },
    {
      path: "/system/scheduling/pool",
      level: "live",
      by: "xl cpupool-migrate",
      source: "xl(1), CPUPOOLS COMMANDS, cpupool-migrate",
    },
    ...["hard_affinity", "soft_affinity"].map((name) => ({
      path: `/system/scheduling/${name}`,
      level: "live" as const,
      by: "xl vcpu-pin",
      source: "xl(1), DOMAIN SUBCOMMANDS, vcpu-pin",
    })),
    {
      path: "/storage/disks/xvd*",
      level: "live",
      wholeElement: true,
      kinds: ["added"],
      by: "xl block-attach",
      source: "xl(1), VIRTUAL DEVICE COMMANDS, block-attach",
    },
    {
      path: "/storage/disks/xvd*",
      level: "live",
      wholeElement: true,
      kinds: ["removed"],
      by: "xl block-detach",
      note: detachNote,
      source: "xl(1), VIRTUAL DEVICE COMMANDS, block-detach",
    },
    {
      path: "/storage/cdroms/*/source",
      level: "live",
      types: ["hvm"],
      by: "xl cd-insert, xl cd-eject",
      source: "xl(1), VIRTUAL DEVICE COMMANDS, cd-insert",
    },
    ...commonRows,
    {
      path: "/network/interfaces/*",
      level: "live",
      wholeElement: true,
      kinds: ["added"],
      by: "xl network-attach",
      note: "as a paravirtual interface",
      source: "xl(1), VIRTUAL DEVICE COMMANDS, network-attach",
    },
    {
      path: "/network/interfaces/*",
      level: "live",
      wholeElement: true,
      kinds: ["removed"],
      by: "xl network-detach",
      note: detachNote,
      source: "xl(1), VIRTUAL DEVICE COMMANDS, network-detach",
    },
    {
      path: "/hardware/devices/pci/*",
      level: "live",
      wholeElement: true,
      by: "xl pci-attach, xl pci-detach",
      source: "xl(1), PCI PASS-THROUGH, pci-attach",
    },
    {
      path: "/hardware/devices/usb/controllers/*",
      level: "live",
      wholeElement: true,
      by: "xl usbctrl-attach, xl usbctrl-detach",
      source: "xl(1), USB PASS-THROUGH, usbctrl-attach",
    },
    {
      path: "/hardware/devices/usb/host_devices/*",
      level: "live",
      wholeElement: true,
      by: "xl usbdev-attach, xl usbdev-detach",
      source: "xl(1), USB PASS-THROUGH, usbdev-attach",
    },
    {
      path: "/hardware/devices/tpm/*",
      level: "live",
      wholeElement: true,
      by: "xl vtpm-attach, xl vtpm-detach",
      source: "xl(1), VIRTUAL TRUSTED PLATFORM MODULE (vTPM) DEVICES, vtpm-attach",
    },
    {
      path: "/system/name",
      level: "recreate",
      note: "identity, addresses and disks are named after it; xl rename changes the name alone",
      source: "xl(1), DOMAIN SUBCOMMANDS, rename",
    },
    {
      path: "/system/uuid",
      level: "recreate",
      source: "xl.cfg(5), General Options, uuid",
    },
    {
      path: "/system/type",
      level: "recreate",
      note: "the guest's kernel and devices are others then",
      source: "xl.cfg(5), General Options, type",
    },
  ],
};
