/** Types along a path: which bindings check it, and whose default it has. */

import type { Evaluation, Type } from "../evaluator/evaluation.ts";
import { type Field, formatType, type RecordType } from "../schema/type.ts";
import { formatTerms } from "../tree/path.ts";
import type { Term } from "../tree/term.ts";
import type { Check, TypeStep } from "./explanation.ts";
import { shownIfAny } from "./shown-value.ts";

export type Schema = Pick<Evaluation, "bindings" | "types">;

/** The bindings at the path and above it, from the root down. */
export function checksOf(schema: Schema, terms: readonly Term[]): readonly Check[] {
  return [...schema.bindings.values()]
    .filter(({ path }) => path.terms.every((term, i) => term === terms[i]))
    .sort((a, b) => a.path.terms.length - b.path.terms.length)
    .flatMap(({ path, types }) =>
      types.map((type) => ({
        path: formatTerms(path.terms),
        place: type.place,
        type: formatType(type.type),
        validates: type.validation !== undefined,
        steps: stepsAlong(schema, type.type, terms.slice(path.terms.length)),
      })),
    );
}

/** The type that a default belongs to, and the declaration or field where it is written. */
export function defaultOwner(
  schema: Schema,
  type: Type,
  terms: readonly Term[],
): TypeStep | undefined {
  if (type.defaultValue === undefined) return innerOwner(schema, type, terms);
  for (const [name, declared] of schema.types) {
    const step = stepOf(name, declared, type);
    if (step !== undefined) return step;
  }
  const last = terms.at(-1);
  const field = last === undefined ? undefined : String(last);
  return { name: undefined, field, isRequired: undefined, ...described(type) };
}

/** Where the default is that of the type which this one names, or includes. */
function innerOwner(schema: Schema, { type }: Type, terms: readonly Term[]): TypeStep | undefined {
  const names = type.kind === "alias" ? [type] : type.kind === "record" ? type.includes : [];
  for (const { name } of names) {
    const named = schema.types.get(name);
    const owner = named && defaultOwner(schema, named, terms);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** The declared type itself, or the field of it, that a type is. */
function stepOf(name: string, declared: Type, type: Type): TypeStep | undefined {
  if (declared === type) return declaration(name, declared);
  if (declared.type.kind !== "record") return undefined;
  const field = ownFields(declared.type).find((one) => one.type === type);
  return field && fieldStep(name, declared.type, field);
}

function stepsAlong(
  schema: Schema,
  node: Type["type"],
  terms: readonly Term[],
): readonly TypeStep[] {
  const [term, ...rest] = terms;
  switch (node.kind) {
    case "alias": {
      const type = schema.types.get(node.name);
      if (type === undefined || type.place === undefined) return [];
      return [declaration(node.name, type), ...stepsAlong(schema, type.type, terms)];
    }
    case "record": {
      if (typeof term !== "string") return [];
      const found = fieldOf(schema, node, term);
      if (found === undefined) return [];
      const { included, field, record } = found;
      return [
        ...included,
        fieldStep(included.at(-1)?.name, record, field),
        ...stepsAlong(schema, field.type.type, rest),
      ];
    }
    case "list":
    case "dict":
      return term === undefined ? [] : stepsAlong(schema, node.element, rest);
    case "primitive":
    case "choice":
    case "link":
      return [];
  }
}

type Node = Type["type"];
type Fields = Extract<Node, { kind: "record" }>;
type OneField = Fields["required"][number];

interface FoundField {
  /** The included types that lead to it. */
  readonly included: readonly TypeStep[];
  readonly record: Fields;
  readonly field: OneField;
}

function fieldOf(schema: Schema, record: Fields, key: string): FoundField | undefined {
  const own = ownFields(record).find((field) => field.key === key);
  if (own !== undefined) return { included: [], record, field: own };
  for (const { name } of record.includes) {
    const type = schema.types.get(name);
    if (type?.type.kind !== "record") continue;
    const found = fieldOf(schema, type.type, key);
    if (found !== undefined)
      return { ...found, included: [declaration(name, type), ...found.included] };
  }
  return undefined;
}

function ownFields<Body>({ required, optional }: RecordType<Body>): readonly Field<Body>[] {
  return [...required, ...optional];
}

function declaration(name: string, type: Type): TypeStep {
  return { name, field: undefined, isRequired: undefined, ...described(type) };
}

function fieldStep(name: string | undefined, record: Fields, field: OneField): TypeStep {
  const isRequired = record.required.includes(field);
  const { type, place } = field;
  // From the name to the end of what it says of it.
  const whole = type.place?.file === place.file ? { ...place, end: type.place.end } : place;
  return { name, field: field.key, isRequired, ...described(type), place: whole };
}

function described(type: Type): Pick<TypeStep, "type" | "validates" | "defaultValue" | "place"> {
  return {
    type: formatType(type.type),
    validates: type.validation !== undefined,
    defaultValue: shownIfAny(type.defaultValue),
    place: type.place,
  };
}
