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
import { isPathProblem, type Path, parsePath } from "../tree/path.ts";
import { writable } from "../tree/resource.ts";
import type { Term } from "../tree/term.ts";
import { UNDEF } from "../tree/transient.ts";
import type { Value } from "../tree/value.ts";
import { bindingsInOrder } from "./bindings.ts";

type Node = Type["type"];

/** Puts the defaults of all bindings into the configuration. */
export function insertDefaults(ctx: Evaluation): void {
  ctx.recorder?.idle();
  for (const { path, types } of bindingsInOrder(ctx)) {
    let self = valueAt(ctx, path);
    if (self === unreachable) continue;
    if (self === undefined || self === UNDEF) {
      for (const type of types) {
        const found = defaultFor(ctx, type);
        if (found === undefined) continue;
        self = found;
        recordDefault(ctx, path.terms, type, found);
        ctx.put(path, found, type.place);
        break;
      }
    }
    for (const type of types) {
      if (self === undefined || self === UNDEF) break;
      const replacement = withDefaults(ctx, type, self, path.terms);
      if (replacement === undefined) continue;
      self = replacement;
      ctx.put(path, replacement);
    }
  }
}

/** Of a path that leads into a list by a key, or into a dict by an index: nothing can be put there. */
const unreachable = Symbol("unreachable");

function valueAt(ctx: Evaluation, path: Path): Value | undefined | typeof unreachable {
  try {
    return ctx.get(path, ctx.here, true);
  } catch (error) {
    if (error instanceof EvaluationError) return unreachable;
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
  ctx: Evaluation,
  type: Type,
  self: Value,
  at: readonly Term[],
): Value | undefined {
  return withDefaultsNode(ctx, type.type, self, at);
}

function withDefaultsNode(
  ctx: Evaluation,
  node: Node,
  self: Value,
  at: readonly Term[],
): Value | undefined {
  switch (node.kind) {
    case "primitive":
    case "choice":
      return undefined;
    case "alias":
      return withDefaults(ctx, ctx.types.get(node.name) as Type, self, at);
    case "list":
      return self instanceof List ? completeList(ctx, node.element, self, at) : undefined;
    case "dict":
      return self instanceof Dict ? completeDict(ctx, node.element, self, at) : undefined;
    case "record":
      return self instanceof Dict ? completeRecord(ctx, node, self, at) : undefined;
    case "link":
      completeLinked(ctx, node.element, self);
      return undefined;
    default:
      return assertNever(node);
  }
}

function completeList(
  ctx: Evaluation,
  element: Node,
  self: List,
  at: readonly Term[],
): List | undefined {
  let replacement: List | undefined;
  for (let i = 0; i < self.size; i++) {
    const value = completeChild(ctx, element, self.at(i) as Value, [...at, i]);
    if (value === undefined) continue;
    replacement ??= writable(self);
    replacement.set(i, value);
  }
  return replacement === self ? undefined : replacement;
}

function completeDict(
  ctx: Evaluation,
  element: Node,
  self: Dict,
  at: readonly Term[],
): Dict | undefined {
  let replacement: Dict | undefined;
  for (const key of self.keys()) {
    const value = completeChild(ctx, element, self.get(key) as Value, [...at, key]);
    if (value === undefined) continue;
    replacement ??= writable(self);
    replacement.put(key, value);
  }
  return replacement === self ? undefined : replacement;
}

/** What replaces a child of a list or dict; undefined if nothing does. */
function completeChild(
  ctx: Evaluation,
  element: Node,
  child: Value,
  at: readonly Term[],
): Value | undefined {
  let value = child;
  if (value === UNDEF) {
    const found = defaultForNode(ctx, element);
    if (found !== undefined) {
      value = found;
      if (element.kind === "alias")
        recordDefault(ctx, at, ctx.types.get(element.name) as Type, found);
    }
  }
  const completed = withDefaultsNode(ctx, element, value, at) ?? value;
  return completed === child ? undefined : completed;
}

function completeRecord(
  ctx: Evaluation,
  node: Extract<Node, { kind: "record" }>,
  self: Dict,
  at: readonly Term[],
): Dict | undefined {
  let dict = self;
  for (const { name } of node.includes) {
    const replacement = withDefaults(ctx, ctx.types.get(name) as Type, dict, at);
    if (replacement instanceof Dict) dict = replacement;
  }
  for (const { key, type } of node.required) dict = completeField(ctx, dict, key, type, at, true);
  for (const { key, type } of node.optional) dict = completeField(ctx, dict, key, type, at, false);
  return dict === self ? undefined : dict;
}

/** A required field gets its default if it is missing, an optional one only if it is there and undef. */
function completeField(
  ctx: Evaluation,
  dict: Dict,
  key: string,
  type: Type,
  at: readonly Term[],
  required: boolean,
): Dict {
  const child = dict.get(key);
  let value = child;
  if (value === UNDEF || (value === undefined && required)) {
    const found = defaultFor(ctx, type);
    if (found !== undefined) {
      value = found;
      recordDefault(ctx, [...at, key], type, found);
    }
  }
  if (value === undefined || (value === UNDEF && required)) return dict;
  const completed = withDefaults(ctx, type, value, [...at, key]) ?? value;
  if (completed === child) return dict;
  const own = writable(dict);
  own.put(key, completed);
  return own;
}

/**
 * The value that a link leads to is completed where it stands; a link that leads nowhere is validation's matter.
 * So is one to another profile: nothing can be put there, and building it now could make a circle of the two.
 */
function completeLinked(ctx: Evaluation, element: Node, self: Value): void {
  if (typeof self !== "string") return;
  const path = parsePath(self);
  if (isPathProblem(path) || path.kind !== "absolute") return;
  try {
    const linked = ctx.get(path, ctx.here, false);
    const replacement = linked && withDefaultsNode(ctx, element, linked, path.terms);
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
