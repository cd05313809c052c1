/** What xl is told of `/system/xen`, where a key's name is its name in the model too. */

import type { VmModel } from "../../vm/model/model.ts";
import type { Xen } from "../../vm/model/xen.ts";
import { pvDeviceKeys } from "./pv-devices.ts";
import { isAtLeast } from "./release.ts";
import {
  computedKey,
  flag,
  plainKey,
  type Readers,
  requireRelease,
  requireReleaseUntil,
  type XenContext,
  type XlKey,
} from "./xl-table.ts";

const hvm: Readers = { guests: ["hvm"] };
const hardwareAssisted: Readers = { guests: ["pvh", "hvm"] };
const arm: Readers = { platform: "Arm" };
const shim: Readers = { guests: ["pvh"], platform: "x86", since: 11 };

export const xenKeys: readonly XlKey[] = [
  xenKey("firmware_override", hvm),
  xenKey("bios_path_override", { ...hvm, since: 8 }),
  xenKey("pvshim", shim),
  xenKey("pvshim_path", shim),
  xenKey("pvshim_cmdline", shim),
  xenKey("pvshim_extra", shim),
  xenKey("acpi_firmware", { ...hvm, since: 3 }),
  xenKey("smbios_firmware", { ...hvm, since: 3 }),
  computedKey("smbios", "/system/xen/smbios", { ...hvm, since: 18 }, smbios),

  xenKey("shadow_memory", hardwareAssisted),
  xenKey("oos", { ...hardwareAssisted, platform: "x86" }),
  xenKey("mmio_hole", { ...hvm, since: 5 }),
  xenKey("e820_host", { guests: ["pv"] }),
  computedKey("rdm", "/system/xen/rdm/strategy", { ...hvm, since: 6 }, rdm),
  xenKey("rdm_mem_boundary", { ...hvm, since: 6 }),

  xenKey("max_grant_frames", { since: 10 }),
  xenKey("max_maptrack_frames", { since: 10 }),
  xenKey("max_grant_version", { since: 16 }),
  xenKey("max_event_channels", { since: 4 }),
  xenKey("vmtrace_buf_kb", { ...hardwareAssisted, platform: "x86", since: 15 }),
  xenKey("xenstore_feature_mask", { since: 21 }),
  computedKey("xenstore_quota", "/system/xen/xenstore_quota", { since: 22 }, xenstoreQuota),
  xenKey("nomigrate", {}),
  xenKey("driver_domain", { since: 4 }),
  xenKey("slice", { until: 4 }),
  xenKey("latency", { until: 4 }),

  computedKey("altp2m", "/system/xen/altp2m", { ...hardwareAssisted, since: 9 }, altp2m),
  computedKey("altp2mhvm", "/system/xen/altp2m", { ...hvm, since: 6, until: 8 }, altp2mOfOld),
  xenKey("altp2m_count", { ...hardwareAssisted, platform: "x86", since: 21 }),
  xenKey("mca_caps", { ...hvm, since: 10 }),
  xenKey("msr_relaxed", { platform: "x86", since: 15 }),
  xenKey("vpmu", { ...arm, since: 16 }),
  xenKey("vpt_align", hvm),
  xenKey("xend_suspend_evtchn_compat", { ...hvm, since: 14 }),
  xenKey("xen_platform_pci", hvm),
  xenKey("xen_platform_pci_bar_uc", { ...hvm, since: 21 }),
  xenKey("hvm_pirq", { ...hvm, since: 19 }),

  xenKey("passthrough", { since: 13 }),
  xenKey("pci_permissive", {}),
  xenKey("pci_msitranslate", {}),
  xenKey("pci_seize", { since: 5 }),
  xenKey("pci_power_mgmt", hvm),
  xenKey("ioports", { platform: "x86" }),
  xenKey("iomem", { since: 3 }),
  xenKey("irqs", {}),
  ...pvDeviceKeys,
  xenKey("vkb_device", { ...hvm, since: 13 }),
  xenKey("vendor_device", { ...hvm, since: 4 }),

  xenKey("dm_restrict", { ...hvm, since: 10 }),
  xenKey("device_model_user", { ...hvm, since: 7 }),
  computedKey("device_model_version", "/system/xen/device_model_version", hvm, deviceModel),
  xenKey("device_model_override", hvm),
  xenKey("device_model_stubdomain_override", hvm),
  xenKey("stubdomain_kernel", { ...hvm, since: 14 }),
  xenKey("stubdomain_cmdline", { ...hvm, since: 16 }),
  xenKey("stubdomain_ramdisk", { ...hvm, since: 14 }),
  xenKey("stubdomain_memory", { ...hvm, since: 14 }),
  xenKey("device_model_args", {}),
  xenKey("device_model_args_pv", { guests: ["pv"] }),
  xenKey("device_model_args_hvm", hvm),
  xenKey("nographic", hvm),

  xenKey("device_tree", { ...arm, since: 6 }),
  xenKey("dtdev", { ...arm, since: 6 }),
  xenKey("gic_version", { ...arm, since: 6 }),
  xenKey("vuart", { ...arm, since: 10 }),
  computedKey("tee", "/system/xen/tee", { ...arm, since: 13 }, tee),
  xenKey("sve", { ...arm, since: 18 }),
  xenKey("nr_spis", { ...arm, since: 19 }),
  xenKey("llc_colors", { ...arm, since: 20 }),
  xenKey("trap_unmapped_accesses", { ...arm, since: 21 }),
  computedKey("arm_sci", "/system/xen/arm_sci", { ...arm, since: 21 }, armSci),
];

