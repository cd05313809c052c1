/** What xl is told of the storage skeleton: `disk` (xl-disk-configuration(5)). */

import { sourcePath } from "../../vm/model/check-storage.ts";
import type { Place, VmModel } from "../../vm/model/model.ts";
import type { Cdrom, Disk, DiskSource } from "../../vm/model/storage.ts";
import { printDisk } from "./device-spec.ts";
import {
  requireRelease,
  row,
  valuesOf,
  type XenContext,
  type XlKey,
  type XlRow,
} from "./xl-table.ts";

export const storageKeys: readonly XlKey[] = [row("disk", ["storage"], {}, disks)];

/** A disk or drive, under the name that the guest gives it. */
interface Named<Device> {
  readonly name: string;
  readonly device: Device;
}

/** The options of a disk, in the order in which they are written. */
const diskOptions: readonly XlRow<Named<Disk>, string>[] = [
  row("format", ["format"], {}, ({ device }) => device.format),
  row("vdev", [], {}, ({ name }) => name),
  row("access", ["access"], {}, ({ device }) => device.access),
  row("backend", ["backend"], {}, ({ device }) => device.backend),
  row("backendtype", ["backendtype"], {}, ({ device }) => device.backendtype),
];

/** The options of a drive; it is empty where it has no source. */
const cdromOptions: readonly XlRow<Named<Cdrom>, string>[] = [
  row("format", ["source"], {}, ({ device }) => (device.source === undefined ? "empty" : "raw")),
  row("vdev", [], {}, ({ name }) => name),
  row("access", [], {}, () => "ro"),
  row("devtype", [], {}, () => "cdrom"),
];

function disks({ storage }: VmModel, ctx: XenContext): readonly string[] | undefined {
  const specifications = [
    ...[...(storage.disks ?? [])].map(([name, device]) => diskText(ctx, { name, device })),
    ...[...(storage.cdroms ?? [])].map(([name, device]) => cdromText(ctx, { name, device })),
  ];
  return specifications.length === 0 ? undefined : specifications;
}

function diskText(ctx: XenContext, disk: Named<Disk>): string {
  const { format, backendtype, source } = disk.device;
  const place = ["storage", "disks", disk.name];
  checkDeviceName(ctx, disk.name, place);
  if (format === "qed") requireRelease(ctx, "format=qed", 9, [...place, "format"]);
  if (backendtype === "standalone") {
    requireRelease(ctx, "backendtype=standalone", 17, [...place, "backendtype"]);
  }
  return printDisk(valuesOf(ctx, diskOptions, disk, place), target(ctx, source, place));
}

function cdromText(ctx: XenContext, cdrom: Named<Cdrom>): string {
  const place = ["storage", "cdroms", cdrom.name];
  checkDeviceName(ctx, cdrom.name, place);
  return printDisk(
    valuesOf(ctx, cdromOptions, cdrom, place),
    target(ctx, cdrom.device.source, place),
  );
}

/** The path of a source; one that xl would cut off is reported and left out. */
function target(
  { report }: XenContext,
  source: DiskSource | undefined,
  place: Place,
): string | undefined {
  if (source === undefined) return undefined;
  const path = sourcePath(source);
  if (!path.endsWith(",")) return path;
  report("xen-target-with-final-comma", [...place, "source"], { target: path });
  return undefined;
}

/** The drives and partitions that Xen has numbers for (xen-vbd-interface(7)). */
function checkDeviceName({ report }: XenContext, name: string, place: Place): void {
  const [, bus = "", letters = "", partition = "0"] =
    /^(xvd|hd|sd|vd)([a-z]+)([0-9]*)$/.exec(name) ?? [];
  const limits = drives.get(bus);
  const exists = limits?.letters.test(letters) === true && Number(partition) <= limits.partitions;
  if (!exists) report("xen-device-unknown", place, { device: name });
}

const drives: ReadonlyMap<string, { readonly letters: RegExp; readonly partitions: number }> =
  new Map([
    ["xvd", { letters: /^[a-z]{1,3}$/, partitions: 255 }],
    ["hd", { letters: /^[a-d]$/, partitions: 63 }],
    ["sd", { letters: /^[a-p]$/, partitions: 15 }],
  ]);
