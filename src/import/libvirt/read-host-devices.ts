/** Devices of the host that the guest is given, USB, sound, and what devices hang on. */

import { lookUp } from "../../base/lookup.ts";
import { usbModels, xenUsbModels } from "../../spawn/libvirt/host-devices.ts";
import type { Place } from "../../vm/model/model.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import { type ImportContext, ignore, numberOf, put } from "./import-context.ts";

const devicesPlace: Place = ["hardware", "devices"];
const usbPlace: Place = [...devicesPlace, "usb"];

export function readSound(ctx: ImportContext, devices: XmlElement): void {
  let index = 0;
  for (const sound of ctx.children(devices, "sound")) {
    const model = ctx.attribute(sound, "model") ?? "";
    for (const part of ["audio", "codec"]) ctx.pass(ctx.child(sound, part));
    const problem = ctx.recorder.put(
      [...devicesPlace, "sound", index],
      model === "ich6" ? "hda" : model,
    );
    if (problem === undefined) index++;
    else ignore(ctx, sound, `The sound card '${model}'`);
  }
}

export function readHostDevices(ctx: ImportContext, devices: XmlElement): void {
  const counts = { pci: 0, product: 0, address: 0 };
  for (const device of ctx.children(devices, "hostdev")) {
    const type = ctx.attribute(device, "type");
    ctx.attribute(device, "mode");
    const source = ctx.child(device, "source");
    if (type === "pci") readPci(ctx, device, source, counts.pci++);
    else if (type === "usb" && ctx.child(source, "product") !== undefined) {
      readUsbProduct(ctx, source, [...usbPlace, "devices", counts.product++]);
      ctx.attribute(device, "managed");
    } else if (type === "usb") {
      readUsbAddress(ctx, device, source, [...usbPlace, "host_devices", counts.address++]);
    } else ignore(ctx, device, `The device of the host (${type ?? "of no type"})`);
  }
}

function hexDigits(text: string | undefined, width: number): string {
  return (text ?? "0").replace(/^0x/i, "").padStart(width, "0").toLowerCase();
}

function readPci(
  ctx: ImportContext,
  device: XmlElement,
  source: XmlElement | undefined,
  index: number,
): void {
  const place = [...devicesPlace, "pci", index];
  const address = ctx.child(source, "address");
  const part = (name: string, width: number): string =>
    hexDigits(ctx.attribute(address, name), width);
  const text = `${part("domain", 4)}:${part("bus", 2)}:${part("slot", 2)}.${part("function", 1)}`;
  put(ctx, [...place, "address"], text, address ?? device);
  const managed = ctx.attribute(device, "managed");
  if (managed === "yes") put(ctx, [...place, "seize"], true, device);
  const filtering = ctx.attribute(source, "writeFiltering");
  if (filtering !== undefined) put(ctx, [...place, "permissive"], filtering === "no", source);
  ctx.pass(ctx.child(device, "driver"));
}

function readUsbProduct(ctx: ImportContext, source: XmlElement | undefined, place: Place): void {
  const vendor = hexDigits(ctx.attribute(ctx.child(source, "vendor"), "id"), 4);
  const product = hexDigits(ctx.attribute(ctx.child(source, "product"), "id"), 4);
  put(ctx, place, `host:${vendor}:${product}`, source);
  ctx.pass(ctx.child(source, "address"));
}

/** Where the guest sees it is kept on Xen only: elsewhere libvirt finds a port by itself. */
function readUsbAddress(
  ctx: ImportContext,
  device: XmlElement,
  source: XmlElement | undefined,
  place: Place,
): void {
  const address = ctx.child(source, "address");
  ctx.attribute(device, "managed");
  put(ctx, [...place, "bus"], numberOf(ctx.attribute(address, "bus")), address);
  put(ctx, [...place, "address"], numberOf(ctx.attribute(address, "device")), address);
  const guest = ctx.child(device, "address");
  if (ctx.hypervisor !== "xen" || guest === undefined) return;
  put(ctx, [...place, "controller"], numberOf(ctx.attribute(guest, "bus")), guest);
  put(ctx, [...place, "port"], numberOf(ctx.attribute(guest, "port")), guest);
}

