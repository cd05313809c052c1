/** Devices of the host that the guest is given, USB, sound, and what devices hang on. */

import { assertNever } from "../../base/assert-never.ts";
import type { PciDevice, UsbController } from "../../vm/model/devices.ts";
import type { Place } from "../../vm/model/model.ts";
import { isXen, type LibvirtContext, refuse, yesNo } from "./context.ts";
import { element, leaf, type XmlNode } from "./xml-node.ts";

const devicesPlace: Place = ["hardware", "devices"];

export function pciDevices(ctx: LibvirtContext): readonly XmlNode[] {
  return (ctx.vm.hardware.devices.pci ?? []).map((device, index) =>
    pciNode(ctx, device, [...devicesPlace, "pci", index]),
  );
}

/** Parts of a PCI address; the domain is 0 where it is left out. */
const pciForm = /^(?:([0-9a-f]{4,8}):)?([0-9a-f]{2}):([0-9a-f]{2})\.([0-7])$/;

function pciNode(ctx: LibvirtContext, device: PciDevice, place: Place): XmlNode {
  const [, domain = "0000", bus, slot, fn] = pciForm.exec(device.address.toLowerCase()) ?? [];
  if (fn === undefined) {
    refuse(ctx, [...place, "address"], "functions of a device are given one by one");
  }
  if (Number.parseInt(slot ?? "0", 16) > 0x1f) {
    refuse(ctx, [...place, "address"], "a bus has 32 slots, 00 to 1f");
  }
  const { pci_permissive, pci_seize } = isXen(ctx) ? (ctx.vm.system.xen ?? {}) : {};
  const permissive = device.permissive ?? pci_permissive;
  const seize = device.seize ?? pci_seize ?? false;
  const writeFiltering = permissive === undefined ? undefined : yesNo(!permissive);
  return element(
    "hostdev",
    { mode: "subsystem", type: "pci", managed: yesNo(seize) },
    element(
      "source",
      { writeFiltering },
      element("address", {
        domain: `0x${domain}`,
        bus: `0x${bus}`,
        slot: `0x${slot}`,
        function: `0x${fn}`,
      }),
    ),
    device.slot === undefined || isXen(ctx) ? undefined : guestSlot(ctx, device.slot, place),
  );
}

function guestSlot(ctx: LibvirtContext, text: string, place: Place): XmlNode {
  const [slot = "0", fn = "0"] = text.split(".");
  if (Number.parseInt(slot, 16) > 0x1f) refuse(ctx, [...place, "slot"], "slots end at 1f");
  return element("address", {
    type: "pci",
    domain: "0x0000",
    bus: "0x00",
    slot: `0x${slot.padStart(2, "0")}`,
    function: `0x${fn}`,
  });
}

/** Devices that are plugged into the USB of the guest, and input devices there. */
export function usbDevices(ctx: LibvirtContext): readonly XmlNode[] {
  const usb = ctx.vm.hardware.devices.usb;
  const emulated = (usb?.devices ?? []).map((name, index) =>
    usbDevice(ctx, name, [...devicesPlace, "usb", "devices", index]),
  );
  const ofHost = (usb?.host_devices ?? []).map(({ bus, address, controller, port }) =>
    element(
      "hostdev",
      { mode: "subsystem", type: "usb", managed: "yes" },
      element("source", {}, element("address", { bus, device: address })),
      controller === undefined && port === undefined
        ? undefined
        : element("address", { type: "usb", bus: controller ?? 0, port }),
    ),
  );
  return [...emulated.filter((node) => node !== undefined), ...ofHost];
}

function usbDevice(ctx: LibvirtContext, name: string, place: Place): XmlNode | undefined {
  if (isXen(ctx) && ctx.guest !== "hvm") {
    return refuse(ctx, place, "only an emulated PC has emulated devices");
  }
  const inputs = isXen(ctx) ? ["mouse", "tablet"] : ["mouse", "tablet", "keyboard"];
  if (inputs.includes(name)) return element("input", { type: name, bus: "usb" });
  const [, vendor, product] = /^host:([0-9a-f]{4}):([0-9a-f]{4})$/i.exec(name) ?? [];
  if (vendor === undefined) {
    return refuse(ctx, place, `the devices are ${inputs.join(", ")} and host:VENDOR:PRODUCT`);
  }
  return element(
    "hostdev",
    { mode: "subsystem", type: "usb", managed: "yes" },
    element(
      "source",
      {},
      element("vendor", { id: `0x${vendor}` }),
      element("product", { id: `0x${product}` }),
    ),
  );
}

