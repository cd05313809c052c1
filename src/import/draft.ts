/** A machine in the making: values are put at places of the model, and what is above them comes by itself. */

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
  for (const key of place) {
    const inner = innerShape(shape, String(key));
    invariant(inner !== undefined, `the model has /${place.join("/")}`);
    shape = inner;
  }
  return shape;
}

function innerShape(shape: Shape, key: string): Shape | undefined {
  if (shape.kind === "record") return shape.fields[key]?.shape;
  if (shape.kind === "variant") return shape.cases[key]?.shape;
  return shape.kind === "map" || shape.kind === "list" ? shape.item : undefined;
}

/** Nodes as the values that their shapes have: records are objects, in the order of their fields. */
function plain(shape: Shape, value: unknown): unknown {
  if (Array.isArray(value) && shape.kind === "list") {
    return value.map((item: unknown) => plain(shape.item, item));
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
    present.map((name) => [name, plain(innerShape(shape, name) ?? shape, value.get(name))]),
  );
}
