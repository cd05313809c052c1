/** The simple values of a configuration that describe a machine, with the shapes that they have in the model. */

import { Dict } from "../pan/tree/dict.ts";
import { List } from "../pan/tree/list.ts";
import type { Value } from "../pan/tree/value.ts";
import type { Place } from "../vm/model/model.ts";
import type { Shape } from "../vm/shape/shape.ts";
import { modelRoots } from "./walk-model.ts";

export interface TreePlace {
  readonly place: Place;
  readonly shape: Shape;
  readonly value: Value;
}

/** What the model does not know is left out. */
export function* placesOfTree(root: Dict): Generator<TreePlace> {
  for (const [name, shape] of Object.entries(modelRoots)) {
    yield* placesAt(shape, root.peek(name), [name]);
  }
}

function* placesAt(
  shape: Shape | undefined,
  value: Value | undefined,
  place: Place,
): Generator<TreePlace> {
  if (shape === undefined || value === undefined) return;
  if (value instanceof Dict) {
    for (const key of value.keys()) {
      yield* placesAt(shapeBelow(shape, key), value.peek(key), [...place, key]);
    }
  } else if (value instanceof List) {
    const item = shape.kind === "list" ? shape.item : undefined;
    for (let i = 0; i < value.size; i++) yield* placesAt(item, value.peek(i), [...place, i]);
  } else yield { place, shape, value };
}

function shapeBelow(shape: Shape, key: string): Shape | undefined {
  switch (shape.kind) {
    case "record":
      return Object.hasOwn(shape.fields, key) ? shape.fields[key]?.shape : undefined;
    case "map":
      return shape.item;
    case "variant":
      return Object.hasOwn(shape.cases, key) ? shape.cases[key]?.shape : undefined;
    default:
      return undefined;
  }
}
