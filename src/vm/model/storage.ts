/** Disks, drives and the filesystems on them: `/storage` of the description. */

import * as pattern from "../shape/pattern.ts";
import {
  choice,
  derived,
  type Infer,
  integer,
  list,
  map,
  optional,
  record,
  required,
  text,
  variant,
} from "../shape/shape.ts";

const source = variant({
  file: { shape: text(pattern.path), summary: "a file of the host" },
  block: { shape: text(pattern.path), summary: "a block device of the host" },
});

const disk = record({
  size: optional(integer(1, 1_073_741_824, "MiB"), "size; needed where the disk is to be made"),
  format: required(choice("raw", "qcow2", "qcow", "vhd", "qed"), "format of the data"),
  source: derived(source, "where the data are"),
  image: optional(text(pattern.word), "name of the image that the disk starts as a copy of"),
  access: required(choice("rw", "ro"), "read and write, or read only"),
  backend: optional(
    text(pattern.vmName),
    "machine that serves the disk, where that is not the host",
  ),
  backendtype: optional(
    choice("phy", "qdisk", "tap", "standalone"),
    "program that serves the disk",
  ),
});

const cdrom = record({
  source: optional(source, "the disc; absent where the drive is empty"),
});

const filesystem = record({
  device: required(text(pattern.device), "disk, drive or partition that it is on"),
  mount: optional(text(pattern.path), "where it is mounted; absent for swap"),
  type: required(text(pattern.word), "type, as fstab has it"),
  options: optional(list("option", text(pattern.word)), "options of mount"),
  label: optional(text(pattern.word), "label"),
});

export const storage = record({
  directory: required(
    text(pattern.path),
    "where the host keeps the disks that name no place of their own",
  ),
  disks: optional(
    map("disk", "device", pattern.device, disk),
    "disks by the name that the guest gives them",
  ),
  cdroms: optional(
    map("cdrom", "device", pattern.device, cdrom),
    "drives by the name that the guest gives them",
  ),
  filesystems: optional(
    map("filesystem", "name", pattern.key, filesystem),
    "filesystems, as fstab has them",
  ),
});

export type Storage = Infer<typeof storage>;
export type Disk = Infer<typeof disk>;
export type Cdrom = Infer<typeof cdrom>;
export type DiskSource = Infer<typeof source>;
