/** A machine in the making: values are put at places of the model, and what is above them comes by itself. */

import { compareNumbers } from "../base/compare.ts";
import { invariant } from "../base/invariant.ts";
import { machine } from "../vm/model/machine.ts";
import type { Place } from "../vm/model/model.ts";
import type { Shape } from "../vm/shape/shape.ts";
import type { ImportedRoots } from "./description.ts";

type Node = Map<string | number, unknown>;

export class Draft {
  private readonly root: Node = new Map();

  put(place: Place, value: unknown): void {
    let node = this.root;
    for (const key of place.slice(0, -1)) {
      let child = node.get(key);
      if (child === undefined) {
        child = new Map();
        node.set(key, child);
      }
      invariant(child instanceof Map, `/${place.join("/")} is below what has no parts`);
      node = child;
    }
    node.set(place.at(-1) ?? "", value);
  }

  get(place: Place): unknown {
    let value: unknown = this.root;
    for (const key of place) value = value instanceof Map ? value.get(key) : undefined;
    return value;
  }

  roots(): ImportedRoots {
    return plain(machine, this.root) as ImportedRoots;
  }
}

/** The shape of what is at a place. */
export function shapeAt(place: Place): Shape {
  let shape: Shape = machine;
  for (const key of place) shape = shapeBelow(shape, String(key));
  return shape;
}

function shapeBelow(shape: Shape, key: string): Shape {
  if (shape.kind === "map" || shape.kind === "list") return shape.item;
  const parts =
    shape.kind === "record" ? shape.fields : shape.kind === "variant" ? shape.cases : {};
  const below = parts[key]?.shape;
  invariant(below !== undefined, `the model has ${key} where it is put`);
  return below;
}

/** Nodes as the values that their shapes have: records are objects, in the order of their fields. */
function plain(shape: Shape, value: unknown): unknown {
  if (shape.kind === "list") {
    return elementsOf(value).map((item: unknown) => plain(shape.item, item));
  }
  if (!(value instanceof Map)) return value;
  if (shape.kind === "map") {
    return new Map([...value].map(([key, item]) => [key, plain(shape.item, item)]));
  }
  const names = Object.keys(
    shape.kind === "record" ? shape.fields : shape.kind === "variant" ? shape.cases : {},
  );
  const present = names.filter((name) => value.get(name) !== undefined);
  return Object.fromEntries(
    present.map((name) => [name, plain(shapeBelow(shape, name), value.get(name))]),
  );
}

/** Of a list that was put as a whole, or element by element. */
function elementsOf(list: unknown): readonly unknown[] {
  if (Array.isArray(list)) return list;
  invariant(list instanceof Map, "a list is an array, or elements by their indexes");
  const nodes: Node = list;
  return [...nodes]
    .toSorted(([one], [other]) => compareNumbers(Number(one), Number(other)))
    .map(([, element]) => element);
}
