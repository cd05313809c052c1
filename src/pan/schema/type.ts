/**
 * Types declared in Pan, as data (manual, "Pan book", data types).
 *
 * `Body` is the compiled form of a validation; the schema does not look inside.
 */

import type { Span } from "../../text/span.ts";
import type { Value } from "../tree/value.ts";

/** A type with its default value and its validation. */
export interface FullType<Body> {
  readonly type: PanType<Body>;
  /** Protected; undefined if there is none. */
  readonly defaultValue: Value | undefined;
  readonly validation: Body | undefined;
  /** Where it is written; undefined for the primitive types. */
  readonly place: Span | undefined;
}

export type PanType<Body> =
  | PrimitiveType
  | AliasType
  | ChoiceType
  | RecordType<Body>
  | ListType<Body>
  | DictType<Body>
  | LinkType<Body>;

export type PrimitiveName =
  | "boolean"
  | "double"
  | "element"
  | "dict"
  | "nlist"
  | "list"
  | "long"
  | "number"
  | "property"
  | "resource"
  | "string";

export interface PrimitiveType {
  readonly kind: "primitive";
  readonly name: PrimitiveName;
}

/** A type by its name, with bounds for its value or size. */
export interface AliasType {
  readonly kind: "alias";
  readonly name: string;
  readonly range: Range | undefined;
  readonly place: Span;
}

export interface ChoiceType {
  readonly kind: "choice";
  readonly choices: readonly string[];
}

export interface RecordType<Body> {
  readonly kind: "record";
  readonly extensible: boolean;
  readonly range: Range | undefined;
  /** Names of record types whose fields belong to this one. */
  readonly includes: readonly { readonly name: string; readonly place: Span }[];
  /** In the order of their keys. */
  readonly required: readonly Field<Body>[];
  /** In the order of their keys. */
  readonly optional: readonly Field<Body>[];
}

export interface Field<Body> {
  readonly key: string;
  readonly type: FullType<Body>;
  readonly place: Span;
}

export interface ListType<Body> {
  readonly kind: "list";
  readonly element: PanType<Body>;
  readonly range: Range | undefined;
}

export interface DictType<Body> {
  readonly kind: "dict";
  readonly element: PanType<Body>;
  readonly range: Range | undefined;
}

/** A string that is the path of a value of type `element`. */
export interface LinkType<Body> {
  readonly kind: "link";
  readonly element: PanType<Body>;
}

/** Both bounds belong to the range. */
export interface Range {
  readonly minimum: bigint;
  /** Undefined: no upper bound. */
  readonly maximum: bigint | undefined;
}

const primitiveNames: readonly PrimitiveName[] = [
  "boolean",
  "double",
  "element",
  "dict",
  "nlist",
  "list",
  "long",
  "number",
  "property",
  "resource",
  "string",
];

/** The types that need no declaration. */
export const primitiveTypes: ReadonlyMap<string, FullType<never>> = new Map(
  primitiveNames.map((name) => [
    name,
    {
      type: { kind: "primitive", name },
      defaultValue: undefined,
      validation: undefined,
      place: undefined,
    },
  ]),
);

/** The spelling of a type for messages: records are shortened to their keyword. */
export function formatType<Body>(type: PanType<Body>): string {
  switch (type.kind) {
    case "primitive":
      return type.name;
    case "alias":
      return type.range === undefined ? type.name : `${type.name}(${formatRange(type.range)})`;
    case "choice":
      return `choice(${type.choices.map((choice) => `'${choice}'`).join(", ")})`;
    case "record":
      return type.extensible ? "extensible {…}" : "{…}";
    case "list":
      return `${formatType(type.element)}[${type.range === undefined ? "" : formatRange(type.range)}]`;
    case "dict":
      return `${formatType(type.element)}{${type.range === undefined ? "" : formatRange(type.range)}}`;
    case "link":
      return `${formatType(type.element)}*`;
  }
}

export function formatRange(range: Range): string {
  return `${range.minimum}..${range.maximum ?? ""}`;
}
