/** CPUs and memory: how many, of what kind, and where on the host they run. */

import type { NumaNode } from "../../vm/model/hardware.ts";
import type { Place } from "../../vm/model/model.ts";
import type { Affinity } from "../../vm/model/system.ts";
import { isXen, type LibvirtContext, refuse } from "./context.ts";
import { libvirtFeature } from "./cpu-feature-names.ts";
import { formatCpuSet, parseCpuSet } from "./cpu-set.ts";
import { element, group, leaf, type XmlNode } from "./xml-node.ts";

/** Memory and CPUs by number, and what the host gives them. */
export function resources(ctx: LibvirtContext): readonly (XmlNode | undefined)[] {
  const { cpu, memory } = ctx.vm.hardware;
  const current = cpu.max === undefined ? undefined : cpu.count;
  return [
    leaf("memory", memory.max ?? memory.size, { unit: "MiB" }),
    leaf("currentMemory", memory.size, { unit: "MiB" }),
    leaf("vcpu", cpu.max ?? cpu.count, { placement: "static", current }),
    cpuTuning(ctx),
    numaTuning(ctx),
  ];
}

function cpuTuning(ctx: LibvirtContext): XmlNode | undefined {
  const { weight, cap, hard_affinity } = ctx.vm.system.scheduling;
  return group(
    "cputune",
    {},
    weight === undefined ? undefined : leaf("shares", weight),
    pinning(ctx, hard_affinity),
    isXen(ctx) || cap === undefined || cap === 0 ? undefined : limit(cap),
  );
}

/** In microseconds. */
const limitPeriod = 100_000;

/** A limit in percent of one processor, as time in a period. */
function limit(percent: number): readonly XmlNode[] {
  const quota = (limitPeriod / 100) * percent;
  return [leaf("global_period", limitPeriod), leaf("global_quota", quota)];
}

function pinning(ctx: LibvirtContext, affinity: Affinity | undefined): readonly XmlNode[] {
  if (affinity === undefined) return [];
  const place = ["system", "scheduling", "hard_affinity"];
  const { cpu } = ctx.vm.hardware;
  const count = cpu.max ?? cpu.count;
  const { all, each } = affinity;
  const sets =
    all === undefined
      ? (each ?? []).map((text, index) => hostCpus(ctx, [...place, "each", index], text))
      : Array.from({ length: count }).fill(hostCpus(ctx, [...place, "all"], all));
  return sets
    .slice(0, count)
    .flatMap((cpuset, vcpu) =>
      typeof cpuset === "string" ? [element("vcpupin", { vcpu, cpuset })] : [],
    );
}

/** A set of the host's CPUs; undefined where it is all of them. */
function hostCpus(ctx: LibvirtContext, place: Place, text: string): string | undefined {
  const set = parseCpuSet(text);
  if (set.kind === "all") return undefined;
  if (set.kind === "unresolved") {
    return refuse(ctx, place, "it wants CPUs by number, not by node or by exception from all");
  }
  if (set.numbers.length === 0) return refuse(ctx, place, "no CPU is left");
  return formatCpuSet(set.numbers);
}

/** The host's nodes that memory comes from. Xen takes the nodes of the host in their order. */
function numaTuning(ctx: LibvirtContext): XmlNode | undefined {
  const nodes = ctx.vm.hardware.cpu.numa ?? [];
  if (isXen(ctx)) {
    for (const [index, { host_node }] of nodes.entries()) {
      if (host_node === index) continue;
      const place = ["hardware", "cpu", "numa", index, "host_node"];
      refuse(ctx, place, `node ${index} of the guest is always on node ${index} of the host`);
    }
    return undefined;
  }
  const memory = nodes.map(({ host_node }, cellid) =>
    element("memnode", { cellid, mode: "strict", nodeset: host_node }),
  );
  return group("numatune", {}, memory);
}

