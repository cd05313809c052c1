/** Disks, drives and shared directories. */

import { lookUp } from "../../base/lookup.ts";
import { xenDrivers } from "../../spawn/libvirt/disks.ts";
import type { Place } from "../../vm/model/model.ts";
import { device as deviceName, matches, identifier as tagPattern } from "../../vm/shape/pattern.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import { type ImportContext, ignore, keyOf, put } from "./import-context.ts";

export function readDisks(ctx: ImportContext, devices: XmlElement): void {
  for (const disk of ctx.children(devices, "disk")) readDisk(ctx, disk);
}

function readDisk(ctx: ImportContext, disk: XmlElement): void {
  const type = ctx.attribute(disk, "type") ?? "file";
  const device = ctx.attribute(disk, "device") ?? "disk";
  const target = ctx.child(disk, "target");
  const name = ctx.attribute(target, "dev") ?? "";
  const source = ctx.child(disk, "source");
  const path = ctx.attribute(source, type === "block" ? "dev" : "file");
  const unknown = unknownKind(type, device, name, formatOf(ctx, disk));
  if (unknown !== undefined || (device === "disk" && path === undefined)) {
    ignore(ctx, disk, `The disk '${name}' (${unknown ?? "of nothing"})`);
    return;
  }
  const place = ["storage", device === "cdrom" ? "cdroms" : "disks", name];
  put(ctx, [...place, "source", type], path, source);
  readDriver(ctx, disk, place, device);
  const backend = ctx.child(disk, "backenddomain");
  put(ctx, [...place, "backend"], ctx.attribute(backend, "name"), backend);
  readAccess(ctx, disk, place, device);
  if (name.startsWith("hd") && ctx.attribute(target, "bus") === "sata") {
    put(ctx, ["storage", "controller"], "ahci", target);
  }
  ctx.attribute(target, "bus");
}

/** Why the model has no such disk; undefined if it has. */
function unknownKind(
  type: string,
  device: string,
  name: string,
  format: string,
): string | undefined {
  if (!/^(disk|cdrom)$/.test(device)) return device;
  if (!/^(file|block)$/.test(type)) return `of type ${type}`;
  if (!matches(deviceName, name)) return "of another name than those of disks";
  const isKnown = device === "cdrom" || /^(raw|qcow2?|vhd|qed)$/.test(format);
  return isKnown ? undefined : `of format ${format}`;
}

function formatOf(ctx: ImportContext, disk: XmlElement): string {
  const format = ctx.attribute(ctx.child(disk, "driver"), "type") ?? "raw";
  return lookUp(formats, format) ?? format;
}

/** A drive is there even if there is nothing in it, and it is always read only. */
function readAccess(ctx: ImportContext, disk: XmlElement, place: Place, device: string): void {
  const readonly = ctx.child(disk, "readonly");
  if (device === "cdrom") ctx.recorder.touch(place);
  else put(ctx, [...place, "access"], readonly === undefined ? "rw" : "ro", readonly ?? disk);
}

function readDriver(ctx: ImportContext, disk: XmlElement, place: Place, device: string): void {
  const driver = ctx.child(disk, "driver");
  const name = ctx.attribute(driver, "name");
  const format = formatOf(ctx, disk);
  if (device === "disk") put(ctx, [...place, "format"], format, driver ?? disk);
  const discard = ctx.attribute(driver, "discard");
  if (discard !== undefined && device === "disk") {
    put(ctx, [...place, "discard"], discard === "unmap", driver);
  }
  if (ctx.hypervisor !== "xen" || name === undefined) return;
  const isImplied = device === "disk" && format !== "raw" && name === "qemu";
  const backendtype = name === "file" ? "qdisk" : (keyOf(xenDrivers, name) ?? name);
  if (!isImplied) put(ctx, [...place, "backendtype"], backendtype, driver);
}

/** Formats that are spelled otherwise, and the old names of raw. */
const formats: Readonly<Record<string, string>> = { vpc: "vhd", aio: "raw" };

export function readShares(ctx: ImportContext, devices: XmlElement): void {
  for (const share of ctx.children(devices, "filesystem")) {
    const tag = ctx.attribute(ctx.child(share, "target"), "dir") ?? "";
    const type = ctx.attribute(share, "type") ?? "mount";
    const mode = ctx.attribute(share, "accessmode") ?? "passthrough";
    const driver = ctx.attribute(ctx.child(share, "driver"), "type") ?? "path";
    const source = ctx.child(share, "source");
    const path = ctx.attribute(source, "dir");
    const unknown =
      unknownShare(type, driver, mode) ?? (matches(tagPattern, tag) ? undefined : "of such a name");
    if (unknown !== undefined || path === undefined) {
      ignore(ctx, share, `The share '${tag}' (${unknown ?? "of nothing"})`);
      continue;
    }
    const place = ["storage", "shares", tag];
    put(ctx, [...place, "path"], path, source);
    put(ctx, [...place, "security_model"], "none", share);
  }
}

/** Why the model has no such share; undefined if it has. */
function unknownShare(type: string, driver: string, mode: string): string | undefined {
  if (type !== "mount") return type;
  if (driver !== "path") return driver;
  return mode === "squash" ? undefined : mode;
}
