/**
 * Default values: what the bound types put where the templates said nothing, before anything is validated
 * (manual, "Pan book", default values).
 *
 * `defaultFor` finds the default of a missing value, `withDefaults` completes a present one; it gives the
 * replacement, or undefined if nothing is to change. Both know where they are, so that each default is recorded
 * with the type it comes from.
 */

import { assertNever } from "../../base/assert-never.ts";
import type { Evaluation, Type } from "../evaluator/evaluation.ts";
import { EvaluationError } from "../evaluator/evaluation-error.ts";
import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import { isPathProblem, parsePath } from "../tree/path.ts";
import { writable } from "../tree/resource.ts";
import type { Term } from "../tree/term.ts";
import { UNDEF } from "../tree/transient.ts";
import type { Resource, Value } from "../tree/value.ts";
import { bindingsInOrder } from "./bindings.ts";

type Node = Type["type"];
type PartedNode = Extract<Node, { kind: "list" | "dict" | "record" }>;

/** Whose defaults are put in, and who is told of each. */
interface Place {
  readonly ctx: Evaluation;
  readonly record: (at: readonly Term[], type: Type, value: Value) => void;
}

/** Puts the defaults of all bindings into the configuration. */
export function insertDefaults(ctx: Evaluation): void {
  ctx.recorder?.idle();
  const place: Place = {
    ctx,
    record: (at, type, value) => recordDefault(ctx, at, type, value),
  };
  for (const { path, types } of bindingsInOrder(ctx)) {
    let self = currentValue(ctx, path.terms);
    // The reference compiler stops here too: a binding below a property ends the insertion of defaults.
    if (self === "unreachable") return;
    if (self === undefined || self === UNDEF) {
      for (const type of types) {
        const found = defaultFor(ctx, type);
        if (found === undefined) continue;
        self = found;
        place.record(path.terms, type, found);
        ctx.put(path, found);
        break;
      }
    }
    for (const type of types) {
      if (self === undefined || self === UNDEF) break;
      const replacement = withDefaults(place, type, self, path.terms);
      if (replacement === undefined) continue;
      self = replacement;
      ctx.put(path, replacement);
    }
  }
}

function currentValue(ctx: Evaluation, terms: readonly Term[]): Value | undefined | "unreachable" {
  try {
    return ctx.get({ kind: "absolute", authority: "", terms }, ctx.here, true);
  } catch (error) {
    if (error instanceof EvaluationError) return "unreachable";
    throw error;
  }
}

function defaultFor(ctx: Evaluation, type: Type): Value | undefined {
  return type.defaultValue ?? defaultForNode(ctx, type.type);
}

function defaultForNode(ctx: Evaluation, node: Node): Value | undefined {
  switch (node.kind) {
    case "alias":
      return defaultFor(ctx, ctx.types.get(node.name) as Type);
    case "record":
      for (const { name } of node.includes) {
        const found = defaultFor(ctx, ctx.types.get(name) as Type);
        if (found !== undefined) return found;
      }
      return undefined;
    case "primitive":
    case "choice":
    case "list":
    case "dict":
    case "link":
      return undefined;
    default:
      return assertNever(node);
  }
}

function withDefaults(
  place: Place,
  type: Type,
  self: Value,
  at: readonly Term[],
): Value | undefined {
  return withDefaultsNode(place, type.type, self, at);
}

function withDefaultsNode(
  place: Place,
  node: Node,
  self: Value,
  at: readonly Term[],
): Value | undefined {
  switch (node.kind) {
    case "primitive":
    case "choice":
      return undefined;
    case "alias":
      return withDefaults(place, place.ctx.types.get(node.name) as Type, self, at);
    case "list":
    case "dict":
    case "record":
      return completeParts(place, node, self, at);
    case "link":
      completeLinked(place, node.element, self);
      return undefined;
    default:
      return assertNever(node);
  }
}

