/** Enlightenments for Windows: Xen's groups of them, and libvirt's for KVM. */

import { isXen, type LibvirtContext, refuse } from "./context.ts";
import { element, group, type XmlNode } from "./xml-node.ts";

/** What Xen means by `defaults`. */
const defaults = [
  "base",
  "freq",
  "time_ref_count",
  "apic_assist",
  "crash_ctl",
  "no_vp_limit",
  "cpu_hotplug",
];

/** libvirt's elements for the groups that mean the same on KVM. */
export const enlightenments: readonly (readonly [group: string, elements: readonly string[]])[] = [
  ["base", ["relaxed", "vpindex"]],
  ["apic_assist", ["vapic"]],
  ["stimer", ["synic", "stimer"]],
  ["freq", ["frequencies"]],
  ["hcall_remote_tlb_flush", ["tlbflush"]],
  ["hcall_ipi", ["ipi"]],
];

/** Groups that KVM has a clock for. */
const clockGroups = ["time_ref_count", "reference_tsc"];

/** Groups that KVM does without, as it has no such limits. */
const needless = ["crash_ctl", "no_vp_limit", "cpu_hotplug", "ex_processor_masks"];

/** Xen's driver of libvirt knows the defaults only. */
export function hyperv(ctx: LibvirtContext, wanted: readonly string[]): XmlNode | undefined {
  const place = ["system", "features", "viridian"];
  if (isXen(ctx)) {
    if (wanted.length === 1 && wanted[0] === "defaults") return element("viridian");
    if (wanted.length > 0) refuse(ctx, place, "there are the defaults, or nothing");
    return undefined;
  }
  const groups = resolve(wanted);
  if (!groups.has("base") && groups.size > 0) refuse(ctx, place, "no group works without 'base'");
  const elements = enlightenments.flatMap(([name, names]) => (groups.has(name) ? names : []));
  return group(
    "hyperv",
    {},
    elements.map((name) => element(name, { state: "on" })),
  );
}

export function hasClockOfHyperV(wanted: readonly string[]): boolean {
  const groups = resolve(wanted);
  return clockGroups.some((name) => groups.has(name));
}

/** Groups in the order in which they are given; `!` takes one away. */
function resolve(wanted: readonly string[]): ReadonlySet<string> {
  const all = [...enlightenments.map(([name]) => name), ...clockGroups, ...needless];
  const groups = new Set<string>();
  for (const item of wanted) {
    const name = item.replace(/^!/, "");
    const members = name === "defaults" ? defaults : name === "all" ? all : [name];
    for (const member of members) {
      if (item.startsWith("!")) groups.delete(member);
      else groups.add(member);
    }
  }
  return groups;
}
