/** Disks, interfaces and frame buffers in the words of xm. */

import type { Place } from "../../../vm/model/model.ts";
import type { NetworkInterface } from "../../../vm/model/network.ts";
import { type Cdrom, type Disk, type DiskSource, sourcePath } from "../../../vm/model/storage.ts";
import { refuse, refuseFields, requireXm, type XmContext } from "./context.ts";

export function diskTexts(ctx: XmContext): readonly string[] {
  const { disks, cdroms } = ctx.vm.storage;
  return [
    ...[...(disks ?? [])].map(([name, disk]) => diskText(ctx, name, disk)),
    ...[...(cdroms ?? [])].map(([name, drive]) => driveText(ctx, name, drive)),
  ];
}

function diskText(ctx: XmContext, name: string, disk: Disk): string {
  const place = ["storage", "disks", name];
  const known = ["source", "format", "access", "backend", "size", "image", "backendtype"];
  refuseFields(ctx, place, disk, known);
  const mode = disk.access === "ro" ? "r" : "w";
  const backend = disk.backend === undefined ? [] : [disk.backend];
  return [target(ctx, disk, place), name, mode, ...backend].join(",");
}

/** What serves the data is told by a prefix. */
function target(ctx: XmContext, disk: Disk, place: Place): string {
  const { format, source, backendtype } = disk;
  const path = checked(ctx, source, place);
  if (backendtype === "qdisk" || backendtype === "standalone") {
    refuse(ctx, [...place, "backendtype"], `the backend ${backendtype}: it has phy and tap`);
  }
  if (format === "qcow2" || format === "qcow" || format === "vhd") {
    if (format === "vhd") requireXm(ctx, "tap:vhd", 4, [...place, "format"]);
    return `tap:${format}:${path}`;
  }
  if (format === "qed") refuse(ctx, [...place, "format"], "the format qed");
  if (source.block !== undefined) return `phy:${path}`;
  return backendtype === "tap" ? `tap:aio:${path}` : `file:${path}`;
}

function driveText(ctx: XmContext, name: string, drive: Cdrom): string {
  const place = ["storage", "cdroms", name];
  refuseFields(ctx, place, drive, ["source", "backend"]);
  const { source, backend } = drive;
  const prefix = source?.block === undefined ? "file" : "phy";
  const disc = source === undefined ? "" : `${prefix}:${checked(ctx, source, place)}`;
  return [disc, `${name}:cdrom`, "r", ...(backend === undefined ? [] : [backend])].join(",");
}

/** Nothing carries a comma past xm. */
function checked(ctx: XmContext, source: DiskSource, place: Place): string {
  if (source.target !== undefined) refuse(ctx, [...place, "source"], "scripts of disks");
  const path = sourcePath(source);
  if (path.includes(",")) refuse(ctx, [...place, "source"], "a path with a comma");
  return path;
}

export function interfaceTexts(ctx: XmContext): readonly string[] {
  return [...(ctx.vm.network.interfaces ?? [])].map(([name, device]) =>
    interfaceText(ctx, name, device),
  );
}

const inGuest = ["addresses", "dhcp4", "dhcp6", "gateway4", "gateway6"];

function interfaceText(ctx: XmContext, name: string, device: NetworkInterface): string {
  const place = ["network", "interfaces", name];
  const known = ["mac", "bridge", "model", "script", "backend", "rate", "target"];
  refuseFields(ctx, place, device, [...known, "allowed_addresses", ...inGuest]);
  if (device.target !== undefined) requireXm(ctx, "vifname", 1, [...place, "target"]);
  if (device.rate !== undefined) requireXm(ctx, "rate", 1, [...place, "rate"]);
  const { model, rate } = device;
  const isEmulated = ctx.vm.system.type === "hvm" && model !== undefined;
  const interval = rate?.interval === undefined ? "" : `@${rate.interval}us`;
  const options: readonly (readonly [string, string | undefined])[] = [
    ["mac", device.mac],
    ["bridge", device.bridge],
    ["type", isEmulated ? (model === "netfront" ? "netfront" : "ioemu") : undefined],
    ["model", isEmulated && model !== "netfront" ? model : undefined],
    ["vifname", device.target],
    ["script", device.script],
    ["ip", device.allowed_addresses?.join(" ")],
    ["backend", device.backend],
    ["rate", rate === undefined ? undefined : `${rate.average}Kb/s${interval}`],
  ];
  return options
    .flatMap(([option, value]) => (value === undefined ? [] : [`${option}=${value}`]))
    .join(",");
}
