/**
 * The values that an importer found, by their places in the model.
 *
 * The shapes of the model judge each value when it is recorded, so that a description never gets one that could not
 * be built.
 */

import { compareNumbers } from "../../base/compare.ts";
import { invariant } from "../../base/invariant.ts";
import { hardware } from "../../vm/model/hardware.ts";
import type { Place } from "../../vm/model/model.ts";
import { network } from "../../vm/model/network.ts";
import { storage } from "../../vm/model/storage.ts";
import { system } from "../../vm/model/system.ts";
import { matches } from "../../vm/shape/pattern.ts";
import { record, required, type Shape } from "../../vm/shape/shape.ts";
import type { ImportedRoots } from "../description.ts";

export type Simple = string | number | boolean;

export interface Recorder {
  /** Records a value; gives what is wrong with it, as the end of "is '…', which …", if anything is. */
  readonly put: (place: Place, value: Simple) => string | undefined;
  /** Records that there is something at a place, though nothing may be known of it. */
  readonly touch: (place: Place) => void;
  readonly has: (place: Place) => boolean;
  readonly roots: () => ImportedRoots;
}

const model = record({
  hardware: required(hardware, ""),
  network: required(network, ""),
  system: required(system, ""),
  storage: required(storage, ""),
});

interface Node {
  value: Simple | undefined;
  readonly children: Map<string | number, Node>;
}

export function createRecorder(): Recorder {
  const root = emptyNode();
  return {
    put(place, value) {
      const problem = problemOf(shapeAt(place), value) ?? problemOfKeys(place);
      if (problem === undefined) nodeAt(root, place).value = value;
      return problem;
    },
    touch: (place) => void nodeAt(root, place),
    has: (place) => findNode(root, place) !== undefined,
    roots: () => assemble(model, root) as ImportedRoots,
  };
}

function emptyNode(): Node {
  return { value: undefined, children: new Map() };
}

function nodeAt(root: Node, place: Place): Node {
  let node = root;
  for (const key of place) {
    const next = node.children.get(key) ?? emptyNode();
    node.children.set(key, next);
    node = next;
  }
  return node;
}

function findNode(root: Node, place: Place): Node | undefined {
  let node: Node | undefined = root;
  for (const key of place) node = node?.children.get(key);
  return node;
}

function shapeAt(place: Place): Shape {
  let shape: Shape = model;
  for (const key of place) {
    const below = shapeBelow(shape, String(key));
    invariant(below !== undefined, `the model has /${place.join("/")}`);
    shape = below;
  }
  return shape;
}

function shapeBelow(shape: Shape, key: string): Shape | undefined {
  switch (shape.kind) {
    case "record":
      return shape.fields[key]?.shape;
    case "variant":
      return shape.cases[key]?.shape;
    case "list":
    case "map":
      return shape.item;
    default:
      return undefined;
  }
}

function problemOf(shape: Shape, value: Simple): string | undefined {
  switch (shape.kind) {
    case "text": {
      invariant(typeof value === "string", "a text is a string");
      const { pattern } = shape;
      return pattern === undefined || matches(pattern, value)
        ? undefined
        : `is not ${pattern.wanted}`;
    }
    case "choice":
      return shape.choices.includes(String(value))
        ? undefined
        : `is none of ${shape.choices.join(", ")}`;
    case "integer": {
      const isWhole = typeof value === "number" && Number.isSafeInteger(value);
      const isWithin = isWhole && value >= shape.minimum && value <= shape.maximum;
      if (!isWithin) return `is not between ${shape.minimum} and ${shape.maximum}`;
      const isKnown = shape.only === undefined || shape.only.includes(value);
      return isKnown ? undefined : `is none of ${shape.only?.join(", ")}`;
    }
    case "boolean":
      invariant(typeof value === "boolean", "a boolean is one");
      return undefined;
    default:
      invariant(false, `a ${shape.kind} is no simple value`);
  }
}

/** Names that the domain gives to things must be such as the model has. */
function problemOfKeys(place: Place): string | undefined {
  let shape: Shape = model;
  for (const key of place) {
    if (shape.kind === "map" && !matches(shape.keys, String(key))) {
      return `belongs to '${key}', which is not ${shape.keys.wanted}`;
    }
    shape = shapeBelow(shape, String(key)) ?? shape;
  }
  return undefined;
}

function assemble(shape: Shape, node: Node): unknown {
  switch (shape.kind) {
    case "record":
    case "variant":
      return Object.fromEntries(
        [...node.children].map(([key, child]) => [key, assembleBelow(shape, key, child)]),
      );
    case "map":
      return new Map(
        [...node.children].map(([key, child]) => [String(key), assemble(shape.item, child)]),
      );
    case "list":
      return [...node.children]
        .toSorted(([a], [b]) => compareNumbers(Number(a), Number(b)))
        .map(([, child]) => assemble(shape.item, child));
    default:
      return node.value;
  }
}

function assembleBelow(shape: Shape, key: string | number, child: Node): unknown {
  const below = shapeBelow(shape, String(key));
  invariant(below !== undefined, `the shape has ${key}`);
  return assemble(below, child);
}
