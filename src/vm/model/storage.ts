/** Disks, drives and the filesystems on them: `/storage` of the description. */

import { invariant } from "../../base/invariant.ts";
import * as pattern from "../shape/pattern.ts";
import {
  boolean,
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
  target: { shape: text(pattern.line), summary: "what the script of the disk is given" },
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
  script: optional(
    text(pattern.script),
    "script of the host that makes the target a block device, such as block-iscsi",
  ),
  direct_io_safe: optional(boolean, "whether direct I/O to the source is safe"),
  discard: optional(boolean, "whether the guest can give room back"),
  trusted: optional(boolean, "whether the guest can trust the machine that serves the disk"),
  specification: optional(choice("xen", "virtio"), "protocol between guest and host"),
  grant_usage: optional(boolean, "whether a virtio disk shares memory page by page"),
  colo: optional(
    map("option", "name", pattern.coloOption, text(pattern.option)),
    "options of COLO, which keeps a second machine in step",
  ),
});

const cdrom = record({
  source: optional(source, "the disc; absent where the drive is empty"),
  backend: optional(
    text(pattern.vmName),
    "machine that serves the drive, where that is not the host",
  ),
  backendtype: optional(choice("phy", "qdisk", "tap"), "program that serves the drive"),
});

const share = record({
  path: required(text(pattern.path), "directory of the host"),
  security_model: required(choice("none"), "how owners and permissions are kept"),
  type: optional(choice("qemu", "xen_9pfsd"), "program that serves the share"),
  backend: optional(
    text(pattern.vmName),
    "machine that serves the share, where that is not the host",
  ),
  max_files: optional(integer(0, 4_294_967_295), "limit of files, for xen_9pfsd; 0 is no limit"),
  max_open_files: optional(integer(1, 4_294_967_295), "limit of open files, for xen_9pfsd"),
  max_space: optional(
    integer(0, 1_073_741_824, "MiB"),
    "limit of the room taken, for xen_9pfsd; 0 is no limit",
  ),
  auto_delete: optional(boolean, "whether xen_9pfsd deletes old files when room gets short"),
});

const debian = record({
  suite: required(text(pattern.suite), "release, such as bookworm"),
  mirror: optional(text(pattern.word), "where the packages come from"),
  components: optional(list("component", text(pattern.word)), "parts of the archive"),
  variant: required(
    choice("essential", "apt", "minbase", "buildd", "important", "standard"),
    "how much is installed, in the words of mmdebstrap",
  ),
  include: optional(
    list("package", text(pattern.packageName)),
    "packages that the image has beside those of the machine",
  ),
});

const image = record({
  file: required(text(pattern.path), "file of the host that holds it"),
  format: required(choice("raw", "qcow2"), "format of the data"),
  size: optional(integer(1, 1_073_741_824, "MiB"), "size; needed where the image is to be made"),
  debian: optional(debian, "how it is made from packages of Debian; absent where it exists"),
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
  controller: optional(
    choice("ide", "ahci"),
    "controller of the disks that an emulated PC has under hd names",
  ),
  shares: optional(
    map("share", "tag", pattern.identifier, share),
    "directories of the host that the guest can mount over 9p, by tag",
  ),
  images: optional(
    map("image", "name", pattern.key, image),
    "images that disks start as copies of, by name",
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
export type Share = Infer<typeof share>;
export type Image = Infer<typeof image>;

/** Path or device of a source, or what its script is given. */
export function sourcePath({ file, block, target }: DiskSource): string {
  const path = file ?? block ?? target;
  invariant(path !== undefined, "a source is one of these");
  return path;
}

/** The disk that a device is or is a partition of. */
export function wholeDisk(device: string): string {
  return device.replace(/[0-9]+$/, "");
}
