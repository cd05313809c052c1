/**
 * Which values of a configuration are behind a value of the model.
 *
 * Most are in the configuration as they are in the model. Others are derived, or differ from one machine of a
 * description to the next; what they come from shows when the configuration is varied.
 */

import { Dict } from "../pan/tree/dict.ts";
import { List } from "../pan/tree/list.ts";
import type { Value } from "../pan/tree/value.ts";
import { noSpan } from "../text/span.ts";
import type { Place, VmModel } from "../vm/model/model.ts";
import type { Shape } from "../vm/shape/shape.ts";
import { modelsFromTree } from "../vm/skeleton/skeletons-from-tree.ts";
import { type OriginSource, pathSource } from "./line-origins.ts";
import { otherValues } from "./other-values.ts";
import { valueAtPlace } from "./walk-model.ts";
import { placesOfTree } from "./walk-tree-places.ts";

export interface Description {
  /** Name of the object template. */
  readonly profile: string;
  readonly root: Dict;
  readonly digest: string;
}

/** The machines of a description; none if it has errors. */
export function machinesOf({ profile, root, digest }: Description): readonly VmModel[] {
  return modelsFromTree(root, { profile, digest, locate: () => noSpan }).models;
}

/** What the value at a place of a machine's model was made from, if not from the value at that path alone. */
export type DerivedFrom = (place: Place) => readonly OriginSource[];

/** `index` says which machine of the description it is. */
export function derivedFrom(description: Description, model: VmModel, index: number): DerivedFrom {
  let variations: readonly VariedMachine[] | undefined;
  return (place) => {
    const value = valueAtPlace(model, place);
    if (isGiven(description.root, place, value)) return [];
    variations ??= variedMachines(description, index);
    const text = stable(value);
    const own = `/${place.join("/")}`;
    const sources = variations
      .filter(({ machine }) => stable(valueAtPlace(machine, place)) !== text)
      .map(({ source }) => source)
      .filter((source) => source.kind !== "path" || `/${source.terms.join("/")}` !== own);
    // What counts up from one machine of a description to the next does so whatever the values are.
    const isCounted = valueInTree(description.root, place) !== undefined;
    const among = sources.some((source) => source.kind === "path" && isInstances(source.terms));
    return isCounted && !among ? [...sources, pathSource(instances)] : sources;
  };
}

const instances: Place = ["system", "instances"];

function isInstances([first, second]: Place): boolean {
  return first === instances[0] && second === instances[1];
}

/** Whether the configuration has the very value of the model. */
function isGiven(root: Dict, place: Place, value: unknown): boolean {
  const given = valueInTree(root, place);
  if (given === undefined) return false;
  const isResource = given instanceof Dict || given instanceof List;
  return isResource || typeof value === "object" || String(given) === String(value);
}

export function valueInTree(root: Dict, place: Place): Value | undefined {
  let value: Value | undefined = root;
  for (const key of place) {
    if (value instanceof Dict) value = value.peek(String(key));
    else if (value instanceof List && typeof key === "number") value = value.peek(key);
    else return undefined;
  }
  return value;
}

interface VariedMachine {
  readonly source: OriginSource;
  readonly machine: VmModel;
}

/** The machine, once for each value of the configuration that can be another one. */
function variedMachines(description: Description, index: number): readonly VariedMachine[] {
  const found: VariedMachine[] = [];
  const take = (source: OriginSource, varied: Description): boolean => {
    const machine = machinesOf(varied)[index];
    if (machine !== undefined) found.push({ source, machine });
    return machine !== undefined;
  };
  for (const { place, shape, value } of placesOfTree(description.root)) {
    const source = pathSource(place);
    for (const other of otherPanValues(shape, value)) {
      const root = withTreeValue(description.root, place, other);
      if (root instanceof Dict && take(source, { ...description, root })) break;
    }
  }
  take({ kind: "profile" }, { ...description, profile: `${description.profile}x` });
  return found;
}

function otherPanValues(shape: Shape, value: Value): readonly Value[] {
  const plain = typeof value === "bigint" ? Number(value) : value;
  return otherValues(shape, plain).map((other) =>
    typeof other === "number" ? BigInt(other) : (other as string | boolean),
  );
}

function withTreeValue(resource: Value | undefined, place: Place, wanted: Value): Value {
  const [key, ...rest] = place;
  if (key === undefined) return wanted;
  if (resource instanceof List && typeof key === "number") {
    const items = resource.toArray();
    return new List(items.with(key, withTreeValue(items[key], rest, wanted)));
  }
  const dict = resource instanceof Dict ? resource : new Dict();
  const entries = dict.keys().map((name) => [name, dict.peek(name) as Value] as const);
  const inner = withTreeValue(dict.peek(String(key)), rest, wanted);
  return new Dict(new Map([...entries, [String(key), inner]]));
}

/** A text that is the same for the same value. */
function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part)) ?? ""
  );
}
