/**
 * Variables: reading, assigning, and the list that `append` changes in place.
 *
 * A name is looked up among the local variables of its body, then among the global ones. Global variables cannot
 * be changed from DML, and what is taken out of one is a copy (manual, "Pan book", variables).
 */

import { closestName } from "../../text/did-you-mean.ts";
import type { Span } from "../../text/span.ts";
import type { Assignment, VariableReference } from "../syntax/ast.ts";
import { List } from "../tree/list.ts";
import { duplicate, isProtected } from "../tree/resource.ts";
import { isTermProblem, type Term, termFromValue } from "../tree/term.ts";
import { NULL, UNDEF } from "../tree/transient.ts";
import type { Value } from "../tree/value.ts";
import {
  checkReplacement,
  readTerms,
  resourceFor,
  tolerateAll,
  tolerateNothing,
  writableListAt,
  writeTerms,
} from "./access.ts";
import { constantVariables } from "./automatic-variables.ts";
import { type Compiled, flagsOf } from "./code.ts";
import { compileSelf, compileSelfList, compileSelfTarget } from "./compile-self.ts";
import { failElement } from "./element-undefined.ts";
import type { Evaluation } from "./evaluation.ts";
import { compileIndexes, subjectOf, type Target, termsCode } from "./reference.ts";
import type { BodyScope } from "./scope.ts";
import { fail } from "./site.ts";
import { failTerm } from "./term-problem.ts";
import { describe } from "./value-text.ts";

export function compileVariable(scope: BodyScope, node: VariableReference): Compiled {
  const indexes = compileIndexes(scope, node);
  if (node.name.text === "SELF") return compileSelf(scope, node, indexes);
  const name = node.name.text;
  const slot = scope.locals.indexOf(name);
  const lookUp = lookUpCode(scope, node, slot, indexes, true);
  const read = lookUpCode(scope, node, slot, indexes, false);
  const span = scope.span(node);
  return {
    ...flagsOf(indexes),
    needsProfile: slot < 0 || flagsOf(indexes).needsProfile,
    constant: undefined,
    run: (ctx) => read(ctx) ?? failUndefined(ctx, span, node, scope),
    variable: { name, slot, indexes, lookUp },
  };
}

export function compileAssignment(scope: BodyScope, node: Assignment): Compiled {
  const nodes = [node.target];
  let value = node.value;
  for (; value.kind === "Assignment"; value = value.value) nodes.push(value.target);
  // The value first, then the innermost target: of two errors the reference reports that which comes first so.
  const compiled = scope.compile(value);
  const run = compiled.run;
  const targets = nodes.reverse().map((target) => compileTarget(scope, target));
  const only = targets.length === 1 ? (targets[0] as Target) : undefined;
  return {
    ...flagsOf([compiled, ...targets]),
    constant: undefined,
    run: only
      ? (ctx) => only.assign(ctx, run(ctx))
      : (ctx) => targets.reduce((result, target) => target.assign(ctx, result), run(ctx)),
  };
}

/** The target of an assignment; its indexes are evaluated after the value. */
export function compileTarget(scope: BodyScope, node: VariableReference): Target {
  const name = node.name.text;
  if (constantVariables.includes(name)) return scope.refuse(node, "automatic-variable", { name });
  const indexes = compileIndexes(scope, node);
  for (const [i, index] of indexes.entries()) {
    if (index.constant === undefined) continue;
    const term = termFromValue(index.constant);
    if (isTermProblem(term))
      failTerm(undefined, scope.span(node.indexes[i] ?? node), term, "syntax");
  }
  if (name === "SELF") return compileSelfTarget(scope, node, indexes);
  const slot = scope.slot(name);
  const span = scope.span(node);
  const terms = termsCode(scope, node, indexes);
  return {
    ...flagsOf(indexes),
    assign(ctx, value) {
      const at = terms(ctx);
      // A local variable never has a protected value, so it can be written in its place.
      const own =
        value !== undefined && (at.length > 0 || isProtected(value)) ? duplicate(value) : value;
      if (ctx.hasGlobal(name)) failGlobal(ctx, span, name);
      if (at.length === 0) setLocal(ctx, span, slot, name, own);
      else setInside(ctx, span, slot, name, at, own);
      return own as Value;
    },
  };
}

