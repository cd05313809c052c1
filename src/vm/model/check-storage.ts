/** What must hold between the disks, drives and filesystems of a machine. */

import { didYouMean } from "../../text/did-you-mean.ts";
import type { Report } from "../reporter.ts";
import { formatPlace, type Place } from "./model.ts";
import { type Disk, type Storage, sourcePath, wholeDisk } from "./storage.ts";

export function checkStorage(storage: Storage, report: Report): void {
  const devices = checkDevices(storage, report);
  checkSources(storage, report);
  for (const [device, disk] of storage.disks ?? []) {
    checkFormat(["storage", "disks", device], disk, report);
    checkDisk(["storage", "disks", device], disk, storage, report);
  }
  checkFilesystems(storage, devices, report);
}

/** Checks that no device is another one or a part of one; gives the whole disks that there are. */
function checkDevices({ disks, cdroms }: Storage, report: Report): ReadonlySet<string> {
  const places: Place[] = [
    ...[...(disks?.keys() ?? [])].map((device) => ["storage", "disks", device]),
    ...[...(cdroms?.keys() ?? [])].map((device) => ["storage", "cdroms", device]),
  ];
  const users = new Map<string, Place[]>();
  for (const place of places) {
    const device = String(place.at(-1));
    const whole = wholeDisk(device);
    const earlier = users.get(whole) ?? [];
    const clash = earlier.find((other) => overlap(String(other.at(-1)), device));
    if (clash !== undefined) {
      const related = [{ place: clash, message: "the other device" }];
      report("vm-device-taken", place, { other: formatPlace(clash) }, { related });
    }
    users.set(whole, [...earlier, place]);
  }
  return new Set(users.keys());
}

/** Whether two devices of one disk are the same, or one of them is all of it. */
function overlap(left: string, right: string): boolean {
  return left === right || left === wholeDisk(left) || right === wholeDisk(right);
}

function checkSources({ disks }: Storage, report: Report): void {
  const writers = new Map<string, string>();
  for (const [device, { source, access }] of disks ?? []) {
    const path = sourcePath(source);
    if (access === "rw" && !writers.has(path)) writers.set(path, device);
  }
  for (const [device, disk] of disks ?? []) {
    const source = sourcePath(disk.source);
    const writer = writers.get(source);
    if (writer === undefined || writer === device) continue;
    const other: Place = ["storage", "disks", writer];
    report(
      "vm-source-shared",
      ["storage", "disks", device, "source"],
      { source, other: formatPlace(other) },
      { related: [{ place: other, message: "writes to the same place" }] },
    );
  }
}

function checkFormat(place: Place, { format, source, backendtype }: Disk, report: Report): void {
  if (format === "raw") return;
  if (source.block !== undefined) {
    report("vm-format-not-served", [...place, "format"], { format, other: "a block device" });
  }
  if (backendtype === "phy" || backendtype === "standalone") {
    const other = `the backend ${backendtype}`;
    report("vm-format-not-served", [...place, "format"], { format, other });
  }
}

function checkDisk(place: Place, disk: Disk, { images }: Storage, report: Report): void {
  const { source, script, image, grant_usage: grants, specification } = disk;
  if (source.target !== undefined && script === undefined) {
    const other = formatPlace([...place, "script"]);
    report("vm-value-needs-other", [...place, "source"], { other });
  }
  if (script !== undefined && source.target === undefined) {
    const other = formatPlace([...place, "source", "target"]);
    report("vm-value-needs-other", [...place, "script"], { other });
  }
  if (grants !== undefined && specification !== "virtio") {
    const other = formatPlace([...place, "specification"]);
    const args = { other, value: specification ?? "xen" };
    report("vm-value-without-use", [...place, "grant_usage"], args);
  }
  if (image !== undefined && images !== undefined && !images.has(image)) {
    const known = [...images.keys()];
    const args = { image, known: known.join(", ") };
    report("vm-image-unknown", [...place, "image"], args, { help: didYouMean(image, known) });
  }
}

function checkFilesystems(
  { filesystems }: Storage,
  devices: ReadonlySet<string>,
  report: Report,
): void {
  const mounted = new Map<string, string>();
  for (const [name, { device, mount }] of filesystems ?? []) {
    const place = ["storage", "filesystems", name];
    if (!devices.has(wholeDisk(device))) {
      report("vm-device-unknown", [...place, "device"], { device });
    }
    if (mount === undefined) continue;
    const owner = mounted.get(mount);
    if (owner === undefined) mounted.set(mount, name);
    else {
      const other = formatPlace(["storage", "filesystems", owner]);
      report("vm-mount-point-taken", [...place, "mount"], { mount, other });
    }
  }
}
