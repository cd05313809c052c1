/** What a domain is, how it boots, what the guest sees of a PC, and what becomes of it. */

import { originNamespace, osinfoNamespace, systems } from "../../spawn/libvirt/metadata.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import { type ImportContext, ignore, put, reportValue, switchOf } from "./import-context.ts";
import { readFeatures } from "./read-features.ts";

export function readSystem(ctx: ImportContext, root: XmlElement): void {
  const { hypervisor, guest } = ctx;
  if (hypervisor !== "xen") put(ctx, ["system", "hypervisor"], hypervisor, root);
  put(ctx, ["system", "type"], guest, root);
  putText(ctx, ["system", "name"], ctx.child(root, "name"));
  readUuid(ctx, ctx.child(root, "uuid"));
  if (ctx.child(root, "genid") !== undefined) {
    ctx.pass(ctx.child(root, "genid"));
    put(ctx, ["system", "features", "genid"], "generate", root);
  }
  readMetadata(ctx, ctx.child(root, "metadata"));
  readBoot(ctx, root);
  readFeatures(ctx, root);
  readLifecycle(ctx, root);
  readPowerManagement(ctx, ctx.child(root, "pm"));
  readSecurity(ctx, root);
  readArguments(ctx, root);
}

/** libvirt also takes one without its dashes. */
function readUuid(ctx: ImportContext, element: XmlElement | undefined): void {
  const text = ctx.text(element)?.trim();
  const uuid = text?.replace(/^(\w{8})(\w{4})(\w{4})(\w{4})(\w{12})$/, "$1-$2-$3-$4-$5");
  put(ctx, ["system", "uuid"], uuid, element);
}

function putText(
  ctx: ImportContext,
  place: readonly string[],
  element: XmlElement | undefined,
): void {
  put(ctx, place, ctx.text(element), element);
}

function readMetadata(ctx: ImportContext, metadata: XmlElement | undefined): void {
  for (const element of metadata?.children ?? []) {
    if (element.namespace === originNamespace) ctx.pass(element);
    else if (element.namespace === osinfoNamespace) readOsInfo(ctx, element);
    else ignore(ctx, element, `The metadata <${element.name}>`);
  }
}

function readOsInfo(ctx: ImportContext, element: XmlElement): void {
  const os = ctx.child(element, "os");
  const id = ctx.attribute(os, "id") ?? "";
  ctx.pass(element);
  const [, windows] = /^http:\/\/microsoft\.com\/win\/([^/]+)$/.exec(id) ?? [];
  const known = systems.find(([, address]) => id.startsWith(address));
  if (windows !== undefined) {
    put(ctx, ["system", "os", "family"], "windows", os);
    put(ctx, ["system", "os", "release"], windows, os);
  } else if (known !== undefined) {
    const [distribution, address] = known;
    if (distribution.endsWith("bsd")) put(ctx, ["system", "os", "family"], distribution, os);
    put(ctx, ["system", "os", "distribution"], distribution, os);
    put(ctx, ["system", "os", "release"], id.slice(address.length), os);
  } else {
    reportValue(ctx, os ?? element, "The system of libosinfo", id, "is not known here");
  }
}

function readBoot(ctx: ImportContext, root: XmlElement): void {
  const os = ctx.child(root, "os");
  const boot = (field: string): readonly string[] => ["system", "boot", field];
  putText(ctx, boot("kernel"), ctx.child(os, "kernel"));
  putText(ctx, boot("ramdisk"), ctx.child(os, "initrd"));
  putText(ctx, boot("cmdline"), ctx.child(os, "cmdline"));
  readBootloader(ctx, root);
  readFirmware(ctx, os);
  for (const [index, device] of bootDevices(ctx, root, os).entries()) {
    put(ctx, [...boot("order"), index], device, os);
  }
  const tables = ctx.child(os, "acpi");
  for (const table of ctx.children(tables, "table")) {
    if (ctx.attribute(table, "type") !== "slic") continue;
    if (ctx.hypervisor === "xen") putText(ctx, ["system", "xen", "acpi_firmware"], table);
    else ignore(ctx, table, "The ACPI table");
  }
  const type = ctx.child(os, "type");
  put(ctx, ["hardware", "cpu", "arch"], ctx.attribute(type, "arch"), type);
}

