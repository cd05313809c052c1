/** Statements other than assignments: includes, variables, declarations, bindings. */

import { invariant } from "../../base/invariant.ts";
import { type Span, spanIn } from "../../text/span.ts";
import type {
  BindStatement,
  FunctionStatement,
  IncludeStatement,
  TypeStatement,
  ValidStatement,
  VariableStatement,
} from "../syntax/ast.ts";
import { frozen } from "../tree/freeze.ts";
import { formatPath, isPathProblem, type Path, parsePath } from "../tree/path.ts";
import { protect } from "../tree/resource.ts";
import { NULL, UNDEF } from "../tree/transient.ts";
import type { Value } from "../tree/value.ts";
import { automaticVariables } from "./automatic-variables.ts";
import type { Body } from "./code.ts";
import { compileBody } from "./compile-expression.ts";
import { compileType, validationType } from "./compile-type.ts";
import { mayInclude, runTemplate, type Step } from "./compiled-template.ts";
import { constantValue } from "./constant.ts";
import { defineBinding, defineFunction, defineType } from "./define.ts";
import type { Evaluation, Type } from "./evaluation.ts";
import { loadPathFrom } from "./load-path.ts";
import { refuse, type TemplateScope } from "./scope.ts";
import { readOnlySelf, VariableSelf } from "./self.ts";
import { SharedBody } from "./sharing/shared-body.ts";
import { fail } from "./site.ts";
import { hasVariables, substituteVariables } from "./substitute-path.ts";
import { failPath } from "./term-problem.ts";
import { describe } from "./value-text.ts";
import type { StatementPlan } from "./write-log.ts";

const includeName = /^\w[\w+.-]*(?:\/[\w+.-]+)*$/;

/** Undefined if the include is known to include nothing. */
export function compileInclude(template: TemplateScope, node: IncludeStatement): Step | undefined {
  const { body, compiled } = compileBody(template, node.template);
  if (compiled.usesSelf) return refuse(template, node.template, "self-in-include", {});
  const name = constantValue(body, compiled);
  const span = spanIn(template.file, node);
  if (name === undefined) return computedInclude(body, span);
  if (name === UNDEF || name === NULL) return undefined;
  if (typeof name !== "string")
    return refuse(template, node.template, "include-not-name", { given: describe(name) });
  if (!includeName.test(name))
    return refuse(template, node.template, "invalid-template-name", { name });
  return (ctx) => {
    ctx.here = span;
    include(ctx, name, span);
  };
}

function computedInclude(body: Body, span: Span): Step {
  return (ctx) => {
    ctx.here = span;
    ctx.recorder?.idle();
    ctx.self = readOnlySelf(undefined);
    const name = ctx.runBody(body);
    ctx.self = undefined;
    if (name === UNDEF || name === NULL) return;
    if (typeof name !== "string")
      return fail(ctx, span, "include-not-name", { given: describe(name) });
    if (!includeName.test(name)) return fail(ctx, span, "invalid-template-name", { name });
    include(ctx, name, span);
  };
}

function include(ctx: Evaluation, name: string, span: Span): void {
  const includer = ctx.currentTemplate;
  const { template, isFirst } = ctx.loadTemplate(name, span);
  if (includer !== undefined && !mayInclude(includer.kind, template.kind)) {
    const related = [{ span: template.nameSpan, message: `${name} is declared here.` }];
    fail(
      ctx,
      span,
      "cannot-include",
      { includer: includer.kind, included: template.kind, name },
      { related },
    );
  }
  // What other templates declare belongs to the profile.
  if (template.kind !== "structure") ctx.inputs?.giveUp();
  ctx.counters.includes++;
  ctx.enter(template, span, `template ${name}`);
  runTemplate(ctx, template, isFirst);
  ctx.leave();
}

