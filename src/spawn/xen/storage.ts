/** What xl is told of the storage skeleton: `disk` (xl-disk-configuration(5)), `hdtype` and `p9`. */

import type { Place, VmModel } from "../../vm/model/model.ts";
import { type Cdrom, type Disk, type DiskSource, sourcePath } from "../../vm/model/storage.ts";
import { type DeviceRow, deviceOptions, printDisk } from "./device-spec.ts";
import { shareKey } from "./shares.ts";
import { plainKey, requireRelease, row, type XenContext, type XlKey } from "./xl-table.ts";

export const storageKeys: readonly XlKey[] = [
  row("disk", ["storage"], {}, disks),
  plainKey("hdtype", "/storage/controller", { guests: ["hvm"], since: 6 }),
  shareKey,
];

/** A disk or drive, under the name that the guest gives it. */
interface Named<Device> {
  readonly name: string;
  readonly device: Device;
}

/** The options of a disk, in the order in which they are written. */
export const diskOptions: readonly DeviceRow<Named<Disk>>[] = [
  row("format", ["format"], {}, ({ device }) => device.format),
  row("vdev", [], {}, ({ name }) => name),
  row("access", ["access"], {}, ({ device }) => device.access),
  row("backend", ["backend"], { since: 3 }, ({ device }) => device.backend),
  row("backendtype", ["backendtype"], {}, ({ device }) => device.backendtype),
  row("specification", ["specification"], { since: 17 }, ({ device }) => device.specification),
  row("script", ["script"], {}, ({ device }) => device.script),
  flagOption("direct-io-safe", "direct_io_safe", 5, true),
  flagOption("discard", "discard", 5, true),
  flagOption("no-discard", "discard", 5, false),
  // The grammar of 4.17 has them, but what was generated from it and compiled has not.
  flagOption("trusted", "trusted", 19, true),
  flagOption("untrusted", "trusted", 19, false),
  row("grant_usage", ["grant_usage"], { since: 19 }, ({ device: { grant_usage } }) =>
    grant_usage === undefined ? undefined : Number(grant_usage),
  ),
  flagOption("colo", "colo", 7, true),
  ...["host", "port", "export"].map((name) => coloOption(`colo-${name}`, name)),
  ...["active-disk", "hidden-disk"].map((name) => coloOption(name, name)),
];

/** The options of COLO that a disk can have. */
const coloNames = new Set(["host", "port", "export", "active-disk", "hidden-disk"]);

/** The options of a drive; it is empty where it has no source. */
export const cdromOptions: readonly DeviceRow<Named<Cdrom>>[] = [
  row("format", ["source"], {}, ({ device }) => (device.source === undefined ? "empty" : "raw")),
  row("vdev", [], {}, ({ name }) => name),
  row("access", [], {}, () => "ro"),
  row("devtype", [], {}, () => "cdrom"),
  row("backend", ["backend"], { since: 3 }, ({ device }) => device.backend),
  row("backendtype", ["backendtype"], {}, ({ device }) => device.backendtype),
];

/** A word that stands for one of the two values of a field; a map counts as true. */
function flagOption(
  name: string,
  field: "direct_io_safe" | "discard" | "trusted" | "colo",
  since: number,
  meaning: boolean,
): DeviceRow<Named<Disk>> {
  return row(name, [field], { since }, ({ device }) => {
    const value = device[field];
    return value === undefined || (value !== false) !== meaning ? undefined : true;
  });
}

/** Whether the release has COLO is the matter of the word `colo`. */
function coloOption(name: string, key: string): DeviceRow<Named<Disk>> {
  return row(name, ["colo", key], {}, ({ device }) => device.colo?.get(key));
}

function disks({ storage }: VmModel, ctx: XenContext): readonly string[] | undefined {
  const specifications = [
    ...[...(storage.disks ?? [])].map(([name, device]) => diskText(ctx, { name, device })),
    ...[...(storage.cdroms ?? [])].map(([name, device]) => cdromText(ctx, { name, device })),
  ];
  return specifications.length === 0 ? undefined : specifications;
}

function diskText(ctx: XenContext, disk: Named<Disk>): string {
  const { format, backendtype, source, colo } = disk.device;
  const place = ["storage", "disks", disk.name];
  checkDeviceName(ctx, disk.name, place);
  if (format === "qed") requireRelease(ctx, "format=qed", 9, [...place, "format"]);
  if (backendtype === "standalone") {
    requireRelease(ctx, "backendtype=standalone", 17, [...place, "backendtype"]);
  }
  for (const name of colo?.keys() ?? []) {
    if (coloNames.has(name)) continue;
    const what = `the option ${name} of COLO for disks; it knows ${[...coloNames].join(", ")}`;
    ctx.report("xen-cannot-express", [...place, "colo", name], { what });
  }
  return printDisk(deviceOptions(ctx, diskOptions, disk, place), target(ctx, source, place));
}

function cdromText(ctx: XenContext, cdrom: Named<Cdrom>): string {
  const place = ["storage", "cdroms", cdrom.name];
  checkDeviceName(ctx, cdrom.name, place);
  return printDisk(
    deviceOptions(ctx, cdromOptions, cdrom, place),
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