function readBootloader(ctx: ImportContext, root: XmlElement): void {
  const program = ctx.child(root, "bootloader");
  const name = ctx.text(program) ?? "";
  const hasKernel = ctx.recorder.has(["system", "boot", "kernel"]);
  // Without a kernel and a boot loader libvirt starts a pv guest by pygrub.
  const given = name === "" && ctx.guest === "pv" && !hasKernel ? "pygrub" : name;
  if (given === "") return;
  put(ctx, ["system", "boot", "bootloader"], given, program);
  const args = ctx.child(root, "bootloader_args");
  const text = ctx.text(args) ?? "";
  if (text !== "") put(ctx, ["system", "boot", "bootloader_args", 0], text, args);
}

/** Firmware that libvirt, or Xen, finds by itself. */
const usualLoader = /\/(hvmloader|ovmf\.bin)$/;

function readFirmware(ctx: ImportContext, os: XmlElement | undefined): void {
  const place = ["system", "boot", "firmware"];
  const name = ctx.attribute(os, "firmware");
  const loader = ctx.child(os, "loader");
  const isFlash = ctx.attribute(loader, "type") === "pflash";
  const path = ctx.text(loader) ?? "";
  ctx.attribute(loader, "readonly");
  if (name === "efi" || isFlash) {
    put(ctx, place, "uefi", os);
    ctx.pass(ctx.child(os, "nvram"));
    if (ctx.hypervisor === "xen" && path !== "" && !usualLoader.test(path)) {
      put(ctx, ["system", "xen", "bios_path_override"], path, loader);
    }
  } else if (loader !== undefined && path !== "" && !usualLoader.test(path)) {
    if (ctx.hypervisor !== "xen") put(ctx, place, path, loader);
    else reportValue(ctx, loader, "<loader>", path, "is no firmware of Xen");
  }
}

/** The order that the domain gives, or that its devices give one by one. */
function bootDevices(
  ctx: ImportContext,
  root: XmlElement,
  os: XmlElement | undefined,
): readonly string[] {
  const listed = ctx.children(os, "boot").flatMap((boot) => {
    const device = ctx.attribute(boot, "dev") ?? "";
    if (device !== "fd") return [device];
    reportValue(ctx, boot, "<boot>", device, "the model has no floppy disk for");
    return [];
  });
  if (listed.length > 0) return [...new Set(listed)];
  const devices = ctx.child(root, "devices")?.children ?? [];
  const ordered = devices.flatMap((device) => {
    const order = ctx.attribute(ctx.child(device, "boot"), "order");
    const kind = device.name === "interface" ? "network" : kindOfDisk(device);
    return order === undefined || kind === undefined ? [] : [{ order: Number(order), kind }];
  });
  return [...new Set(ordered.toSorted((a, b) => a.order - b.order).map(({ kind }) => kind))];
}

function kindOfDisk(device: XmlElement): string | undefined {
  if (device.name !== "disk") return undefined;
  return device.attributes.get("device") === "cdrom" ? "cdrom" : "hd";
}

function readLifecycle(ctx: ImportContext, root: XmlElement): void {
  for (const field of ["on_poweroff", "on_reboot", "on_crash"]) {
    putText(ctx, ["system", "lifecycle", field], ctx.child(root, field));
  }
}

function readPowerManagement(ctx: ImportContext, pm: XmlElement | undefined): void {
  for (const [name, field] of [
    ["suspend-to-mem", "acpi_s3"],
    ["suspend-to-disk", "acpi_s4"],
  ] as const) {
    const state = ctx.child(pm, name);
    const enabled = switchOf(ctx.attribute(state, "enabled"));
    if (ctx.hypervisor !== "xen") put(ctx, ["system", "features", field], enabled, state);
  }
}

/** Labels that the host makes up are none of the description. */
function readSecurity(ctx: ImportContext, root: XmlElement): void {
  for (const seclabel of ctx.children(root, "seclabel")) {
    const isStatic = ctx.attribute(seclabel, "type") === "static";
    ctx.pass(seclabel);
    if (isStatic) putText(ctx, ["system", "security", "label"], ctx.child(seclabel, "label"));
  }
}

function readArguments(ctx: ImportContext, root: XmlElement): void {
  const line = ctx.child(root, "commandline");
  if (line === undefined) return;
  if (ctx.hypervisor !== "xen") {
    ignore(ctx, line, "The command line of QEMU");
    return;
  }
  for (const [index, arg] of ctx.children(line, "arg").entries()) {
    const place = ["system", "xen", "device_model_args", index];
    put(ctx, place, ctx.attribute(arg, "value"), arg);
  }
}
