/** Declarations: types, functions and bindings enter a profile, each name once. */

import { assertNever } from "../../base/assert-never.ts";
import type { Span } from "../../text/span.ts";
import type { Path } from "../tree/path.ts";
import type { Evaluation, FunctionDefinition, Type } from "./evaluation.ts";
import { fail } from "./site.ts";

export function defineType(ctx: Evaluation, name: string, type: Type, span: Span): void {
  verifyType(ctx, type);
  const previous = ctx.types.get(name);
  if (previous !== undefined) {
    const related =
      previous.place === undefined
        ? []
        : [{ span: previous.place, message: `${name} is declared here.` }];
    fail(ctx, span, "type-redeclared", { name }, { related });
  }
  ctx.types.set(name, type);
  ctx.declarations = ctx.declarations?.with(type);
}

export function defineFunction(
  ctx: Evaluation,
  name: string,
  definition: FunctionDefinition,
): void {
  const previous = ctx.functions.get(name);
  if (previous !== undefined) {
    const related = [{ span: previous.span, message: `${name} is declared here.` }];
    fail(ctx, definition.span, "function-redeclared", { name }, { related });
  }
  ctx.functions.set(name, definition);
}

export function defineBinding(ctx: Evaluation, path: Path, type: Type): void {
  verifyType(ctx, type);
  ctx.bind(path, type);
}

/** Everything that a type refers to must be declared before it. */
function verifyType(ctx: Evaluation, { type }: Type): void {
  verifyNode(ctx, type);
}

function verifyNode(ctx: Evaluation, node: Type["type"]): void {
  switch (node.kind) {
    case "primitive":
    case "choice":
      return;
    case "alias":
      if (!ctx.types.has(node.name)) ctx.failUnknownType(node.name, node.place);
      return;
    case "list":
    case "dict":
    case "link":
      return verifyNode(ctx, node.element);
    case "record":
      for (const { name, place } of node.includes) verifyIncluded(ctx, name, place);
      for (const { type } of node.required) verifyType(ctx, type);
      for (const { type } of node.optional) verifyType(ctx, type);
      return;
    default:
      return assertNever(node);
  }
}

function verifyIncluded(ctx: Evaluation, name: string, place: Span): void {
  const included = ctx.types.get(name);
  if (included === undefined) ctx.failUnknownType(name, place);
  if (included.type.kind !== "record") fail(ctx, place, "included-type-not-record", { name });
}
