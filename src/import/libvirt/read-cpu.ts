/** CPUs and memory: how many, of what kind, and where on the host they run. */

import { lookUp } from "../../base/lookup.ts";
import { nestedNames } from "../../spawn/libvirt/cpu.ts";
import { xenFeature } from "../../spawn/libvirt/cpu-feature-names.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import { type ImportContext, numberOf, put, reportIgnored, reportValue } from "./import-context.ts";
import { mebibytes } from "./size.ts";

const cpuPlace = ["hardware", "cpu"] as const;
const scheduling = ["system", "scheduling"] as const;

export function readCpu(ctx: ImportContext, root: XmlElement): void {
  readMemory(ctx, root);
  const vcpu = ctx.child(root, "vcpu");
  const most = numberOf(ctx.text(vcpu)) ?? 1;
  const current = numberOf(ctx.attribute(vcpu, "current"));
  put(ctx, [...cpuPlace, "count"], current ?? most, vcpu ?? root);
  if (current !== undefined) put(ctx, [...cpuPlace, "max"], most, vcpu);
  readTuning(ctx, root, most);
  readGuestCpu(ctx, root);
}

function readMemory(ctx: ImportContext, root: XmlElement): void {
  const memory = ctx.child(root, "memory");
  const current = ctx.child(root, "currentMemory");
  const most = mebibytes(ctx, memory, ctx.text(memory));
  const size = mebibytes(ctx, current, ctx.text(current)) ?? most;
  put(ctx, ["hardware", "memory", "size"], size, current ?? memory);
  if (most !== size) put(ctx, ["hardware", "memory", "max"], most, memory);
}

function readTuning(ctx: ImportContext, root: XmlElement, count: number): void {
  const tune = ctx.child(root, "cputune");
  const shares = ctx.child(tune, "shares");
  put(ctx, [...scheduling, "weight"], numberOf(ctx.text(shares)), shares);
  readCap(ctx, tune);
  const pins = new Map(
    ctx
      .children(tune, "vcpupin")
      .map((pin) => [numberOf(ctx.attribute(pin, "vcpu")), ctx.attribute(pin, "cpuset")] as const),
  );
  const everywhere = ctx.attribute(ctx.child(root, "vcpu"), "cpuset") ?? "all";
  const sets = Array.from({ length: count }, (_, vcpu) => pins.get(vcpu) ?? everywhere);
  const place = [...scheduling, "hard_affinity"];
  const [first] = sets;
  if (sets.every((set) => set === "all")) return;
  if (sets.every((set) => set === first)) {
    put(ctx, [...place, "all"], first, tune ?? root);
    return;
  }
  for (const [vcpu, set] of sets.entries()) put(ctx, [...place, "each", vcpu], set, tune);
}

/** A limit of all CPUs together, in percent of one. */
function readCap(ctx: ImportContext, tune: XmlElement | undefined): void {
  const period = numberOf(ctx.text(ctx.child(tune, "global_period")));
  const element = ctx.child(tune, "global_quota");
  const quota = numberOf(ctx.text(element));
  if (quota === undefined || quota <= 0) return;
  const cap = Math.max(1, Math.floor((100 * quota) / (period ?? 100_000)));
  put(ctx, [...scheduling, "cap"], cap, element);
}

function readGuestCpu(ctx: ImportContext, root: XmlElement): void {
  const cpu = ctx.child(root, "cpu");
  if (cpu === undefined) return;
  const mode = ctx.attribute(cpu, "mode");
  for (const name of ["match", "check", "migratable"]) ctx.attribute(cpu, name);
  if (mode !== "host-passthrough" && mode !== "maximum") readModel(ctx, cpu, mode);
  readCpuFeatures(ctx, cpu);
  const nodes = ctx.children(ctx.child(cpu, "numa"), "cell");
  const memory = ctx.children(ctx.child(root, "numatune"), "memnode");
  for (const [index, cell] of nodes.entries()) readNumaNode(ctx, cell, index, nodes, memory);
}

/** The model of a machine has the host's processors, with differences. */
function readModel(ctx: ImportContext, cpu: XmlElement, mode: string | undefined): void {
  const model = ctx.child(cpu, "model");
  const name = ctx.text(model);
  ctx.pass(model);
  const what = name ?? mode;
  if (what !== undefined) reportIgnored(ctx, cpu, `The model of the CPUs, '${what}',`);
}

/** How the model writes what libvirt has policies for. */
const featureValues: Readonly<Record<string, string>> = {
  force: "1",
  require: "1",
  disable: "0",
  forbid: "0",
  optional: "x",
};

function readCpuFeatures(ctx: ImportContext, cpu: XmlElement): void {
  const features = ctx.children(cpu, "feature").map((element) => ({
    element,
    name: ctx.attribute(element, "name") ?? "",
    policy: ctx.attribute(element, "policy") ?? "require",
  }));
  const nested = features.filter(({ name }) => nestedNames.includes(name));
  const [first] = nested;
  const isPair =
    nested.length === nestedNames.length && nested.every((f) => f.policy === first?.policy);
  const isNested = isPair && (first?.policy === "optional" || first?.policy === "disable");
  if (isNested) {
    put(ctx, [...cpuPlace, "nested"], first?.policy === "optional", first?.element);
  }
  for (const { element, name, policy } of features) {
    if (isNested && nestedNames.includes(name)) continue;
    const known = ctx.hypervisor === "xen" ? xenFeature(name) : name;
    put(ctx, [...cpuPlace, "features", known], lookUp(featureValues, policy) ?? policy, element);
  }
}

function readNumaNode(
  ctx: ImportContext,
  cell: XmlElement,
  index: number,
  nodes: readonly XmlElement[],
  memory: readonly XmlElement[],
): void {
  const place = [...cpuPlace, "numa", index];
  ctx.attribute(cell, "id");
  const node = memory.find((element) => ctx.attribute(element, "cellid") === String(index));
  ctx.attribute(node, "mode");
  const host = ctx.attribute(node, "nodeset");
  if (host !== undefined && numberOf(host) === undefined) {
    reportValue(ctx, node ?? cell, "<memnode>", host, "is not one node");
  }
  put(ctx, [...place, "host_node"], numberOf(host) ?? index, node ?? cell);
  put(ctx, [...place, "memory"], mebibytes(ctx, cell, ctx.attribute(cell, "memory")), cell);
  put(ctx, [...place, "cpus"], ctx.attribute(cell, "cpus"), cell);
  const siblings = ctx.children(ctx.child(cell, "distances"), "sibling");
  for (const other of nodes.keys()) {
    const sibling = siblings.find((element) => ctx.attribute(element, "id") === String(other));
    const usual = other === index ? 10 : 20;
    const distance = numberOf(ctx.attribute(sibling, "value")) ?? usual;
    put(ctx, [...place, "distances", other], distance, sibling ?? cell);
  }
}