/** The list of a variable, ready to be changed; made if there is none. For `append` and `prepend`. */
export function compileListVariable(scope: BodyScope, node: VariableReference): Compiled {
  const indexes = compileIndexes(scope, node);
  const name = node.name.text;
  if (name === "SELF") return compileSelfList(scope, node, indexes);
  const slot = scope.slot(name);
  const span = scope.span(node);
  const terms = termsCode(scope, node, indexes);
  return {
    ...flagsOf(indexes),
    constant: undefined,
    run(ctx) {
      const at = terms(ctx);
      ctx.recorder?.changesLocal();
      let base = ctx.locals[slot];
      if (base === undefined || base === UNDEF || base === NULL) {
        if (base === undefined && ctx.compileTime) fail(ctx, span, "needs-profile", { what: name });
        if (base === undefined && ctx.hasGlobal(name)) failGlobal(ctx, span, name);
        base = new List();
        ctx.locals[slot] = base;
      }
      if (at.length > 0) return writableListAt(subjectOf(ctx, span, name), base, at);
      return base instanceof List
        ? base
        : fail(ctx, span, "not-a-list", { what: name, given: describe(base) });
    },
  };
}

function lookUpCode(
  scope: BodyScope,
  node: VariableReference,
  slot: number,
  indexes: readonly Compiled[],
  lookUp: boolean,
): (ctx: Evaluation) => Value | undefined {
  const name = node.name.text;
  if (indexes.length === 0) {
    return slot < 0
      ? (ctx) => ctx.globalVariable(name)
      : (ctx) => ctx.locals[slot] ?? ctx.globalVariable(name);
  }
  const terms = termsCode(scope, node, indexes);
  const span = scope.span(node);
  const tolerance = lookUp ? tolerateAll : tolerateNothing;
  return (ctx) => {
    const at = terms(ctx);
    const local = slot < 0 ? undefined : ctx.locals[slot];
    const base = local ?? ctx.globalVariable(name);
    if (base === undefined || base === UNDEF) return undefined;
    const found = readTerms(subjectOf(ctx, span, name), base, at, tolerance);
    if (found === undefined && !lookUp) return failElement(subjectOf(ctx, span, name), base, at);
    // A copy, as the value must not change through a local variable.
    return local === undefined && found !== undefined ? duplicate(found) : found;
  };
}

function setLocal(
  ctx: Evaluation,
  span: Span,
  slot: number,
  name: string,
  value: Value | undefined,
): void {
  const previous = ctx.locals[slot];
  ctx.locals[slot] = value;
  if (value !== undefined && previous !== undefined)
    checkReplacement(ctx, span, previous, value, name);
}

function setInside(
  ctx: Evaluation,
  span: Span,
  slot: number,
  name: string,
  terms: readonly Term[],
  value: Value | undefined,
): void {
  ctx.recorder?.changesLocal();
  let base = ctx.locals[slot];
  if (base === undefined || base === UNDEF) {
    base = resourceFor(terms[0] as Term);
    ctx.locals[slot] = base;
  }
  writeTerms(subjectOf(ctx, span, name), base, terms, value);
}

function failGlobal(ctx: Evaluation, span: Span, name: string): never {
  return fail(ctx, span, "global-variable-in-dml", { name });
}

function failUndefined(
  ctx: Evaluation,
  span: Span,
  node: VariableReference,
  scope: BodyScope,
): never {
  const name = node.name.text;
  const base = ctx.variable(name);
  if (base !== undefined) return failElement(subjectOf(ctx, span, name), base, []);
  const help = ctx.compileTime ? undefined : undefinedHelp(ctx, name, scope);
  return fail(ctx, span, "variable-undefined", { name }, { help });
}

/** What other languages call the constants. */
const foreignConstants: ReadonlyMap<string, string> = new Map([
  ["yes", "true"],
  ["on", "true"],
  ["no", "false"],
  ["off", "false"],
  ["none", "null"],
  ["nil", "null"],
  ["undefined", "undef"],
]);

function undefinedHelp(ctx: Evaluation, name: string, scope: BodyScope): string | undefined {
  const constant = foreignConstants.get(name.toLowerCase());
  if (constant !== undefined) return `Did you mean ${constant}?`;
  const declarer = ctx.declarerHelp("variable", name);
  if (declarer !== undefined) return declarer;
  const guess = closestName(name, [...scope.locals, ...ctx.globals.keys()]);
  return guess === undefined ? undefined : `Did you mean ${guess}?`;
}