export function compileVariableStatement(template: TemplateScope, node: VariableStatement): Step {
  const name = node.name.text;
  if (automaticVariables.includes(name))
    return refuse(template, node.name, "automatic-variable", { name });
  const { body, compiled } = compileBody(template, node.value);
  const span = spanIn(template.file, node);
  const constant = constantValue(body, compiled);
  const step =
    constant === undefined
      ? computedVariable(node, span, body)
      : constantVariable(node, span, protect(frozen(constant)));
  if (name !== "LOADPATH") return step;
  return (ctx) => {
    step(ctx);
    ctx.loadPath = loadPathFrom(ctx, ctx.globalVariable(name) as Value, span);
  };
}

function constantVariable(node: VariableStatement, span: Span, value: Value): Step {
  const { conditional, final } = node;
  const name = node.name.text;
  const plan: StatementPlan = { span, conditional, final, prefix: undefined };
  return (ctx) => {
    ctx.here = span;
    const variable = ctx.globalForStatement(name, UNDEF);
    if (!conditional || variable.value === UNDEF) {
      variable.set(ctx, span, value);
      ctx.recorder?.begin(plan);
      ctx.recorder?.variableSet(variable);
    }
    if (final) variable.final ??= span;
  };
}

function computedVariable(node: VariableStatement, span: Span, body: Body): Step {
  const { conditional, final } = node;
  const name = node.name.text;
  const shared = new SharedBody(body);
  const plan: StatementPlan = { span, conditional, final, prefix: undefined };
  return (ctx) => {
    ctx.here = span;
    const variable = ctx.globalForStatement(name, UNDEF);
    if (!conditional || variable.value === UNDEF) {
      ctx.recorder?.begin(plan);
      ctx.self = new VariableSelf(ctx, variable);
      variable.set(ctx, span, shared.run(ctx, variable.value).value);
      ctx.recorder?.variableSet(variable);
    }
    if (final) variable.final ??= span;
    ctx.self = undefined;
  };
}

export function compileTypeStatement(template: TemplateScope, node: TypeStatement): Step {
  const type = compileType(template, node.type);
  const span = spanIn(template.file, node.name);
  return (ctx) => {
    ctx.here = span;
    defineType(ctx, node.name.text, type, span);
  };
}

export function compileFunctionStatement(template: TemplateScope, node: FunctionStatement): Step {
  const { body } = compileBody(template, node.body, ["ARGV", "ARGC"]);
  const span = spanIn(template.file, node.name);
  return (ctx) => {
    ctx.here = span;
    const { currentTemplate } = ctx;
    invariant(currentTemplate !== undefined, "a function is declared outside of templates");
    defineFunction(ctx, node.name.text, { body, template: currentTemplate, span });
  };
}

export function compileBind(template: TemplateScope, node: BindStatement | ValidStatement): Step {
  const type: Type =
    node.kind === "BindStatement"
      ? compileType(template, node.type)
      : validationType(template, node.body);
  const span = spanIn(template.file, node);
  const text = node.path.text;
  if (hasVariables(text)) {
    return (ctx) => {
      ctx.here = span;
      defineBinding(ctx, bindingPath(ctx, span, substituteVariables(ctx, text, span)), type);
    };
  }
  const path = parsePath(text);
  if (isPathProblem(path))
    return failPath(undefined, spanIn(template.file, node.path), text, path, "syntax");
  if (path.kind !== "absolute")
    return refuse(template, node.path, "binding-not-absolute", { path: formatPath(path) });
  return (ctx) => {
    ctx.here = span;
    defineBinding(ctx, path, type);
  };
}

function bindingPath(ctx: Evaluation, span: Span, text: string): Path {
  const path = parsePath(text);
  if (isPathProblem(path)) return failPath(ctx, span, text, path);
  if (path.kind === "absolute") return path;
  // The reference notices only in the validation that there is no value at such a path.
  return fail(ctx, span, "binding-not-absolute", { path: text }, { category: "validation" });
}
