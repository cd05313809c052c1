/**
 * What a path of the VM model becomes: an element of a skeleton, and keys of xl.cfg.
 *
 * Both come from the tables that the skeletons and the Xen backend are written from.
 */

import { assertNever } from "../../base/assert-never.ts";
import { channelRows, controllerRows, hostDeviceRows, tpmRows } from "../../spawn/xen/devices.ts";
import { vifOptions } from "../../spawn/xen/network.ts";
import { pciOptions } from "../../spawn/xen/pci.ts";
import { xlKeys } from "../../spawn/xen/spawn-xen.ts";
import { cdromOptions, diskOptions } from "../../spawn/xen/storage.ts";
import type { XlKey } from "../../spawn/xen/xl-table.ts";
import { formatPlace, type Place } from "../../vm/model/model.ts";
import type { Shape } from "../../vm/shape/shape.ts";
import {
  placeInModel,
  type SkeletonKind,
  skeletonKinds,
  skeletonShapes,
} from "../../vm/skeleton/kinds.ts";
import type { Destination } from "./library.ts";
import { eachStep } from "./path-tree.ts";

export interface PathFacts {
  readonly becomes: readonly Destination[];
  /** The unit in which the skeleton says it is. */
  readonly unit: string | undefined;
}

/** The type whose binding at the root makes a library one of virtual machines. */
export const machineType = "vmcs_vm";

/** By path. */
export function machineFacts(): ReadonlyMap<string, PathFacts> {
  const facts = new Map<string, PathFacts>();
  const add = (path: string, destination: Destination, unit: string | undefined): void => {
    const known = facts.get(path);
    const becomes = [...(known?.becomes ?? []), destination];
    facts.set(path, { becomes, unit: known?.unit ?? unit });
  };
  for (const kind of skeletonKinds) {
    addElements(kind, skeletonShapes[kind], { place: [], element: "" }, add);
  }
  for (const key of Object.values(xlKeys).flat()) {
    add(formatPlace(key.at), { file: "xl.cfg", name: key.name, note: readersOf(key) }, undefined);
  }
  for (const [key, device, rows] of deviceTables) {
    for (const row of rows) {
      const path = [device, ...row.at].join("/");
      add(path, { file: "xl.cfg", name: `${key}: ${row.name}`, note: readersOf(row) }, undefined);
    }
  }
  return facts;
}

/** Options of devices, of which xl is told in one specification each: the key, and where the devices are. */
const deviceTables: readonly (readonly [key: string, at: string, rows: readonly Row[]])[] = [
  ["disk", "/storage/disks/*", diskOptions],
  ["disk", "/storage/cdroms/*", cdromOptions],
  ["vif", "/network/interfaces/*", vifOptions],
  ["pci", "/hardware/devices/pci/*", pciOptions],
  ["usbctrl", "/hardware/devices/usb/controllers/*", controllerRows],
  ["usbdev", "/hardware/devices/usb/host_devices/*", hostDeviceRows],
  ["vtpm", "/hardware/devices/tpm/*", tpmRows],
  ["channel", "/hardware/devices/channels/*", channelRows],
];

/** What is told of a row, whatever it computes its value from. */
type Row = Pick<XlKey, "name" | "at" | "guests" | "platform" | "since" | "until">;

type Add = (path: string, destination: Destination, unit: string | undefined) => void;

interface At {
  /** Below the root of the skeleton, as the model has it. */
  readonly place: Place;
  /** The element, as an XPath below the document. */
  readonly element: string;
}

function addElements(kind: SkeletonKind, shape: Shape, at: At, add: Add): void {
  const file = `${kind}.xml`;
  if (at.element !== "") {
    const path = formatPlace(placeInModel(kind, at.place));
    const unit = shape.kind === "integer" ? shape.unit : undefined;
    add(path, { file, name: `/${kind}${at.element}`, note: "" }, unit);
  }
  const below = (step: string, element: string): At => ({
    place: [...at.place, step],
    element: `${at.element}/${element}`,
  });
  switch (shape.kind) {
    case "record":
      for (const [name, field] of Object.entries(shape.fields)) {
        addElements(kind, field.shape, below(name, name), add);
      }
      return;
    case "variant":
      for (const [name, one] of Object.entries(shape.cases)) {
        addElements(kind, one.shape, below(name, name), add);
      }
      return;
    case "list":
      addElements(kind, shape.item, below(eachStep, shape.element), add);
      return;
    case "map":
      addElements(kind, shape.item, below(eachStep, `${shape.element}[@${shape.attribute}]`), add);
      return;
    case "text":
    case "integer":
    case "boolean":
    case "choice":
      return;
    default:
      assertNever(shape);
  }
}

const allGuests = 3;

function readersOf({ guests, platform, since, until }: Row): string {
  const parts = [
    guests.length === allGuests ? "" : guests.join(", "),
    platform ?? "",
    // The oldest release that is written for.
    since > 2 ? `since Xen 4.${since}` : "",
    until === undefined ? "" : `until Xen 4.${until}`,
  ];
  return parts.filter((part) => part !== "").join("; ");
}
