/** The whole of a domain, in the order in which libvirt itself writes one. */

import { channels, consoles, serialPorts } from "./character-devices.ts";
import { filePath, isXen, type LibvirtContext } from "./context.ts";
import { guestCpu, resources } from "./cpu.ts";
import { diskControllers, disks, shares } from "./disks.ts";
import { clock, features, lifecycle, powerManagement } from "./features.ts";
import { graphics, spiceDevices, video } from "./graphics.ts";
import {
  pciDevices,
  securityLabel,
  soundCards,
  usbControllers,
  usbDevices,
  xenBus,
} from "./host-devices.ts";
import { interfaces } from "./interfaces.ts";
import { metadata } from "./metadata.ts";
import { bootloader, operatingSystem } from "./os.ts";
import { element, foreign, leaf, type XmlNode } from "./xml-node.ts";

const xenNamespace = "http://libvirt.org/schemas/domain/xen/1.0";

export function domain(ctx: LibvirtContext): XmlNode {
  const { system } = ctx.vm;
  return element(
    "domain",
    { type: ctx.hypervisor },
    leaf("name", system.name),
    leaf("uuid", system.uuid),
    system.features?.genid === "generate" && !isXen(ctx) ? element("genid") : undefined,
    metadata(ctx.vm),
    ...resources(ctx),
    bootloader(ctx),
    operatingSystem(ctx),
    features(ctx),
    guestCpu(ctx),
    clock(ctx),
    lifecycle(ctx),
    powerManagement(ctx),
    devices(ctx),
    securityLabel(ctx),
    deviceModelArguments(ctx),
  );
}

function devices(ctx: LibvirtContext): XmlNode {
  return element(
    "devices",
    {},
    emulator(ctx),
    disks(ctx),
    diskControllers(ctx),
    usbControllers(ctx),
    xenBus(ctx),
    shares(ctx),
    interfaces(ctx),
    serialPorts(ctx),
    consoles(ctx),
    channels(ctx),
    graphics(ctx),
    soundCards(ctx),
    video(ctx),
    pciDevices(ctx),
    usbDevices(ctx),
    spiceDevices(ctx),
  );
}

function emulator(ctx: LibvirtContext): XmlNode | undefined {
  const program = ctx.vm.system.xen?.device_model_override;
  if (program === undefined || !isXen(ctx) || ctx.guest !== "hvm") return undefined;
  const place = ["system", "xen", "device_model_override"];
  return leaf("emulator", filePath(ctx, place, program));
}

/** What the device model is told beside what libvirt tells it. */
function deviceModelArguments(ctx: LibvirtContext): XmlNode | undefined {
  const { xen } = ctx.vm.system;
  const own = ctx.guest === "hvm" ? xen?.device_model_args_hvm : xen?.device_model_args_pv;
  const all = [...(xen?.device_model_args ?? []), ...(ctx.guest === "pvh" ? [] : (own ?? []))];
  if (!isXen(ctx) || all.length === 0) return undefined;
  return foreign(
    xenNamespace,
    "xen:commandline",
    {},
    ...all.map((value) => foreign(xenNamespace, "xen:arg", { value })),
  );
}
