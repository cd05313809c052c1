/**
 * Whether a value is of a type (manual, "Pan book", validation).
 *
 * The order is the reference compiler's: the basic type, its range, its parts, then the validation in DML.
 */

import { assertNever } from "../../base/assert-never.ts";
import type { Evaluation, Type } from "../evaluator/evaluation.ts";
import { EvaluationError, isBrokenFile } from "../evaluator/evaluation-error.ts";
import { readOnlySelf } from "../evaluator/self.ts";
import { failPath } from "../evaluator/term-problem.ts";
import { describe } from "../evaluator/value-text.ts";
import { formatRange, type PrimitiveName, type Range } from "../schema/type.ts";
import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import { isPathProblem, isShapeProblem, parsePath } from "../tree/path.ts";
import type { Term } from "../tree/term.ts";
import { UNDEF } from "../tree/transient.ts";
import { isProperty, isResource, type Value } from "../tree/value.ts";
import { type Failure, failure } from "./failure.ts";
import { checkOnce } from "./passed-checks.ts";

type Node = Type["type"];
type RecordNode = Extract<Node, { kind: "record" }>;

/** Undefined if the value is of the type. */
export function checkType(
  ctx: Evaluation,
  type: Type,
  value: Value | undefined,
): Failure | undefined {
  if (value === undefined) return failure({ kind: "missing", field: undefined }, UNDEF);
  return checkOnce(ctx, type, value, () => {
    return checkNode(ctx, type.type, value) ?? checkValidation(ctx, type, value);
  });
}

function checkNode(ctx: Evaluation, node: Node, value: Value): Failure | undefined {
  switch (node.kind) {
    case "primitive":
      return primitiveTests[node.name](value)
        ? undefined
        : failure({ kind: "wrong-type", wanted: node.name }, value);
    case "alias": {
      const type = ctx.types.get(node.name) as Type;
      const found = checkType(ctx, type, value) ?? checkRange(node.range, value);
      if (found !== undefined && type.place !== undefined)
        found.types.push({ name: node.name, place: type.place });
      return found;
    }
    case "choice":
      if (typeof value !== "string")
        return failure({ kind: "wrong-type", wanted: "string" }, value);
      return node.choices.includes(value)
        ? undefined
        : failure({ kind: "not-a-choice", choices: node.choices }, value);
    case "record":
      return checkUnexpected(ctx, node, value) ?? checkFields(ctx, node, value);
    case "list":
      return checkList(ctx, node, value);
    case "dict":
      return checkDict(ctx, node, value);
    case "link":
      return checkLink(ctx, node.element, value);
    default:
      return assertNever(node);
  }
}

