/** Paths of the simple values of the model, checked when this program is compiled. */

import type { Place, VmModel } from "./model.ts";

/** `/system/boot/kernel`, …: every path that leads through records to a value, a list or a map. */
export type ModelPath = PathsOf<
  Pick<VmModel, "hardware" | "network" | "system" | "storage" | "software">
>;

type PathsOf<T, Prefix extends string = ""> = T extends Leaf
  ? Prefix
  : { [Key in keyof T & string]-?: PathsOf<NonNullable<T[Key]>, `${Prefix}/${Key}`> }[keyof T &
      string];

type Leaf = string | number | boolean | readonly unknown[] | ReadonlyMap<string, unknown>;

export function placeOf(path: ModelPath): Place {
  return path.slice(1).split("/");
}

/** The value at a path; undefined if it or something above it is absent. */
export function valueAt(vm: VmModel, path: ModelPath): unknown {
  let value: unknown = vm;
  for (const key of placeOf(path)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
