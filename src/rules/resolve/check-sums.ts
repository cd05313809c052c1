/** Sums, which no single rule can say, checked on a result: whether the packages fit on the disks, and the like. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { Dict } from "../../pan/tree/dict.ts";
import { List } from "../../pan/tree/list.ts";
import { completed } from "./complete.ts";
import { valueAt } from "./facts.ts";
import type { ResolutionInput } from "./resolution-input.ts";
import type { Resolved, ResolvedPackage } from "./resolve.ts";

export function checkSums(input: ResolutionInput, resolved: Resolved): readonly Diagnostic[] {
  const root = completed(input.description.root, resolved);
  return [...checkRoom(input, resolved, root), ...checkNuma(input, root)];
}

/** What is installed must fit on the disks that can be written; nothing is known where one has no size. */
function checkRoom(
  { description }: ResolutionInput,
  { packages }: Resolved,
  root: Dict,
): readonly Diagnostic[] {
  const disks = valueAt(root, ["storage", "disks"]);
  if (!(disks instanceof Dict)) return [];
  const writable = disks.keys().filter((key) => valueAt(disks, [key, "access"]) !== "ro");
  const sizes = writable.map((key) => valueAt(disks, [key, "size"]));
  if (sizes.length === 0 || !sizes.every((size) => typeof size === "bigint")) return [];
  const room = sizes.reduce((sum, size) => sum + Number(size), 0);
  const sized = packages.map((item) => ({ item, size: sizeOf(root, item) }));
  const needed = sized.reduce((sum, { size }) => sum + size, 0);
  if (needed <= room) return [];
  const largest = sized
    .toSorted((left, right) => right.size - left.size)
    .slice(0, 3)
    .map(({ item, size }) => `${item.name} ${size} MiB`)
    .join(", ");
  const place = ["storage", "disks", writable[0] ?? "", "size"];
  const args = { needed, room, missing: needed - room, largest };
  return [diagnostic("packages-exceed-disks", description.spanOf(place), args)];
}

/** In MiB; what the description says of a package counts more than what its source does. */
function sizeOf(root: Dict, { name, key, size }: ResolvedPackage): number {
  const said = valueAt(root, ["software", "packages", key ?? name, "size"]);
  return typeof said === "bigint" ? Number(said) : (size ?? 0);
}

/** Memory that was changed must still be that of the NUMA nodes together. */
function checkNuma({ description }: ResolutionInput, root: Dict): readonly Diagnostic[] {
  const nodes = valueAt(root, ["hardware", "cpu", "numa"]);
  const size = valueAt(root, ["hardware", "memory", "size"]);
  const most = valueAt(root, ["hardware", "memory", "max"]);
  if (!(nodes instanceof List) || typeof size !== "bigint") return [];
  const shares = nodes
    .toArray()
    .map((node) => (node instanceof Dict ? node.get("memory") : undefined));
  if (!shares.every((share) => typeof share === "bigint")) return [];
  const sum = shares.reduce((total, share) => total + Number(share), 0);
  const wanted = Number(typeof most === "bigint" ? most : size);
  if (sum === wanted) return [];
  const place = ["hardware", "cpu", "numa"];
  const args = { path: "/hardware/cpu/numa", sum, wanted };
  return [diagnostic("vm-numa-memory", description.spanOf(place), args)];
}