/** Those whose values are values or lists of them. */
type PlainName = {
  [Name in keyof Xen & string]-?: NonNullable<Xen[Name]> extends
    | string
    | number
    | boolean
    | readonly (string | number)[]
    ? Name
    : never;
}[keyof Xen & string];

function xenKey(name: PlainName, readers: Readers): XlKey {
  return plainKey(name, `/system/xen/${name}`, readers);
}

/** All strings of a maker have the same name: what tells them apart here is their number. */
function smbios({ system }: VmModel, { report }: XenContext): readonly string[] | undefined {
  const values = system.xen?.smbios;
  if (values === undefined || values.size === 0) return undefined;
  return [...values].map(([name, value]) => {
    if (value === "") {
      const reason = "xl refuses an empty value: leave it out instead";
      report("xen-value-misread", ["system", "xen", "smbios", name], { value, reason });
    }
    return `${name.replace(/^oem[0-9]+$/, "oem")}=${value}`;
  });
}

/**
 * From 4.15 on xl drops the whole key without a word if it has a policy (libxlutil takes success for failure), and
 * relaxed is what it does then.
 */
function rdm({ system }: VmModel, { release, report }: XenContext): string | undefined {
  const wanted = system.xen?.rdm;
  if (wanted === undefined) return undefined;
  const strategy = `strategy=${wanted.strategy}`;
  if (!isAtLeast(release, 15)) return `${strategy},policy=${wanted.policy}`;
  if (wanted.policy !== "relaxed") {
    report("xen-value-misread", ["system", "xen", "rdm", "policy"], {
      value: wanted.policy,
      reason:
        "from Xen 4.15 on xl drops a reservation that has a policy; set rdm_policy of each PCI device",
    });
  }
  return strategy;
}

function xenstoreQuota({ system }: VmModel): readonly string[] | undefined {
  return system.xen?.xenstore_quota?.map(({ name, value }) => `${name}=${value}`);
}

/** Before 4.9 there was `altp2mhvm`, which could be all or nothing. */
function altp2m({ system }: VmModel, { release }: XenContext): string | undefined {
  const mode = system.xen?.altp2m;
  const byOld = system.type === "hvm" && (mode === "mixed" || mode === "disabled");
  return byOld && !isAtLeast(release, 9) && isAtLeast(release, 6) ? undefined : mode;
}

function altp2mOfOld({ system }: VmModel, { release }: XenContext): number | undefined {
  const mode = system.xen?.altp2m;
  if (isAtLeast(release, 9) || !isAtLeast(release, 6) || system.type !== "hvm") return undefined;
  return mode === "mixed" || mode === "disabled" ? flag(mode === "mixed") : undefined;
}

function deviceModel({ system }: VmModel, ctx: XenContext): string | undefined {
  const version = system.xen?.device_model_version;
  if (version === "qemu-xen-traditional") {
    const name = "device_model_version=qemu-xen-traditional";
    requireReleaseUntil(ctx, name, 20, ["system", "xen", "device_model_version"]);
  }
  return version;
}

function tee({ system }: VmModel, ctx: XenContext): string | undefined {
  const type = system.xen?.tee;
  if (type === "ffa") requireRelease(ctx, "tee=ffa", 18, ["system", "xen", "tee"]);
  return type;
}

function armSci({ system }: VmModel): string | undefined {
  const type = system.xen?.arm_sci;
  return type === undefined ? undefined : `type=${type}`;
}
