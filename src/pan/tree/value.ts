/**
 * The values of a configuration tree, and of DML.
 *
 * Properties are plain JavaScript values: `string`, `boolean`, `bigint` for a Pan long (64-bit signed) and
 * `number` for a Pan double, so that `1` and `1.0` never mix. Resources are `Dict` and `List`; they are
 * mutable and have identity, as DML can see both.
 */

import { Dict } from "./dict.ts";
import { List } from "./list.ts";
import type { Null, Undef } from "./transient.ts";

export type Property = string | boolean | bigint | number;
export type Resource = Dict | List;
export type Value = Property | Resource | Undef | Null;

/** Names of the kinds of values as the reference compiler prints them: a dict is an "nlist". */
export type TypeName =
  | "string"
  | "boolean"
  | "long"
  | "double"
  | "nlist"
  | "list"
  | "undef"
  | "null";

export function typeName(value: Value): TypeName {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "bigint":
      return "long";
    case "number":
      return "double";
    default:
      if (value instanceof Dict) return "nlist";
      if (value instanceof List) return "list";
      return value.kind;
  }
}

export function isProperty(value: Value): value is Property {
  return typeof value !== "object";
}

export function isResource(value: Value): value is Resource {
  return value instanceof Dict || value instanceof List;
}
