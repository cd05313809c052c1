/** Random values of what only Xen knows, such as Xen 4.17 has. */
import type { Hardware } from "../../../src/vm/model/hardware.ts";
import type { GuestType } from "../../../src/vm/model/system.ts";
import type { Xen } from "../../../src/vm/model/xen.ts";
import type { SoundCard } from "../../../src/vm/model/xen-devices.ts";
import type { Random } from "../random.ts";
import {
  between,
  boolean,
  compact,
  domainName,
  line,
  maybe,
  plainPath,
  userName,
} from "./random-values.ts";

/** What decides about its values. */
interface XenMachine {
  readonly type: GuestType;
  readonly hardware: Hardware;
  readonly firmware: string | undefined;
}

export function randomXen(random: Random, { type, hardware, firmware }: XenMachine): Xen {
  return {
    ...ofAll(random),
    ...(type === "pv" ? ofPv(random) : ofHardwareAssisted(random, hardware)),
    ...(type === "pvh" ? ofPvh(random) : {}),
    ...(type === "hvm" ? { ...ofPc(random, firmware), ...ofDeviceModel(random) } : {}),
  };
}

function ofAll(random: Random): Xen {
  return compact<Xen>({
    max_grant_frames: maybe(random, 0.1, () => between(random, 1, 1000)),
    max_maptrack_frames: maybe(random, 0.1, () => random.int(4096)),
    max_grant_version: maybe(random, 0.1, () => between(random, 1, 2)),
    max_event_channels: maybe(random, 0.1, () => between(random, 100, 131_071)),
    nomigrate: maybe(random, 0.1, () => boolean(random)),
    driver_domain: maybe(random, 0.1, () => boolean(random)),
    ioports: maybe(random, 0.1, () => ["3f8", "2f8-2ff"]),
    iomem: maybe(random, 0.1, () => ["fd000,2", "fe000,1@40"].slice(random.int(2))),
    irqs: maybe(random, 0.1, () => [5, between(random, 6, 200)]),
    device_model_args: maybe(random, 0.1, () => ["-name", line(random)]),
    vdispl: maybe(random, 0.05, () => [
      {
        backend: domainName(random),
        be_alloc: true,
        connectors: new Map([
          ["id0", "1920x1080"],
          ["id1", "800x600"],
        ]),
      },
    ]),
    vsnd: maybe(random, 0.05, () => [soundCard(random)]),
    vkb: maybe(random, 0.05, () => [
      { backend_type: "linux", unique_id: "kbd1", abs_pointer: true, width: 1920, height: 1080 },
    ]),
  });
}

function soundCard(random: Random): SoundCard {
  return {
    backend: domainName(random),
    short_name: "Card 1",
    long_name: "A card",
    sample_rates: [44_100, 48_000],
    sample_formats: ["s16_le"],
    channels_min: 1,
    channels_max: 2,
    devices: [
      {
        name: "PCM 1",
        streams: [
          { unique_id: "out", type: "playback" },
          { unique_id: "in", type: "capture", channels_max: 1 },
        ],
      },
    ],
  };
}

function ofPv(random: Random): Xen {
  return compact<Xen>({
    e820_host: maybe(random, 0.2, () => boolean(random)),
    device_model_args_pv: maybe(random, 0.1, () => ["-nodefaults"]),
  });
}

/** PVH and HVM. */
function ofHardwareAssisted(random: Random, { cpu, memory }: Hardware): Xen {
  const isFixed = memory.max === undefined;
  return compact<Xen>({
    shadow_memory: maybe(random, 0.1, () => between(random, 4, 64)),
    altp2m:
      cpu.nested === true || !isFixed
        ? undefined
        : maybe(random, 0.1, () => random.pick(["disabled", "mixed", "external", "limited"])),
    vmtrace_buf_kb: maybe(random, 0.1, () => random.pick([4, 64, 16_384])),
    passthrough: !isFixed
      ? undefined
      : maybe(random, 0.1, () => random.pick(["enabled", "sync_pt", "share_pt", "default"])),
  });
}

function ofPvh(random: Random): Xen {
  if (!random.chance(0.2)) return {};
  return compact<Xen>({
    pvshim: true,
    pvshim_path: maybe(random, 0.5, () => plainPath(random, "-shim")),
    pvshim_extra: maybe(random, 0.5, () => line(random)),
  });
}

function ofPc(random: Random, firmware: string | undefined): Xen {
  const flag = (): boolean | undefined => maybe(random, 0.1, () => boolean(random));
  return compact<Xen>({
    firmware_override: maybe(random, 0.1, () => plainPath(random, "-loader")),
    bios_path_override:
      firmware === undefined || firmware === "bios"
        ? undefined
        : maybe(random, 0.2, () => plainPath(random, "-bios")),
    acpi_firmware: maybe(random, 0.1, () => plainPath(random, ".aml")),
    smbios_firmware: maybe(random, 0.1, () => plainPath(random, ".smbios")),
    mmio_hole: maybe(random, 0.1, () => between(random, 256, 3840)),
    rdm: maybe(random, 0.1, () => ({
      strategy: "host",
      policy: "relaxed",
    })),
    rdm_mem_boundary: maybe(random, 0.1, () => 2048),
    mca_caps: maybe(random, 0.1, () => ["lmce"]),
    vpt_align: flag(),
    xend_suspend_evtchn_compat: flag(),
    xen_platform_pci: flag(),
    vkb_device: flag(),
    vendor_device: maybe(random, 0.1, () => random.pick(["none", "xenserver"])),
  });
}

function ofDeviceModel(random: Random): Xen {
  const stubdomain = random.chance(0.1);
  return compact<Xen>({
    dm_restrict: maybe(random, 0.1, () => boolean(random)),
    device_model_user: maybe(random, 0.1, () => userName(random)),
    device_model_version: "qemu-xen",
    device_model_override: maybe(random, 0.1, () => plainPath(random, "-qemu")),
    device_model_stubdomain_override: stubdomain ? true : undefined,
    stubdomain_kernel: stubdomain ? plainPath(random, "-stub") : undefined,
    stubdomain_cmdline: stubdomain ? maybe(random, 0.5, () => line(random)) : undefined,
    stubdomain_ramdisk: stubdomain ? plainPath(random, "-stubrd") : undefined,
    stubdomain_memory: stubdomain ? 128 : undefined,
    device_model_args_hvm: maybe(random, 0.1, () => ["-vga", "std"]),
    nographic: maybe(random, 0.1, () => boolean(random)),
  });
}
