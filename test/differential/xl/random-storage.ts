/** Random disks, drives and filesystems of a machine. */
import type { Cdrom, Disk, DiskSource, Share, Storage } from "../../../src/vm/model/storage.ts";
import type { GuestType } from "../../../src/vm/model/system.ts";
import type { Random } from "../random.ts";
import {
  between,
  boolean,
  compact,
  domainName,
  type MachineWish,
  mapOf,
  maybe,
  path,
  plainPath,
} from "./random-values.ts";

export function randomStorage(random: Random, type: GuestType, wish: MachineWish): Storage {
  const bus = type === "hvm" ? random.pick(["hd", "sd", "xvd"]) : "xvd";
  const disks = random.times(between(random, 1, 3), (index): [string, Disk] => [
    `${bus}${"abc".charAt(index)}`,
    disk(random, index, wish),
  ]);
  const cdroms: readonly [string, Cdrom][] =
    type !== "pvh" && random.chance(0.4) ? [[`${bus}d`, cdrom(random)]] : [];
  const mounted = disks[0]?.[0] ?? "";
  return compact<Storage>({
    directory: "/var/lib/xen/images",
    disks: mapOf(disks),
    cdroms: mapOf(cdroms),
    controller:
      type === "hvm" && bus === "hd"
        ? maybe(random, 0.3, () => random.pick(["ide", "ahci"]))
        : undefined,
    shares: wish.onlyXen ? mapOf(shares(random)) : undefined,
    filesystems: maybe(
      random,
      0.5,
      () =>
        new Map([
          ["root", { device: `${mounted}1`, mount: "/", type: "ext4", options: ["noatime", "ro"] }],
          ["swap", { device: `${mounted}2`, type: "swap" }],
        ]),
    ),
  });
}

function disk(random: Random, index: number, { onlyXen }: MachineWish): Disk {
  const block = random.chance(0.3);
  const script = onlyXen && !block && random.chance(0.1);
  const format = block || script ? "raw" : random.pick(["raw", "qcow2", "vhd", "qcow"] as const);
  const xenOnly = <Value>(probability: number, make: () => Value): Value | undefined =>
    onlyXen ? maybe(random, probability, make) : undefined;
  return compact<Disk>({
    size: maybe(random, 0.5, () => between(random, 1, 100_000)),
    format,
    source: script
      ? { target: `iqn=iqn.2001-05.org:disk,portal=192.0.2.${index}` }
      : source(random, index, block),
    access: random.pick(["rw", "rw", "ro"]),
    backend: xenOnly(0.1, () => domainName(random)),
    backendtype: script
      ? undefined
      : xenOnly(0.3, () => (format === "raw" ? random.pick(["phy", "qdisk"]) : "qdisk")),
    script: script ? "block-iscsi" : undefined,
    direct_io_safe: xenOnly(0.1, () => boolean(random)),
    discard: maybe(random, 0.2, () => boolean(random)),
    colo: undefined,
  });
}

/** Each disk has a place of its own; `target=` can hold commas and blanks. */
function source(random: Random, index: number, block: boolean): DiskSource {
  if (block) return { block: `/dev/vg0/lv,${index} ${random.int(1000)}` };
  return { file: path(random, `,${index} disk.img`) };
}

function cdrom(random: Random): Cdrom {
  return random.chance(0.3) ? {} : { source: { file: path(random, ".iso") } };
}

function shares(random: Random): readonly (readonly [string, Share])[] {
  if (!random.chance(0.1)) return [];
  return [["data-1", { path: plainPath(random, ""), security_model: "none" }]];
}
