/** How the guest calls the devices that the description gives it, and the lines of its fstab. */

import type { VmModel } from "../../vm/model/model.ts";
import type { Storage } from "../../vm/model/storage.ts";

type Filesystem = NonNullable<ReturnType<NonNullable<Storage["filesystems"]>["get"]>>;

/**
 * The device file of a disk or partition in the guest. A paravirtual guest has neither IDE nor SCSI: Linux calls
 * all of its disks xvd.
 */
export function guestDevice({ system }: VmModel, device: string): string {
  const isParavirtual = system.type !== "hvm" && system.os.family === "linux";
  return `/dev/${isParavirtual ? device.replace(/^(hd|sd)/, "xvd") : device}`;
}

export interface Mount {
  /** The device file. */
  readonly device: string;
  readonly label: string | undefined;
  readonly mount: string;
  readonly type: string;
  /** Undefined where the description names none. */
  readonly options: string | undefined;
  /** In which order filesystems are checked when the guest boots; 0: not at all. */
  readonly pass: 0 | 1 | 2;
}

/** The filesystems as fstab has them, each after the one that its directory is on. */
export function mountsOf(vm: VmModel): readonly Mount[] {
  const mounts = [...(vm.storage.filesystems?.values() ?? [])].map((filesystem) =>
    mountOf(vm, filesystem),
  );
  const depth = ({ mount }: Mount): number =>
    mount === "none" ? Number.POSITIVE_INFINITY : mount.split("/").filter(Boolean).length;
  return mounts
    .map((mount, index) => ({ mount, index, depth: depth(mount) }))
    .toSorted((a, b) => (a.depth === b.depth ? a.index - b.index : a.depth < b.depth ? -1 : 1))
    .map(({ mount }) => mount);
}

function mountOf(vm: VmModel, { device, mount, type, options, label }: Filesystem): Mount {
  const isSwap = type === "swap" || mount === undefined;
  return {
    device: guestDevice(vm, device),
    label,
    mount: isSwap ? "none" : mount,
    type,
    options: options === undefined || options.length === 0 ? undefined : options.join(","),
    pass: isSwap || !checked.has(type) ? 0 : mount === "/" ? 1 : 2,
  };
}

/** Types whose filesystems are checked at boot. */
const checked: ReadonlySet<string> = new Set(["ext2", "ext3", "ext4", "vfat", "auto"]);