/** The CPUs as the guest sees them. */
export function guestCpu(ctx: LibvirtContext): XmlNode | undefined {
  const { features = new Map(), nested, numa = [] } = ctx.vm.hardware.cpu;
  const isAsked = features.size > 0 || nested !== undefined || numa.length > 0;
  if (isXen(ctx) && !isAsked) return undefined;
  const mode = ctx.hypervisor === "qemu" ? "maximum" : "host-passthrough";
  return element(
    "cpu",
    { mode },
    [...features].flatMap(([name, value]) => feature(ctx, name, value)),
    nested === undefined ? undefined : nestedFeatures(nested),
    numa.length === 0 ? undefined : numaNodes(ctx, numa),
  );
}

/** libvirt's policies for the values that Xen has. */
const policies: Readonly<Record<string, string>> = {
  "1": "require",
  "0": "disable",
  x: "optional",
};

function feature(ctx: LibvirtContext, name: string, value: string): readonly XmlNode[] {
  const place = ["hardware", "cpu", "features", name];
  const policy = policies[value];
  if (policy === undefined) {
    refuse(ctx, place, `a feature is 0, 1 or x, and '${value}' is none of these`);
    return [];
  }
  const known = isXen(ctx) ? libvirtFeature(name) : name;
  if (known.includes("+")) {
    refuse(ctx, place, "the names of libvirt's features have no +");
    return [];
  }
  if (ctx.vm.hardware.cpu.nested !== undefined && nestedNames.includes(known)) {
    refuse(ctx, place, "/hardware/cpu/nested says the same, and one of them is enough");
  }
  if (known !== name && ctx.vm.hardware.cpu.features?.has(known) === true) {
    refuse(ctx, place, `it is another name of '${known}', which is given too`);
  }
  return [element("feature", { policy, name: known })];
}

/** The features of Intel's and AMD's processors; the one that the host lacks is passed over. */
export const nestedNames: readonly string[] = ["vmx", "svm"];

function nestedFeatures(nested: boolean): readonly XmlNode[] {
  const policy = nested ? "optional" : "disable";
  return nestedNames.map((name) => element("feature", { policy, name }));
}

function numaNodes(ctx: LibvirtContext, nodes: readonly NumaNode[]): XmlNode {
  checkNumaMemory(ctx, nodes);
  return element(
    "numa",
    {},
    nodes.map((node, id) => numaNode(ctx, node, id, nodes.length)),
  );
}

function numaNode(ctx: LibvirtContext, node: NumaNode, id: number, count: number): XmlNode {
  const place = ["hardware", "cpu", "numa", id];
  if (node.distances.length !== count) {
    refuse(ctx, [...place, "distances"], `there must be one distance for each of ${count} nodes`);
  }
  const siblings = node.distances.map((value, other) => element("sibling", { id: other, value }));
  return element(
    "cell",
    { id, cpus: guestCpus(ctx, [...place, "cpus"], node.cpus), memory: node.memory, unit: "MiB" },
    group("distances", {}, siblings),
  );
}

function guestCpus(ctx: LibvirtContext, place: Place, text: string): string {
  const { cpu } = ctx.vm.hardware;
  const count = cpu.max ?? cpu.count;
  const set = parseCpuSet(text);
  const numbers = set.kind === "numbers" ? set.numbers : Array.from({ length: count }, (_, i) => i);
  if (set.kind === "unresolved") refuse(ctx, place, "it wants virtual CPUs by number");
  else if (numbers.length === 0) refuse(ctx, place, "no CPU is left");
  else if ((numbers.at(-1) ?? 0) >= count) refuse(ctx, place, `there are only ${count} CPUs`);
  return formatCpuSet(numbers);
}

/** Where there are nodes, libvirt takes the sum of their memory for the machine's. */
function checkNumaMemory(ctx: LibvirtContext, nodes: readonly NumaNode[]): void {
  const { memory } = ctx.vm.hardware;
  const sum = nodes.reduce((total, node) => total + node.memory, 0);
  const wanted = memory.max ?? memory.size;
  if (sum === wanted) return;
  const reason = `its nodes have ${sum} MiB together, and the machine has ${wanted} MiB`;
  refuse(ctx, ["hardware", "cpu", "numa"], reason);
}