function checkList(
  ctx: Evaluation,
  node: Extract<Node, { kind: "list" }>,
  value: Value,
): Failure | undefined {
  if (!(value instanceof List)) return failure({ kind: "wrong-type", wanted: "list" }, value);
  const outside = checkRange(node.range, value);
  if (outside !== undefined) return outside;
  for (let i = 0; i < value.size; i++) {
    const found = checkPart(ctx, node.element, i, value.at(i) as Value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function checkDict(
  ctx: Evaluation,
  node: Extract<Node, { kind: "dict" }>,
  value: Value,
): Failure | undefined {
  if (!(value instanceof Dict)) return failure({ kind: "wrong-type", wanted: "dict" }, value);
  const outside = checkRange(node.range, value);
  if (outside !== undefined) return outside;
  for (const key of value.keys()) {
    const found = checkPart(ctx, node.element, key, value.get(key) as Value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function checkUnexpected(ctx: Evaluation, node: RecordNode, value: Value): Failure | undefined {
  if (node.extensible) return undefined;
  if (!(value instanceof Dict)) return notRecord(ctx, node, value);
  const known = fieldNames(ctx, node);
  const fields = value.keys().filter((key) => !known.has(key));
  return fields.length === 0
    ? undefined
    : failure({ kind: "unexpected", fields, known: [...known] }, value);
}

function notRecord(ctx: Evaluation, node: RecordNode, value: Value): Failure {
  const fields = [...fieldNames(ctx, node)];
  return failure({ kind: "wrong-type", wanted: "dict", fields }, value);
}

/** Names of the fields of a record type, those of its includes among them. */
function fieldNames(ctx: Evaluation, node: RecordNode): ReadonlySet<string> {
  let known = knownFields.get(ctx);
  if (known === undefined) {
    known = new Map();
    knownFields.set(ctx, known);
  }
  let names = known.get(node);
  if (names === undefined) {
    names = new Set();
    collectFieldNames(ctx, node, names);
    known.set(node, names);
  }
  return names;
}

/** By profile, as a name of a type can mean another one in each. */
const knownFields = new WeakMap<Evaluation, Map<RecordNode, Set<string>>>();

function collectFieldNames(ctx: Evaluation, node: RecordNode, names: Set<string>): void {
  for (const { key } of node.required) names.add(key);
  for (const { key } of node.optional) names.add(key);
  for (const { name } of node.includes) {
    collectFieldNames(ctx, includedType(ctx, name).type, names);
  }
}

/** Its declaration has seen to it that a record includes records only. */
function includedType(ctx: Evaluation, name: string): Type & { readonly type: RecordNode } {
  return ctx.types.get(name) as Type & { readonly type: RecordNode };
}

/** The fields of a record, first the included ones; also how an included record type checks its part. */
function checkFields(ctx: Evaluation, node: RecordNode, value: Value): Failure | undefined {
  if (!(value instanceof Dict)) return notRecord(ctx, node, value);
  const outside = checkRange(node.range, value);
  if (outside !== undefined) return outside;
  for (const { name } of node.includes) {
    const type = includedType(ctx, name);
    const found = checkFields(ctx, type.type, value) ?? checkValidation(ctx, type, value);
    if (found === undefined) continue;
    if (type.place !== undefined) found.types.push({ name, place: type.place });
    return found;
  }
  for (const { key, type } of node.required) {
    const child = value.get(key);
    if (child === undefined) return failure({ kind: "missing", field: key }, value);
    const found = checkField(ctx, type, key, child);
    if (found !== undefined) return found;
  }
  for (const { key, type } of node.optional) {
    const child = value.get(key);
    const found = child === undefined ? undefined : checkField(ctx, type, key, child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function checkLink(ctx: Evaluation, element: Node, value: Value): Failure | undefined {
  if (typeof value !== "string") return failure({ kind: "wrong-type", wanted: "link" }, value);
  const path = parsePath(value);
  if (isPathProblem(path)) {
    // A step that is no term is an error of the evaluation to the reference: is_valid() does not answer it.
    if (!isShapeProblem(path)) return failPath(ctx, ctx.here, value, path);
    return failure({ kind: "broken-link", why: "it is not a path" }, value);
  }
  let linked: Value | undefined;
  try {
    linked = ctx.get(path, ctx.here, false);
  } catch (error) {
    if (!(error instanceof EvaluationError) || isBrokenFile(error.diagnostic)) throw error;
    return failure({ kind: "broken-link", why: clause(error.diagnostic.message) }, value);
  }
  if (linked === undefined)
    return failure({ kind: "broken-link", why: "there is no value at that path" }, value);
  // A validation may change what it should only look at, and here it is not below the value that is checked.
  if (isResource(linked)) ctx.inputs?.giveUp();
  const { descent } = ctx;
  ctx.descent = descent && path.kind === "absolute" ? [...path.terms] : undefined;
  const cause = checkNode(ctx, element, linked);
  ctx.descent = descent;
  return cause === undefined ? undefined : failure({ kind: "linked", path: value, cause }, value);
}

/** A sentence as a part of another one. */
function clause(sentence: string): string {
  return sentence.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()).replace(/\.$/, "");
}

function checkValidation(ctx: Evaluation, type: Type, value: Value): Failure | undefined {
  if (type.validation === undefined) return undefined;
  let result: Value;
  try {
    result = ctx.runValidation(type.validation, readOnlySelf(value));
  } catch (error) {
    if (!(error instanceof EvaluationError) || isBrokenFile(error.diagnostic)) throw error;
    return failure({ kind: "crashed", cause: error.diagnostic }, value);
  }
  if (result === true) return undefined;
  if (result === false) return failure({ kind: "refused" }, value);
  return failure({ kind: "not-boolean", given: describe(result) }, value);
}

/** Bounds of a number's value, a string's length, a resource's size. */
function checkRange(range: Range | undefined, value: Value): Failure | undefined {
  if (range === undefined) return undefined;
  const text = formatRange(range);
  if (typeof value === "bigint") {
    const inside =
      value >= range.minimum && (range.maximum === undefined || value <= range.maximum);
    return inside
      ? undefined
      : failure({ kind: "out-of-range", range: text, size: undefined }, value);
  }
  const size = typeof value === "number" ? value : sizeOf(value);
  if (size === undefined) return failure({ kind: "not-countable", range: text }, value);
  // An open range ends at the largest long, also for doubles.
  const maximum = Number(range.maximum ?? 2n ** 63n - 1n);
  if (size >= Number(range.minimum) && size <= maximum) return undefined;
  return failure(
    { kind: "out-of-range", range: text, size: typeof value === "number" ? undefined : size },
    value,
  );
}

function sizeOf(value: Value): number | undefined {
  if (typeof value === "string") return value.length;
  return isResource(value) ? value.size : undefined;
}

/** An element of a list or dict. */
function checkPart(ctx: Evaluation, node: Node, term: Term, value: Value): Failure | undefined {
  const { descent } = ctx;
  descent?.push(term);
  const found = checkNode(ctx, node, value);
  descent?.pop();
  found?.upward.push(term);
  return found;
}

/** A field of a record. */
function checkField(ctx: Evaluation, type: Type, key: string, value: Value): Failure | undefined {
  const { descent } = ctx;
  descent?.push(key);
  const found = checkType(ctx, type, value);
  descent?.pop();
  found?.upward.push(key);
  return found;
}

const primitiveTests: Readonly<Record<PrimitiveName, (value: Value) => boolean>> = {
  boolean: (value) => typeof value === "boolean",
  double: (value) => typeof value === "number",
  element: () => true,
  dict: (value) => value instanceof Dict,
  nlist: (value) => value instanceof Dict,
  list: (value) => value instanceof List,
  long: (value) => typeof value === "bigint",
  number: (value) => typeof value === "bigint" || typeof value === "number",
  property: isProperty,
  resource: isResource,
  string: (value) => typeof value === "string",
};