/** libvirt's controllers for the versions of USB. */
export const usbModels: Readonly<Record<number, string>> = {
  1: "piix3-uhci",
  2: "ehci",
  3: "qemu-xhci",
};
export const xenUsbModels: Readonly<Record<number, string>> = { 1: "qusb1", 2: "qusb2" };

export function usbControllers(ctx: LibvirtContext): readonly XmlNode[] {
  const { enabled, version, devices = [], controllers = [] } = ctx.vm.hardware.devices.usb ?? {};
  const place = [...devicesPlace, "usb"];
  if (isXen(ctx) && enabled !== undefined && enabled !== devices.length > 0) {
    refuse(ctx, [...place, "enabled"], "there is a bus if, and only if, there are devices on it");
  }
  const given = controllers.map((controller, index) =>
    controllerNode(ctx, controller, index, [...place, "controllers", index]),
  );
  if (isXen(ctx)) return given;
  if (enabled === false) {
    if (given.length > 0) refuse(ctx, [...place, "enabled"], "its controllers are a bus");
    return [element("controller", { type: "usb", index: 0, model: "none" })];
  }
  if (version === undefined) return given;
  if (given.length > 0) refuse(ctx, [...place, "version"], "its controllers say what it is");
  return [element("controller", { type: "usb", index: 0, model: usbModels[version] })];
}

function controllerNode(
  ctx: LibvirtContext,
  { type = "auto", version = 2, ports }: UsbController,
  index: number,
  place: Place,
): XmlNode {
  const isKnown = isXen(ctx) ? ["auto", "qusb"] : ["auto", "devicemodel"];
  if (!isKnown.includes(type)) {
    refuse(ctx, [...place, "type"], `controllers are of type ${isKnown.join(" or ")}`);
  }
  const model = isXen(ctx) ? xenUsbModels[version] : usbModels[version];
  if (model === undefined) refuse(ctx, [...place, "version"], "the versions are 1 and 2");
  if (!isXen(ctx) && version !== 3 && ports !== undefined) {
    refuse(ctx, [...place, "ports"], "only controllers of version 3 can be told their ports");
  }
  return element("controller", { type: "usb", index, model, ports });
}

/** Limits of what only Xen has. */
export function xenBus(ctx: LibvirtContext): XmlNode | undefined {
  if (!isXen(ctx)) return undefined;
  const { max_grant_frames, max_event_channels } = ctx.vm.system.xen ?? {};
  if (max_grant_frames === undefined && max_event_channels === undefined) return undefined;
  return element("controller", {
    type: "xenbus",
    maxGrantFrames: max_grant_frames,
    maxEventChannels: max_event_channels,
  });
}

type Card = NonNullable<LibvirtContext["vm"]["hardware"]["devices"]["sound"]>[number];

export function soundCards(ctx: LibvirtContext): readonly XmlNode[] {
  const cards = ctx.vm.hardware.devices.sound ?? [];
  if (isXen(ctx) && cards.length > 1) {
    refuse(ctx, [...devicesPlace, "sound", 1], "an emulated PC has one sound card");
  }
  return cards.flatMap((card, index) => {
    const model = soundModel(card);
    if (model !== undefined) return [element("sound", { model })];
    const reason = "the cards are hda, ac97, es1370, sb16 and pcspk";
    refuse(ctx, [...devicesPlace, "sound", index], reason);
    return [];
  });
}

function soundModel(card: Card): string | undefined {
  switch (card) {
    case "hda":
      return "ich6";
    case "ac97":
    case "es1370":
    case "sb16":
    case "pcspk":
      return card;
    case "cs4231a":
    case "gus":
    case "adlib":
      return undefined;
    default:
      return assertNever(card);
  }
}

/** The label that the host's policy knows the machine by. */
export function securityLabel({ vm }: LibvirtContext): XmlNode | undefined {
  const label = vm.system.security?.label;
  if (label === undefined) return undefined;
  return element("seclabel", { type: "static", relabel: "yes" }, leaf("label", label));
}
