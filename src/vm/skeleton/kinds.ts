/** The four kinds of skeletons: their names, namespaces and shapes. */

import { hardware } from "../model/hardware.ts";
import type { Place } from "../model/model.ts";
import { network } from "../model/network.ts";
import { software } from "../model/software.ts";
import { storage } from "../model/storage.ts";
import { system } from "../model/system.ts";
import { type RecordShape, record, required } from "../shape/shape.ts";

/** In the order in which they are written. */
export const skeletonKinds = ["network", "system", "storage", "software"] as const;

export type SkeletonKind = (typeof skeletonKinds)[number];

/** The content of each; the system skeleton has the hardware in it, as the V-MCS paper draws it. */
export const skeletonShapes: Readonly<Record<SkeletonKind, RecordShape>> = {
  network,
  system: record({ ...system.fields, hardware: required(hardware, "what the machine is made of") }),
  storage,
  software,
};

export const skeletonSummaries: Readonly<Record<SkeletonKind, string>> = {
  network: "How a virtual machine is connected.",
  system: "What a virtual machine is, how it boots, and what it is made of.",
  storage: "Disks and drives of a virtual machine, and the filesystems on them.",
  software: "What runs in a virtual machine.",
};

export function skeletonNamespace(kind: SkeletonKind): string {
  return `urn:vmcs:skeleton:${kind}:1`;
}

export function skeletonFileName(vm: string, kind: SkeletonKind): string {
  return `${vm}.${kind}.xml`;
}

/** The place in the model of what stands at a place below the outermost element of a skeleton. */
export function placeInModel(kind: SkeletonKind, place: Place): Place {
  return kind === "system" && place[0] === "hardware" ? place : [kind, ...place];
}
