/** What xl is told of processors: CPUID, NUMA, and the parts of a PC that the guest sees. */

import { didYouMean } from "../../text/did-you-mean.ts";
import type { NumaNode } from "../../vm/model/hardware.ts";
import type { Place, VmModel } from "../../vm/model/model.ts";
import type { CfgValue } from "./cfg.ts";
import { cpuFlags } from "./cpu-flags.ts";
import { formatRelease, isAtLeast } from "./release.ts";
import {
  computedKey,
  plainKey,
  type Readers,
  requireRelease,
  type XenContext,
  type XlKey,
} from "./xl-table.ts";

const hvm: Readers = { guests: ["hvm"] };
const hardwareAssisted: Readers = { guests: ["pvh", "hvm"] };
const x86HardwareAssisted: Readers = { ...hardwareAssisted, platform: "x86" };

export const processorKeys: readonly XlKey[] = [
  {
    ...computedKey("cpuid", "/hardware/cpu/features", { platform: "x86" }, cpuid),
    placeIn: ({ hardware: { cpu } }) => {
      return ["hardware", "cpu", hasFeatures(cpu.features) ? "features" : "leaves"];
    },
  },
  plainKey("nestedhvm", "/hardware/cpu/nested", x86HardwareAssisted),
  computedKey("vnuma", "/hardware/cpu/numa", { ...x86HardwareAssisted, since: 6 }, vnuma),
  plainKey("acpi", "/system/features/acpi", hardwareAssisted),
  plainKey("acpi_s3", "/system/features/acpi_s3", hvm),
  plainKey("acpi_s4", "/system/features/acpi_s4", hvm),
  plainKey("acpi_laptop_slate", "/system/features/acpi_laptop_slate", { ...hvm, since: 9 }),
  plainKey("apic", "/system/features/apic", hvm),
  plainKey("pae", "/system/features/pae", hvm),
  plainKey("nx", "/system/features/nx", hvm),
  plainKey("hap", "/system/features/hap", x86HardwareAssisted),
  plainKey("hpet", "/system/features/hpet", hvm),
  computedKey("viridian", "/system/features/viridian", hvm, viridian),
  plainKey("ms_vm_genid", "/system/features/genid", { ...hvm, since: 5 }),
];

/** Features as one text that starts from the host's, leaves as a list: xl takes one or the other. */
function cpuid({ hardware: { cpu } }: VmModel, ctx: XenContext): CfgValue | undefined {
  if (!hasFeatures(cpu.features)) return cpu.leaves;
  checkFlags(ctx, cpu.features);
  return ["host", ...[...cpu.features].map(([name, value]) => `${name}=${value}`)].join(",");
}

/** xl would only warn of a feature that it does not know. */
function checkFlags({ release, report }: XenContext, features: ReadonlyMap<string, string>): void {
  const known = cpuFlags(release);
  for (const [name, value] of features) {
    if (known.has(name)) continue;
    const help = didYouMean(name, known);
    const reason = `Xen ${formatRelease(release)} knows no CPU feature of that name`;
    report("xen-value-misread", ["hardware", "cpu", "features", name], { value, reason }, { help });
  }
}

function hasFeatures<Features extends ReadonlyMap<string, string>>(
  features: Features | undefined,
): features is Features {
  return features !== undefined && features.size > 0;
}

function vnuma({ hardware: { cpu } }: VmModel, ctx: XenContext): CfgValue | undefined {
  return cpu.numa?.map((node, index) => {
    checkProcessors(ctx, node, ["hardware", "cpu", "numa", index, "cpus"]);
    return [
      `pnode=${node.host_node}`,
      `size=${node.memory}`,
      `vcpus=${node.cpus}`,
      `vdistances=${node.distances.join(",")}`,
    ];
  });
}

/** What host CPUs can be called by, virtual ones cannot. */
function checkProcessors({ report }: XenContext, { cpus }: NumaNode, place: Place): void {
  if (/^[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*$/.test(cpus)) return;
  report("xen-value-misread", place, {
    value: cpus,
    reason: "xl knows numbers and ranges of virtual CPUs only, such as 0-3,6",
  });
}

/** The minor release of Xen 4 that had a group of enlightenments first. */
const viridianReleases: ReadonlyMap<string, number> = new Map([
  ["reference_tsc", 6],
  ["hcall_remote_tlb_flush", 7],
  ["apic_assist", 7],
  ["crash_ctl", 9],
  ["stimer", 13],
  ["hcall_ipi", 13],
  ["ex_processor_masks", 15],
  ["no_vp_limit", 15],
  ["cpu_hotplug", 15],
]);

/** The first releases have the defaults or nothing, as a number, which later ones read too. */
function viridian({ system }: VmModel, ctx: XenContext): CfgValue | undefined {
  const groups = system.features?.viridian;
  if (groups === undefined) return undefined;
  if (groups.length === 0) return 0;
  if (groups.length === 1 && groups[0] === "defaults") return 1;
  const place = ["system", "features", "viridian"];
  if (!isAtLeast(ctx.release, 5)) {
    requireRelease(ctx, "viridian=[…]", 5, place);
    return undefined;
  }
  for (const [index, group] of groups.entries()) {
    const since = viridianReleases.get(group.replace("!", ""));
    if (since !== undefined) {
      requireRelease(ctx, `viridian=["${group}"]`, since, [...place, index]);
    }
  }
  return groups;
}
