/**
 * What libvirt, or its driver of the hypervisor, has no word for.
 *
 * A value is refused where the machine would be another one without it. What only tunes the machine, or its host,
 * is left out with a warning, one for all of it.
 */

import { formatPlace, type Place, type VmModel } from "../../vm/model/model.ts";
import type { GuestType, Hypervisor } from "../../vm/model/system.ts";
import { isXen, type LibvirtContext, refuse } from "./context.ts";
import { noWordRows } from "./no-word-rows.ts";

export interface NoWordRow {
  /** Path in the model; `*` stands for the key of a map or the index of a list. */
  readonly at: string;
  readonly verdict: "error" | "warning";
  /** Undefined: on all. */
  readonly on?: readonly Hypervisor[];
  /** Undefined: for all. */
  readonly guests?: readonly GuestType[];
  /** Values with which the machine is what it would be anyway. */
  readonly harmless?: readonly unknown[];
  /** When it matters at all; always where this is absent. */
  readonly when?: (vm: VmModel) => boolean;
  /** Why it is refused. */
  readonly reason?: string;
}

interface Found {
  readonly place: Place;
  readonly row: NoWordRow;
}

export function checkWords(ctx: LibvirtContext): void {
  const found: Found[] = [];
  const { hardware, network, system, storage } = ctx.vm;
  visit(ctx, { hardware, network, system, storage }, [], "", found);
  for (const { place, row } of found) {
    if (row.verdict === "error") refuse(ctx, place, row.reason ?? "libvirt has no word for it");
  }
  const [first, ...others] = found.filter(({ row }) => row.verdict === "warning");
  if (first === undefined) return;
  const paths = [first, ...others].map(({ place }) => formatPlace(place));
  ctx.report(
    "libvirt-no-word",
    first.place,
    { paths: paths.join(", ") },
    { related: others.map(({ place }) => ({ place, message: "left out too" })) },
  );
}

/** Looks at every value that there is, and at nothing below one that has no word. */
function visit(
  ctx: LibvirtContext,
  value: unknown,
  place: Place,
  path: string,
  found: Found[],
): void {
  if (value === undefined || isEmpty(value)) return;
  const row = rowFor(ctx, path, value);
  if (row !== undefined) {
    found.push({ place, row });
    return;
  }
  if (value instanceof Map) {
    for (const [key, item] of value) visit(ctx, item, [...place, String(key)], `${path}/*`, found);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      visit(ctx, item, [...place, index], `${path}/*`, found);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      visit(ctx, item, [...place, key], `${path}/${key}`, found);
    }
  }
}

/** A list or a map of nothing says nothing. */
function isEmpty(value: unknown): boolean {
  return (Array.isArray(value) && value.length === 0) || (value instanceof Map && value.size === 0);
}

function rowFor(ctx: LibvirtContext, path: string, value: unknown): NoWordRow | undefined {
  const rows = byPath.get(path);
  const row = rows?.find(
    ({ on, guests, when }) =>
      (on === undefined || on.includes(ctx.hypervisor)) &&
      (guests === undefined || guests.includes(ctx.guest)) &&
      (when === undefined || when(ctx.vm)),
  );
  if (row !== undefined) return row.harmless?.includes(value) === true ? undefined : row;
  return path.startsWith("/system/xen/") && isLeft(ctx, path)
    ? { at: path, verdict: "warning" }
    : undefined;
}

/** Whether a value that only Xen knows is passed over; there is no row for most of them. */
function isLeft(ctx: LibvirtContext, path: string): boolean {
  const [name = ""] = path.slice("/system/xen/".length).split("/");
  return !isXen(ctx) || !taken.has(name);
}

/** What libvirt has words for; rows say for which guests it has none. */
const taken: ReadonlySet<string> = new Set([
  "e820_host",
  "passthrough",
  "max_grant_frames",
  "max_event_channels",
  "acpi_firmware",
  "bios_path_override",
  "device_model_override",
  "device_model_args",
  "device_model_args_pv",
  "device_model_args_hvm",
  "pci_permissive",
  "pci_seize",
]);

const byPath = new Map<string, NoWordRow[]>();
for (const row of noWordRows) byPath.set(row.at, [...(byPath.get(row.at) ?? []), row]);
