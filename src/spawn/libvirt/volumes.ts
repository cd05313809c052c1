/** Storage volumes: what `virsh vol-create` makes the disks of a machine from. */

import type { Disk, Image } from "../../vm/model/storage.ts";
import type { SpawnedFile } from "../spawn-result.ts";
import { type LibvirtContext, refuse } from "./context.ts";
import { element, leaf, printDocument, type XmlNode } from "./xml-node.ts";

export function volumes(ctx: LibvirtContext, origin: string): readonly SpawnedFile[] {
  return [...(ctx.vm.storage.disks ?? [])].flatMap(([device, disk]) => {
    const { file } = disk.source;
    const isMade = disk.size !== undefined || disk.image !== undefined;
    return file === undefined || !isMade ? [] : [volumeFile(ctx, origin, device, disk, file)];
  });
}

function volumeFile(
  ctx: LibvirtContext,
  origin: string,
  device: string,
  disk: Disk,
  file: string,
): SpawnedFile {
  const image = imageOf(ctx, device, disk);
  const { name } = ctx.vm.system;
  const head = [
    `${name}: the volume of ${device}, for virsh vol-create POOL, in the pool of its directory.`,
    origin,
    ...(image !== undefined && !isBacked(disk)
      ? [`It starts as a copy of ${image.file}: use virsh vol-create-from, or vol-upload.`]
      : []),
  ];
  return {
    name: `${name}-${device}.volume.xml`,
    content: printDocument(head, volume(disk, file, image)),
  };
}

/** Without a size of its own it has that of its image. */
function volume(disk: Disk, file: string, image: Image | undefined): XmlNode {
  return element(
    "volume",
    { type: "file" },
    leaf("name", file.slice(file.lastIndexOf("/") + 1)),
    disk.size === undefined ? undefined : leaf("capacity", disk.size, { unit: "MiB" }),
    element("target", {}, leaf("path", file), element("format", { type: volumeFormat(disk) })),
    image === undefined || !isBacked(disk)
      ? undefined
      : element(
          "backingStore",
          {},
          leaf("path", image.file),
          element("format", { type: image.format }),
        ),
  );
}

/** Formats that can stand on an image and keep only what differs. */
function isBacked({ format }: Disk): boolean {
  return format === "qcow2" || format === "qed";
}

/** Volumes are made by QEMU's programs, which call it vpc. */
function volumeFormat({ format }: Disk): string {
  return format === "vhd" ? "vpc" : format;
}

function imageOf(ctx: LibvirtContext, device: string, disk: Disk): Image | undefined {
  if (disk.image === undefined) return undefined;
  const image = ctx.vm.storage.images?.get(disk.image);
  if (image === undefined) {
    const place = ["storage", "disks", device, "image"];
    refuse(ctx, place, `there is no image '${disk.image}' below /storage/images`);
  }
  return image;
}
