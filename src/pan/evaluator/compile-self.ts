/** `SELF`: the value that a statement is about to change, or that a validation looks at. */

import type { Span } from "../../text/span.ts";
import type { VariableReference } from "../syntax/ast.ts";
import { List } from "../tree/list.ts";
import { duplicate, isProtected, writable } from "../tree/resource.ts";
import type { Term } from "../tree/term.ts";
import { NULL, UNDEF } from "../tree/transient.ts";
import type { Value } from "../tree/value.ts";
import {
  readTerms,
  resourceFor,
  tolerateNothing,
  tolerateTerm,
  writableListAt,
  writeTerms,
} from "./access.ts";
import { type Compiled, flagsOf } from "./code.ts";
import { failElement } from "./element-undefined.ts";
import type { Evaluation } from "./evaluation.ts";
import { subjectOf, type Target, termsCode } from "./reference.ts";
import type { BodyScope } from "./scope.ts";
import type { SelfHolder } from "./self.ts";
import { fail } from "./site.ts";
import { describe } from "./value-text.ts";

const selfFlags = { usesSelf: true, needsProfile: true } as const;

export function compileSelf(
  scope: BodyScope,
  node: VariableReference,
  indexes: readonly Compiled[],
): Compiled {
  const span = scope.span(node);
  const whole = indexes.length === 0;
  const lookUp = whole ? wholeSelf(span) : partOfSelf(scope, node, indexes, true);
  const read = whole ? lookUp : partOfSelf(scope, node, indexes, false);
  return {
    ...flagsOf(indexes),
    ...selfFlags,
    constant: undefined,
    run: (ctx) => read(ctx) ?? failElement(subjectOf(ctx, span, "SELF"), UNDEF, noTerms),
    variable: { name: "SELF", slot: -1, indexes, lookUp },
  };
}

export function compileSelfTarget(
  scope: BodyScope,
  node: VariableReference,
  indexes: readonly Compiled[],
): Target {
  if (indexes.length === 0) return scope.refuse(node, "self-assigned", {});
  const terms = termsCode(scope, node, indexes);
  const span = scope.span(node);
  return {
    ...flagsOf(indexes),
    ...selfFlags,
    assign(ctx, value) {
      const at = terms(ctx);
      const own = value === undefined ? undefined : duplicate(value);
      const holder = writableSelf(ctx, span);
      let self = holder.value as Value;
      if (isProtected(self)) self = replaced(holder, writable(self));
      if (self === UNDEF) self = replaced(holder, resourceFor(at[0] as Term));
      writeTerms(subjectOf(ctx, span, "SELF"), self, at, value);
      ctx.recordBelowSelf(at);
      ctx.recorder?.setInside(at, value, span);
      return own as Value;
    },
  };
}

export function compileSelfList(
  scope: BodyScope,
  node: VariableReference,
  indexes: readonly Compiled[],
): Compiled {
  const terms = termsCode(scope, node, indexes);
  const span = scope.span(node);
  return {
    ...flagsOf(indexes),
    ...selfFlags,
    constant: undefined,
    run(ctx) {
      const at = terms(ctx);
      const holder = writableSelf(ctx, span);
      let self = holder.value as Value;
      if (self === UNDEF || self === NULL) self = replaced(holder, new List());
      else if (isProtected(self)) self = replaced(holder, writable(self));
      ctx.recordBelowSelf(at);
      const list = at.length > 0 ? writableListAt(subjectOf(ctx, span, "SELF"), self, at) : self;
      if (!(list instanceof List))
        return fail(ctx, span, "not-a-list", { what: "SELF", given: describe(list) });
      ctx.recorder?.willGrow(list, at);
      return list;
    },
  };
}

function wholeSelf(span: Span): (ctx: Evaluation) => Value | undefined {
  return (ctx) => {
    const self = holderOf(ctx, span).value ?? fail(ctx, span, "self-in-include", {});
    ctx.recorder?.exposes(self);
    return self;
  };
}

function partOfSelf(
  scope: BodyScope,
  node: VariableReference,
  indexes: readonly Compiled[],
  lookUp: boolean,
): (ctx: Evaluation) => Value | undefined {
  const tolerance = lookUp ? tolerateTerm : tolerateNothing;
  const terms = termsCode(scope, node, indexes);
  const span = scope.span(node);
  return (ctx) => {
    const self = holderOf(ctx, span).value ?? fail(ctx, span, "self-in-include", {});
    if (self === UNDEF) return undefined;
    const at = terms(ctx);
    const found = readTerms(subjectOf(ctx, span, "SELF"), self, at, tolerance);
    if (found === undefined && !lookUp) failElement(subjectOf(ctx, span, "SELF"), self, at);
    ctx.recorder?.exposes(found);
    return found;
  };
}

function holderOf(ctx: Evaluation, span: Span): SelfHolder {
  if (ctx.compileTime) return fail(ctx, span, "needs-profile", { what: "SELF" });
  ctx.inputs?.self(ctx.structureDepth);
  return ctx.self ?? fail(ctx, span, "self-in-include", {});
}

function writableSelf(ctx: Evaluation, span: Span): SelfHolder {
  const holder = holderOf(ctx, span);
  return holder.readOnly ? fail(ctx, span, "self-read-only", {}) : holder;
}

function replaced(holder: SelfHolder, value: Value): Value {
  holder.replace(value);
  return value;
}

const noTerms: readonly Term[] = [];
