/** Parts of a PC that the guest sees, its clock, and what becomes of it. */

import { isXen, type LibvirtContext, onOff, refuse, yesNo } from "./context.ts";
import { hasClockOfHyperV, hyperv } from "./hyperv.ts";
import { element, group, leaf, type XmlNode } from "./xml-node.ts";

/** What is not written is absent in an emulated PC of Xen, but is there by default in xl. */
export function features(ctx: LibvirtContext): XmlNode | undefined {
  const { acpi = true, apic = true, pae = true, hap, viridian } = ctx.vm.system.features ?? {};
  const isPc = ctx.guest === "hvm";
  const isX86 = /^(x86_64|i686)$/.test(ctx.vm.hardware.cpu.arch);
  const isPvOnXen = isXen(ctx) && ctx.guest === "pv";
  return group(
    "features",
    {},
    isPc && acpi ? element("acpi") : undefined,
    isPc && isX86 && apic ? element("apic") : undefined,
    isPc && isX86 && pae ? element("pae") : undefined,
    !isXen(ctx) || isPvOnXen || hap === undefined
      ? undefined
      : element("hap", { state: onOff(hap) }),
    viridian === undefined ? undefined : hyperv(ctx, viridian),
    xenFeatures(ctx),
  );
}

function xenFeatures(ctx: LibvirtContext): XmlNode | undefined {
  if (!isXen(ctx)) return undefined;
  const { e820_host, passthrough } = ctx.vm.system.xen ?? {};
  return group(
    "xen",
    {},
    e820_host === undefined || ctx.guest !== "pv"
      ? undefined
      : element("e820_host", { state: onOff(e820_host) }),
    passthrough === undefined || passthrough === "default"
      ? undefined
      : element("passthrough", {
          state: onOff(passthrough !== "disabled"),
          mode: /^(sync|share)_pt$/.test(passthrough) ? passthrough : undefined,
        }),
  );
}

const tscModes: Readonly<Record<string, string>> = {
  always_emulate: "emulate",
  native: "native",
  native_paravirt: "paravirt",
};

export function clock(ctx: LibvirtContext): XmlNode {
  const { base = "utc", offset, tsc_mode } = ctx.vm.system.clock ?? {};
  const { hpet, viridian = [] } = ctx.vm.system.features ?? {};
  const mode = tscModes[tsc_mode ?? ""];
  if (!isXen(ctx) && mode !== undefined && mode !== "native") {
    refuse(ctx, ["system", "clock", "tsc_mode"], "the guest reads the counter of the processor");
  }
  return element(
    "clock",
    offset === undefined
      ? { offset: base }
      : { offset: "variable", adjustment: offset, basis: base },
    mode === undefined ? undefined : element("timer", { name: "tsc", mode }),
    hpet === undefined || ctx.guest !== "hvm"
      ? undefined
      : element("timer", { name: "hpet", present: yesNo(hpet) }),
    !isXen(ctx) && hasClockOfHyperV(viridian)
      ? element("timer", { name: "hypervclock", present: "yes" })
      : undefined,
  );
}

const endings = ["on_poweroff", "on_reboot", "on_crash"] as const;

/** libvirt has fewer actions for the regular ends than for a crash. */
const known: Readonly<Record<(typeof endings)[number], readonly string[]>> = {
  on_poweroff: ["destroy", "restart", "preserve", "rename-restart"],
  on_reboot: ["destroy", "restart", "preserve", "rename-restart"],
  on_crash: [
    "destroy",
    "restart",
    "preserve",
    "rename-restart",
    "coredump-destroy",
    "coredump-restart",
  ],
};

export function lifecycle(ctx: LibvirtContext): readonly XmlNode[] {
  const { lifecycle: actions } = ctx.vm.system;
  const place = (field: string): readonly string[] => ["system", "lifecycle", field];
  for (const field of endings) {
    const action = actions[field];
    if (!known[field].includes(action)) {
      refuse(ctx, place(field), `'${action}' is none of its actions`);
    } else if (!isXen(ctx) && action === "rename-restart") {
      refuse(ctx, place(field), "a machine is never renamed");
    }
  }
  if (!isXen(ctx) && actions.on_poweroff === "restart" && actions.on_reboot === "destroy") {
    refuse(ctx, place("on_poweroff"), "it cannot restart what powers off and destroy what reboots");
  }
  return endings.map((field) => leaf(field, actions[field]));
}

/** Which sleeping states the guest may enter. */
export function powerManagement(ctx: LibvirtContext): XmlNode | undefined {
  const { acpi_s3, acpi_s4 } = ctx.vm.system.features ?? {};
  if (isXen(ctx)) return undefined;
  const state = (name: string, enabled: boolean | undefined): XmlNode | undefined =>
    enabled === undefined ? undefined : element(name, { enabled: yesNo(enabled) });
  return group("pm", {}, state("suspend-to-mem", acpi_s3), state("suspend-to-disk", acpi_s4));
}
