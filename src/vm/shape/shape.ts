/**
 * Shapes: what a part of the VM model looks like, as data.
 *
 * A shape is written once. Reading it from a configuration tree, writing and reading its XML, its XML Schema and
 * its TypeScript type all follow from it, so a new field is one line.
 */

import type { Pattern } from "./pattern.ts";

export interface TextShape {
  readonly kind: "text";
  /** Undefined: any text that XML can hold. */
  readonly pattern: Pattern | undefined;
}

export interface IntegerShape {
  readonly kind: "integer";
  readonly minimum: number;
  readonly maximum: number;
  /** Written beside the value, as an attribute of the element. */
  readonly unit: string | undefined;
  /** The only values, where not every value between the bounds is one. */
  readonly only: readonly number[] | undefined;
}

export interface BooleanShape {
  readonly kind: "boolean";
}

export interface ChoiceShape<Choice extends string = string> {
  readonly kind: "choice";
  readonly choices: readonly Choice[];
}

/** Values in an order that means something. */
export interface ListShape<Item extends Shape = Shape> {
  readonly kind: "list";
  /** Name of the element that holds one of them. */
  readonly element: string;
  readonly item: Item;
}

/** Values by their names; kept in the natural order of these. */
export interface MapShape<Item extends MapItemShape = MapItemShape> {
  readonly kind: "map";
  /** Name of the element that holds one of them. */
  readonly element: string;
  /** Attribute of that element that holds the name. */
  readonly attribute: string;
  readonly keys: Pattern;
  readonly item: Item;
}

/** What a map holds: its element has the key as an attribute, which goes with a record or a text. */
export type MapItemShape = RecordShape | TextShape;

export interface RecordShape<Fields extends FieldTable = FieldTable> {
  readonly kind: "record";
  /** In the order in which they are written. */
  readonly fields: Fields;
}

/** Exactly one of some fields. */
export interface VariantShape<Cases extends CaseTable = CaseTable> {
  readonly kind: "variant";
  readonly cases: Cases;
}

export type Shape =
  | TextShape
  | IntegerShape
  | BooleanShape
  | ChoiceShape
  | ListShape
  | MapShape
  | RecordShape
  | VariantShape;

/**
 * Whether a field must be there: `required` always, `optional` never, `derived` in a skeleton but not in a
 * description, where `derive.ts` supplies what is absent.
 */
export type Presence = "required" | "optional" | "derived";

export interface Field<S extends Shape = Shape, P extends Presence = Presence> {
  readonly shape: S;
  readonly presence: P;
  /** What it is, in a phrase; it documents the schema. */
  readonly summary: string;
}

export type FieldTable = Readonly<Record<string, Field>>;
export type CaseTable = Readonly<
  Record<string, { readonly shape: Shape; readonly summary: string }>
>;

/** The TypeScript type of the values of a shape. */
export type Infer<S> = S extends TextShape
  ? string
  : S extends IntegerShape
    ? number
    : S extends BooleanShape
      ? boolean
      : S extends ChoiceShape<infer Choice>
        ? Choice
        : S extends ListShape<infer Item>
          ? readonly Infer<Item>[]
          : S extends MapShape<infer Item>
            ? ReadonlyMap<string, Infer<Item>>
            : S extends RecordShape<infer Fields>
              ? InferRecord<Fields>
              : S extends VariantShape<infer Cases>
                ? InferVariant<Cases>
                : never;

type InferRecord<Fields extends FieldTable> = {
  readonly [Key in KeysThatAre<Fields, "required" | "derived">]: Infer<Fields[Key]["shape"]>;
} & { readonly [Key in KeysThatAre<Fields, "optional">]?: Infer<Fields[Key]["shape"]> };

type KeysThatAre<Fields extends FieldTable, P extends Presence> = {
  [Key in keyof Fields]: Fields[Key]["presence"] extends P ? Key : never;
}[keyof Fields];

/** One member for each case, in which the other cases are absent. */
type InferVariant<Cases extends CaseTable> = {
  [Case in keyof Cases]: { readonly [Key in Case]: Infer<Cases[Case]["shape"]> } & {
    readonly [Key in Exclude<keyof Cases, Case>]?: never;
  };
}[keyof Cases];

export function text(pattern?: Pattern): TextShape {
  return { kind: "text", pattern };
}

export function integer(minimum: number, maximum: number, unit?: string): IntegerShape {
  return { kind: "integer", minimum, maximum, unit, only: undefined };
}

/** One of some integers, given in ascending order. */
export function integerOf(first: number, ...others: readonly number[]): IntegerShape {
  const only = [first, ...others];
  return {
    kind: "integer",
    minimum: first,
    maximum: others.at(-1) ?? first,
    unit: undefined,
    only,
  };
}

export const boolean: BooleanShape = { kind: "boolean" };

export function choice<const Choice extends string>(
  ...choices: readonly Choice[]
): ChoiceShape<Choice> {
  return { kind: "choice", choices };
}

export function list<Item extends Shape>(element: string, item: Item): ListShape<Item> {
  return { kind: "list", element, item };
}

export function map<Item extends MapItemShape>(
  element: string,
  attribute: string,
  keys: Pattern,
  item: Item,
): MapShape<Item> {
  return { kind: "map", element, attribute, keys, item };
}

export function record<Fields extends FieldTable>(fields: Fields): RecordShape<Fields> {
  return { kind: "record", fields };
}

export function variant<Cases extends CaseTable>(cases: Cases): VariantShape<Cases> {
  return { kind: "variant", cases };
}

export function required<S extends Shape>(shape: S, summary: string): Field<S, "required"> {
  return { shape, presence: "required", summary };
}

export function optional<S extends Shape>(shape: S, summary: string): Field<S, "optional"> {
  return { shape, presence: "optional", summary };
}

export function derived<S extends Shape>(shape: S, summary: string): Field<S, "derived"> {
  return { shape, presence: "derived", summary };
}
