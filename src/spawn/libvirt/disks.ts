/** Disks, drives and shared directories. */

import { assertNever } from "../../base/assert-never.ts";
import type { Place } from "../../vm/model/model.ts";
import type { Cdrom, Disk, DiskSource } from "../../vm/model/storage.ts";
import { filePath, isXen, type LibvirtContext, refuse } from "./context.ts";
import { hasIde } from "./machine.ts";
import { element, type XmlNode } from "./xml-node.ts";

export function disks(ctx: LibvirtContext): readonly XmlNode[] {
  const { storage } = ctx.vm;
  return [
    ...[...(storage.disks ?? [])].map(([name, disk]) => diskNode(ctx, name, disk)),
    ...[...(storage.cdroms ?? [])].map(([name, cdrom]) => cdromNode(ctx, name, cdrom)),
  ];
}

function diskNode(ctx: LibvirtContext, name: string, disk: Disk): XmlNode {
  const place = ["storage", "disks", name];
  const bus = busOf(ctx, name, place);
  if (!isXen(ctx) && disk.access === "ro" && (bus === "ide" || bus === "sata")) {
    refuse(ctx, [...place, "access"], "such disks cannot be read only; vda and sda can");
  }
  return element(
    "disk",
    { type: disk.source.block === undefined ? "file" : "block", device: "disk" },
    element("driver", {
      name: driverName(ctx, disk, place),
      type: driverFormat(ctx, disk.format),
      discard: disk.discard === undefined ? undefined : disk.discard ? "unmap" : "ignore",
    }),
    sourceNode(ctx, disk.source, [...place, "source"]),
    disk.backend === undefined ? undefined : element("backenddomain", { name: disk.backend }),
    element("target", { dev: name, bus }),
    disk.access === "ro" ? element("readonly") : undefined,
  );
}

function cdromNode(ctx: LibvirtContext, name: string, cdrom: Cdrom): XmlNode {
  const place = ["storage", "cdroms", name];
  const bus = busOf(ctx, name, place);
  if (bus === "virtio") refuse(ctx, place, "drives are hda, hdb, … or sda, sdb, …");
  return element(
    "disk",
    { type: cdrom.source?.block === undefined ? "file" : "block", device: "cdrom" },
    element("driver", { name: cdromDriver(ctx, cdrom), type: "raw" }),
    cdrom.source === undefined ? undefined : sourceNode(ctx, cdrom.source, [...place, "source"]),
    cdrom.backend === undefined ? undefined : element("backenddomain", { name: cdrom.backend }),
    element("target", { dev: name, bus }),
    element("readonly"),
  );
}

/** libvirt's names of the programs that serve disks of Xen. */
export const xenDrivers = { phy: "phy", qdisk: "qemu", tap: "tap" } as const;

/** Without a name Xen's driver takes any disk for raw. */
function driverName(ctx: LibvirtContext, disk: Disk, place: Place): string | undefined {
  if (!isXen(ctx)) return "qemu";
  switch (disk.backendtype) {
    case undefined:
      return disk.format === "raw" ? undefined : "qemu";
    case "standalone":
      return refuse(ctx, [...place, "backendtype"], "disks are served by phy, qdisk or tap");
    case "phy":
    case "qdisk":
      return xenDrivers[disk.backendtype];
    case "tap":
      if (!["raw", "vhd"].includes(disk.format)) {
        refuse(ctx, [...place, "backendtype"], `it serves the format ${disk.format} by qdisk`);
      }
      return xenDrivers.tap;
    default:
      return assertNever(disk.backendtype);
  }
}

function cdromDriver(ctx: LibvirtContext, { backendtype, source }: Cdrom): string | undefined {
  if (!isXen(ctx)) return source === undefined ? undefined : "qemu";
  return backendtype === undefined ? undefined : xenDrivers[backendtype];
}

/** QEMU calls it vpc. */
function driverFormat(ctx: LibvirtContext, format: Disk["format"]): string {
  return format === "vhd" && !isXen(ctx) ? "vpc" : format;
}

function sourceNode(ctx: LibvirtContext, source: DiskSource, place: Place): XmlNode | undefined {
  const { file, block, target } = source;
  if (target !== undefined) {
    return refuse(ctx, [...place, "target"], "it has no scripts that attach disks");
  }
  if (file !== undefined) {
    return element("source", { file: filePath(ctx, [...place, "file"], file) });
  }
  return element("source", { dev: filePath(ctx, [...place, "block"], block ?? "") });
}

/** The bus that a device name tells of. */
function busOf(ctx: LibvirtContext, name: string, place: Place): string | undefined {
  const [, prefix = "", letters = "", partition = ""] =
    /^(xvd|hd|sd|vd)([a-z]+)([0-9]*)$/.exec(name) ?? [];
  if (isXen(ctx)) {
    if (prefix === "vd") return refuse(ctx, place, "disks are xvda, xvdb, …, hda or sda");
    return { xvd: "xen", hd: "ide", sd: "scsi" }[prefix];
  }
  if (partition !== "") refuse(ctx, place, "a disk is given as a whole, not by partitions");
  if (prefix === "xvd") return refuse(ctx, place, "disks are vda, vdb, …, sda or hda");
  if (prefix === "hd" && hasIde(ctx) && !/^[a-d]$/.test(letters)) {
    refuse(ctx, place, "there are hda, hdb, hdc and hdd only");
  }
  const ide = hasIde(ctx) ? "ide" : "sata";
  return { vd: "virtio", sd: "scsi", hd: ide }[prefix];
}

/** What sd disks hang on; libvirt would choose a controller that many guests have no driver for. */
export function diskControllers(ctx: LibvirtContext): readonly XmlNode[] {
  const { disks: all, cdroms } = ctx.vm.storage;
  const names = [...(all?.keys() ?? []), ...(cdroms?.keys() ?? [])];
  if (isXen(ctx) || !names.some((name) => name.startsWith("sd"))) return [];
  return [element("controller", { type: "scsi", index: 0, model: "virtio-scsi" })];
}

/** Directories of the host, over 9p. */
export function shares(ctx: LibvirtContext): readonly XmlNode[] {
  if (isXen(ctx)) return [];
  return [...(ctx.vm.storage.shares ?? [])].map(([tag, share]) =>
    element(
      "filesystem",
      { type: "mount", accessmode: "squash" },
      element("source", { dir: share.path }),
      element("target", { dir: tag }),
    ),
  );
}