/** Emulated devices on the USB bus; the others are part of every PC. */
export function readInputs(ctx: ImportContext, devices: XmlElement): void {
  let index = 0;
  while (ctx.recorder.has([...usbPlace, "devices", index])) index++;
  for (const input of ctx.children(devices, "input")) {
    const type = ctx.attribute(input, "type") ?? "";
    const bus = ctx.attribute(input, "bus");
    if (bus === "usb") put(ctx, [...usbPlace, "devices", index++], type, input);
    else if (bus === "ps2" || bus === "xen") ctx.pass(input);
    else ignore(ctx, input, `The input device '${type}' (${bus ?? "on no bus"})`);
  }
}

/** Controllers that libvirt adds by itself for what hangs on them. */
const implied = /^(pci|ide|sata|scsi|fdc|virtio-serial|ccid|isa)$/;

export function readControllers(ctx: ImportContext, devices: XmlElement): void {
  const usb: XmlElement[] = [];
  for (const controller of ctx.children(devices, "controller")) {
    const type = ctx.attribute(controller, "type") ?? "";
    if (implied.test(type)) ctx.pass(controller);
    else if (type === "xenbus") readXenBus(ctx, controller);
    else if (type !== "usb") ignore(ctx, controller, `The controller (${type})`);
    // A version 2 controller of Intel comes with companions of version 1.
    else if (/^ich9-uhci/.test(ctx.attribute(controller, "model") ?? "")) ctx.pass(controller);
    else usb.push(controller);
  }
  if (ctx.hypervisor === "xen") readXenUsb(ctx, usb);
  else readUsb(ctx, usb);
}

function readXenBus(ctx: ImportContext, controller: XmlElement): void {
  const at = (field: string): Place => ["system", "xen", field];
  ctx.attribute(controller, "index");
  const frames = numberOf(ctx.attribute(controller, "maxGrantFrames"));
  const channels = numberOf(ctx.attribute(controller, "maxEventChannels"));
  put(ctx, at("max_grant_frames"), frames, controller);
  put(ctx, at("max_event_channels"), channels, controller);
}

function versionOf(models: Readonly<Record<number, string>>, model: string): number | undefined {
  const found = Object.entries(models).find(([, known]) => known === model);
  return found === undefined ? undefined : Number(found[0]);
}

function readXenUsb(ctx: ImportContext, controllers: readonly XmlElement[]): void {
  for (const [index, controller] of controllers.entries()) {
    const place = [...usbPlace, "controllers", index];
    const version = versionOf(xenUsbModels, ctx.attribute(controller, "model") ?? "qusb2");
    ctx.attribute(controller, "index");
    if (version === undefined) {
      ignore(ctx, controller, "The USB controller");
      continue;
    }
    put(ctx, [...place, "type"], "qusb", controller);
    put(ctx, [...place, "version"], version, controller);
    const ports = numberOf(ctx.attribute(controller, "ports"));
    put(ctx, [...place, "ports"], ports, controller);
  }
}

/** Other spellings of what libvirt has for a version. */
const alike: Readonly<Record<string, number>> = { "ich9-ehci1": 2, "nec-xhci": 3, "piix4-uhci": 1 };

function readUsb(ctx: ImportContext, controllers: readonly XmlElement[]): void {
  for (const [index, controller] of controllers.entries()) {
    const model = ctx.attribute(controller, "model") ?? "";
    const ports = numberOf(ctx.attribute(controller, "ports"));
    ctx.attribute(controller, "index");
    if (model === "none") put(ctx, [...usbPlace, "enabled"], false, controller);
    const version = versionOf(usbModels, model) ?? lookUp(alike, model);
    if (version === undefined) {
      if (model !== "" && model !== "none")
        ignore(ctx, controller, `The USB controller '${model}'`);
      continue;
    }
    if (controllers.length === 1 && ports === undefined) {
      put(ctx, [...usbPlace, "version"], version, controller);
      continue;
    }
    put(ctx, [...usbPlace, "controllers", index, "version"], version, controller);
    put(ctx, [...usbPlace, "controllers", index, "ports"], ports, controller);
  }
}