function completeParts(
  place: Place,
  node: PartedNode,
  self: Value,
  at: readonly Term[],
): Resource | undefined {
  switch (node.kind) {
    case "list":
      return self instanceof List ? completeList(place, node.element, self, at) : undefined;
    case "dict":
      return self instanceof Dict ? completeDict(place, node.element, self, at) : undefined;
    case "record":
      return self instanceof Dict ? completeRecord(place, node, self, at) : undefined;
    default:
      return assertNever(node);
  }
}

function completeList(
  place: Place,
  element: Node,
  self: List,
  at: readonly Term[],
): List | undefined {
  let replacement: List | undefined;
  for (let i = 0; i < self.size; i++) {
    const value = completeChild(place, element, self.at(i) as Value, [...at, i]);
    if (value === undefined) continue;
    replacement ??= writable(self);
    replacement.set(i, value);
  }
  return replacement === self ? undefined : replacement;
}

function completeDict(
  place: Place,
  element: Node,
  self: Dict,
  at: readonly Term[],
): Dict | undefined {
  let replacement: Dict | undefined;
  for (const key of self.keys()) {
    const value = completeChild(place, element, self.get(key) as Value, [...at, key]);
    if (value === undefined) continue;
    replacement ??= writable(self);
    replacement.put(key, value);
  }
  return replacement === self ? undefined : replacement;
}

/** What replaces a child of a list or dict; undefined if nothing does. */
function completeChild(
  place: Place,
  element: Node,
  child: Value,
  at: readonly Term[],
): Value | undefined {
  let value = child;
  if (value === UNDEF) {
    const found = defaultForNode(place.ctx, element);
    if (found !== undefined) {
      value = found;
      if (element.kind === "alias")
        place.record(at, place.ctx.types.get(element.name) as Type, found);
    }
  }
  const completed = withDefaultsNode(place, element, value, at) ?? value;
  return completed === child ? undefined : completed;
}

function completeRecord(
  place: Place,
  node: Extract<Node, { kind: "record" }>,
  self: Dict,
  at: readonly Term[],
): Dict | undefined {
  let dict = self;
  for (const { name } of node.includes) {
    const replacement = withDefaults(place, place.ctx.types.get(name) as Type, dict, at);
    if (replacement instanceof Dict) dict = replacement;
  }
  for (const { key, type } of node.required) dict = completeField(place, dict, key, type, at, true);
  for (const { key, type } of node.optional)
    dict = completeField(place, dict, key, type, at, false);
  return dict === self ? undefined : dict;
}

/** A required field gets its default if it is missing, an optional one only if it is there and undef. */
function completeField(
  place: Place,
  dict: Dict,
  key: string,
  type: Type,
  at: readonly Term[],
  required: boolean,
): Dict {
  const child = dict.get(key);
  let value = child;
  if (value === UNDEF || (value === undefined && required)) {
    const found = defaultFor(place.ctx, type);
    if (found !== undefined) {
      value = found;
      place.record([...at, key], type, found);
    }
  }
  if (value === undefined || (value === UNDEF && required)) return dict;
  const completed = withDefaults(place, type, value, [...at, key]) ?? value;
  if (completed === child) return dict;
  const own = writable(dict);
  own.put(key, completed);
  return own;
}

/**
 * The value that a link leads to is completed where it stands; a link that leads nowhere is validation's matter.
 * So is one to another profile: nothing can be put there, and building it now could make a circle of the two.
 */
function completeLinked(place: Place, element: Node, self: Value): void {
  const { ctx } = place;
  if (typeof self !== "string") return;
  const path = parsePath(self);
  if (isPathProblem(path) || path.kind !== "absolute") return;
  try {
    const linked = ctx.get(path, ctx.here, false);
    const replacement = linked && withDefaultsNode(place, element, linked, path.terms);
    if (replacement !== undefined) ctx.put(path, replacement);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
  }
}

function recordDefault(ctx: Evaluation, at: readonly Term[], type: Type, value: Value): void {
  if (type.place === undefined) return;
  ctx.provenance.record(at, { kind: "default", span: type.place });
  ctx.recorder?.default(at, value, type, type.place);
}
