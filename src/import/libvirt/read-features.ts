/** Parts of a PC that the guest sees, and its clock. */

import { lookUp } from "../../base/lookup.ts";
import { enlightenments } from "../../spawn/libvirt/hyperv.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import {
  type ImportContext,
  ignore,
  numberOf,
  put,
  reportValue,
  switchOf,
} from "./import-context.ts";

export function readFeatures(ctx: ImportContext, root: XmlElement): void {
  const features = ctx.child(root, "features");
  readSwitches(ctx, root, features);
  readHyperV(ctx, root, features);
  const xen = ctx.child(features, "xen");
  const e820 = ctx.child(xen, "e820_host");
  put(ctx, ["system", "xen", "e820_host"], switchOf(ctx.attribute(e820, "state")), e820);
  readPassthrough(ctx, ctx.child(xen, "passthrough"));
  readClock(ctx, ctx.child(root, "clock"));
}

/** What is not there is off; what a description does not say is on. */
function readSwitches(
  ctx: ImportContext,
  root: XmlElement,
  features: XmlElement | undefined,
): void {
  const at = (field: string): readonly string[] => ["system", "features", field];
  const fields = ctx.hypervisor === "xen" ? ["acpi", "apic", "pae"] : ["acpi", "apic"];
  const arch = ctx.attribute(ctx.child(ctx.child(root, "os"), "type"), "arch");
  for (const field of ["acpi", "apic", "pae"]) {
    const element = ctx.child(features, field);
    if (element !== undefined || ctx.guest !== "hvm" || !fields.includes(field)) continue;
    if (arch !== undefined && !/^(x86_64|i686)$/.test(arch) && field !== "acpi") continue;
    put(ctx, at(field), false, features ?? root);
  }
  const hap = ctx.child(features, "hap");
  if (hap === undefined) return;
  put(ctx, at("hap"), switchOf(ctx.attribute(hap, "state")) ?? true, hap);
}

function readHyperV(ctx: ImportContext, root: XmlElement, features: XmlElement | undefined): void {
  const place = ["system", "features", "viridian"];
  const viridian = ctx.child(features, "viridian");
  if (viridian !== undefined) put(ctx, [...place, 0], "defaults", viridian);
  const hyperv = ctx.child(features, "hyperv");
  if (hyperv === undefined) return;
  if (ctx.attribute(hyperv, "mode") === "passthrough") {
    ctx.pass(hyperv);
    put(ctx, [...place, 0], "all", hyperv);
    return;
  }
  const isOn = (name: string): boolean =>
    switchOf(ctx.attribute(ctx.child(hyperv, name), "state")) === true;
  const groups = enlightenments
    .filter(([name, elements]) =>
      name === "base" ? elements.map(isOn).some(Boolean) : elements.map(isOn).every(Boolean),
    )
    .map(([name]) => name);
  const clock = hasClockOfHyperV(root) ? ["time_ref_count"] : [];
  for (const [index, group] of [...groups, ...clock].entries()) {
    put(ctx, [...place, index], group, hyperv);
  }
}

/** Xen counts the clock of Windows among the enlightenments. */
function hasClockOfHyperV(root: XmlElement): boolean {
  const clock = root.children.find(({ name }) => name === "clock");
  const timer = clock?.children.find(({ attributes }) => attributes.get("name") === "hypervclock");
  return timer !== undefined && timer.attributes.get("present") !== "no";
}

function readPassthrough(ctx: ImportContext, passthrough: XmlElement | undefined): void {
  if (passthrough === undefined) return;
  const mode = ctx.attribute(passthrough, "mode");
  const isOn = switchOf(ctx.attribute(passthrough, "state"));
  const value = isOn === false ? "disabled" : (mode ?? "enabled");
  put(ctx, ["system", "xen", "passthrough"], value, passthrough);
}

const tscModes: Readonly<Record<string, string>> = {
  emulate: "always_emulate",
  native: "native",
  paravirt: "native_paravirt",
  auto: "default",
};

function readClock(ctx: ImportContext, clock: XmlElement | undefined): void {
  if (clock === undefined) return;
  const at = (field: string): readonly string[] => ["system", "clock", field];
  const offset = ctx.attribute(clock, "offset") ?? "utc";
  const adjustment = ctx.attribute(clock, "adjustment");
  const basis = ctx.attribute(clock, "basis");
  if (offset === "utc" || offset === "localtime") {
    if (offset === "localtime") put(ctx, at("base"), offset, clock);
  } else if (offset === "variable") {
    put(ctx, at("base"), basis ?? "utc", clock);
    put(ctx, at("offset"), numberOf(adjustment) ?? 0, clock);
  } else {
    ctx.attribute(clock, "timezone");
    reportValue(ctx, clock, "The clock", offset, "the model does not have");
  }
  for (const timer of ctx.children(clock, "timer")) readTimer(ctx, timer);
  if (ctx.recorder.has(at("tsc_mode")) && !ctx.recorder.has(at("base"))) {
    put(ctx, at("base"), "utc", clock);
  }
}

function readTimer(ctx: ImportContext, timer: XmlElement): void {
  const name = ctx.attribute(timer, "name");
  const mode = ctx.attribute(timer, "mode");
  const present = switchOf(ctx.attribute(timer, "present"));
  if (name === "tsc" && mode !== undefined) {
    put(ctx, ["system", "clock", "tsc_mode"], lookUp(tscModes, mode) ?? mode, timer);
  } else if (name === "hpet" && present !== undefined) {
    put(ctx, ["system", "features", "hpet"], present, timer);
  } else if (name !== "hypervclock" || ctx.hypervisor === "xen") {
    ignore(ctx, timer, `The timer '${name ?? ""}'`);
  }
}
