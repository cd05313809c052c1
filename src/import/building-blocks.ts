/** The structure templates of `templates/vmcs` that an imported device can be made with. */

import { panDefaults } from "./pan-defaults.ts";
import type { PanValue } from "./pan-value.ts";

export interface BuildingBlock {
  readonly template: string;
  /** Path of what it makes; `*` stands for the key. */
  readonly at: string;
  /** What it sets. */
  readonly sets: Readonly<Record<string, string | boolean>>;
  /** Fields that it leaves to the description. */
  readonly needs: readonly string[];
  /** The one case of `source` that it is for; undefined where it does not say. */
  readonly source?: string;
  /** A field that must not be there. */
  readonly lacks?: string;
}

/** The first one that fits is taken. */
const blocks: readonly BuildingBlock[] = [
  {
    template: "vmcs/disk/qcow2",
    at: "/storage/disks/*",
    sets: { format: "qcow2", backendtype: "qdisk" },
    needs: ["size"],
  },
  {
    template: "vmcs/disk/block",
    at: "/storage/disks/*",
    sets: { format: "raw" },
    needs: ["source"],
    source: "block",
  },
  { template: "vmcs/disk/file", at: "/storage/disks/*", sets: { format: "raw" }, needs: ["size"] },
  {
    template: "vmcs/cdrom/image",
    at: "/storage/cdroms/*",
    sets: {},
    needs: ["source"],
    source: "file",
  },
  {
    template: "vmcs/cdrom/empty",
    at: "/storage/cdroms/*",
    sets: {},
    needs: [],
    lacks: "source",
  },
  {
    template: "vmcs/network/dhcp",
    at: "/network/interfaces/*",
    sets: { bridge: "xenbr0", dhcp4: true },
    needs: [],
  },
  {
    template: "vmcs/network/bridge",
    at: "/network/interfaces/*",
    sets: { bridge: "xenbr0" },
    needs: [],
  },
];

/** The block that a record is made with; its other fields are given to it. */
export function blockFor(
  at: string,
  fields: ReadonlyMap<string, PanValue>,
  raw: Readonly<Record<string, unknown>>,
): BuildingBlock | undefined {
  return blocks.find(
    (block) =>
      block.at === at &&
      block.needs.every((field) => fields.has(field)) &&
      Object.entries(block.sets).every(
        ([field, value]) => (raw[field] ?? panDefaults.get(`${at}/${field}`)) === value,
      ) &&
      (block.lacks === undefined || !fields.has(block.lacks)) &&
      (block.source === undefined || hasCase(raw["source"], block.source)),
  );
}

function hasCase(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}
