/** The places of a model, by the shapes that it has. */

import { assertNever } from "../base/assert-never.ts";
import { invariant } from "../base/invariant.ts";
import { hardware } from "../vm/model/hardware.ts";
import type { Place, VmModel } from "../vm/model/model.ts";
import { network } from "../vm/model/network.ts";
import { software } from "../vm/model/software.ts";
import { storage } from "../vm/model/storage.ts";
import { system } from "../vm/model/system.ts";
import type { Pattern } from "../vm/shape/pattern.ts";
import type { RecordShape, Shape } from "../vm/shape/shape.ts";

/** What a place is in what holds it. */
export type Standing = "root" | "required" | "optional" | "list-item" | "map-item" | "case";

export interface ModelPlace {
  readonly place: Place;
  readonly shape: Shape;
  readonly value: unknown;
  readonly standing: Standing;
  /** The form of the keys of the map that it is an item of. */
  readonly keys?: Pattern;
}

/** An optional field that has no value. */
export interface AbsentPlace {
  readonly place: Place;
  readonly shape: Shape;
}

/** What the description has at its root, by name. */
export const modelRoots = { hardware, network, system, storage, software } as const;

export function* placesOfModel(model: VmModel): Generator<ModelPlace> {
  for (const [name, shape] of Object.entries(modelRoots)) {
    const value = model[name as keyof typeof modelRoots];
    yield* placesAt({ place: [name], shape, value, standing: "root" });
  }
}

export function* absentPlaces(model: VmModel): Generator<AbsentPlace> {
  for (const { place, shape, value } of placesOfModel(model)) {
    if (shape.kind !== "record") continue;
    for (const [name, field] of Object.entries(shape.fields)) {
      if (field.presence !== "optional" || child(value, name) !== undefined) continue;
      yield { place: [...place, name], shape: field.shape };
    }
  }
}

/** A place and all below it, in the order in which skeletons have them. */
function* placesAt(here: ModelPlace): Generator<ModelPlace> {
  yield here;
  const { place, shape, value } = here;
  switch (shape.kind) {
    case "text":
    case "integer":
    case "boolean":
    case "choice":
      return;
    case "list":
      invariant(Array.isArray(value), "the value of a list is an array");
      for (const [index, item] of value.entries()) {
        const at = [...place, index];
        yield* placesAt({ place: at, shape: shape.item, value: item, standing: "list-item" });
      }
      return;
    case "map":
      invariant(value instanceof Map, "the value of a map is a Map");
      for (const [key, item] of value as ReadonlyMap<string, unknown>) {
        const at = [...place, key];
        const { item: inner, keys } = shape;
        yield* placesAt({ place: at, shape: inner, value: item, standing: "map-item", keys });
      }
      return;
    case "record":
      yield* placesBelow(shape, value, place);
      return;
    case "variant":
      for (const [name, item] of Object.entries(value as object)) {
        const chosen = shape.cases[name];
        invariant(chosen !== undefined, `${name} is a case`);
        const at = [...place, name];
        yield* placesAt({ place: at, shape: chosen.shape, value: item, standing: "case" });
      }
      return;
    default:
      assertNever(shape);
  }
}

/** The places of the fields of a record. */
export function* placesBelow(
  shape: RecordShape,
  value: unknown,
  place: Place,
): Generator<ModelPlace> {
  for (const [name, field] of Object.entries(shape.fields)) {
    const item = child(value, name);
    if (item === undefined) continue;
    const standing = field.presence === "optional" ? "optional" : "required";
    yield* placesAt({ place: [...place, name], shape: field.shape, value: item, standing });
  }
}

/** What a record, a list or a map has at a key. */
export function child(value: unknown, key: string | number): unknown {
  if (value instanceof Map) return value.get(key);
  return (value as Readonly<Record<string | number, unknown>>)[key];
}

export function valueAtPlace(model: VmModel, place: Place): unknown {
  let value: unknown = model;
  for (const key of place) {
    if (typeof value !== "object" || value === null) return undefined;
    value = child(value, key);
  }
  return value;
}
