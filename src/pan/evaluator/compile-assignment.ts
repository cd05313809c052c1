/** Assignments to paths (manual, "Pan book", assignment). */

import { type Span, spanIn } from "../../text/span.ts";
import type { AssignStatement } from "../syntax/ast.ts";
import { Dict } from "../tree/dict.ts";
import { frozen } from "../tree/freeze.ts";
import { formatPath, formatTerms, type Path } from "../tree/path.ts";
import { duplicate, protect } from "../tree/resource.ts";
import { NULL, UNDEF } from "../tree/transient.ts";
import { isResource, type Value } from "../tree/value.ts";
import type { Body } from "./code.ts";
import { compileBody } from "./compile-expression.ts";
import type { Step } from "./compiled-template.ts";
import { constantValue } from "./constant.ts";
import type { Evaluation } from "./evaluation.ts";
import { refuse, type TemplateScope } from "./scope.ts";
import { PathSelf } from "./self.ts";
import { SharedBody } from "./sharing/shared-body.ts";
import { fail } from "./site.ts";
import { describe } from "./value-text.ts";
import type { StatementPlan } from "./write-log.ts";

interface AssignmentPlan extends StatementPlan {
  readonly path: Path;
}

export function compileAssignStatement(
  template: TemplateScope,
  node: AssignStatement,
  path: Path,
  prefix: Span | undefined,
): Step {
  if (path.kind === "external")
    return refuse(template, node.path, "assignment-to-external-path", { path: formatPath(path) });
  const { body, compiled } = compileBody(template, node.value);
  const plan: AssignmentPlan = {
    path,
    span: spanIn(template.file, node),
    conditional: node.conditional,
    final: node.final,
    prefix,
  };
  const constant = constantValue(body, compiled);
  return constant === undefined ? computed(plan, body) : assigned(plan, protect(frozen(constant)));
}

/** `"this" = dict;` of the 2009 spelling: the keys of the dict become the structure's. */
export function compileThisStatement(template: TemplateScope, node: AssignStatement): Step {
  const { body } = compileBody(template, node.value);
  const span = spanIn(template.file, node);
  const plan: StatementPlan = { span, conditional: false, final: false, prefix: undefined };
  return (ctx) => {
    ctx.here = span;
    ctx.recorder?.begin(plan);
    const value = ctx.runBody(body);
    if (!(value instanceof Dict))
      return fail(ctx, span, "this-not-dict", { given: describe(value) });
    for (const key of value.keys()) {
      const path: Path = { kind: "relative", authority: "", terms: [key] };
      ctx.put(path, duplicate(value.get(key) as Value), span);
      ctx.record(path);
      ctx.recorder?.spread(value, key, path);
    }
    ctx.recordStructure({ kind: "relative", authority: "", terms: [] }, ctx.structures.get(value));
  };
}

/** A value known beforehand; `null` deletes. */
function assigned(plan: AssignmentPlan, value: Value): Step {
  const { path, span, conditional } = plan;
  const removes = value === NULL;
  return (ctx) => {
    ctx.here = span;
    ctx.recorder?.begin(plan, path);
    if (removes ? !conditional : !conditional || isOpen(ctx.get(path, span, true))) {
      refuseFinal(ctx, plan);
      ctx.put(path, removes ? undefined : value, span);
      ctx.record(path);
      ctx.recorder?.set(path, value);
    } else ctx.recorder?.skip(path);
    freeze(ctx, plan);
  };
}

function computed(plan: AssignmentPlan, body: Body): Step {
  const { path, span, conditional } = plan;
  const shared = new SharedBody(body);
  return (ctx) => {
    ctx.here = span;
    ctx.recorder?.begin(plan, path);
    const self = new PathSelf(ctx, path, ctx.get(path, span, true));
    const before = self.value;
    ctx.self = self;
    if (before !== UNDEF) refuseFinal(ctx, plan);
    if (!conditional || before === UNDEF) {
      const { value: result, structure } = shared.run(ctx, before);
      // A value that grew out of undef is copied like any other, which parts two names for a part of it.
      ctx.put(path, result === before ? result : duplicate(result), span);
      // Of what was changed in place the changes are recorded already, and the rest stays whose it was.
      if (result !== self.value || !isResource(result) || before === UNDEF) {
        ctx.record(path);
        ctx.recordStructure(path, structure);
      }
      if (result === self.value && result !== UNDEF) ctx.recorder?.changed(path);
      else ctx.recorder?.set(path, result);
    } else ctx.recorder?.skip(path);
    freeze(ctx, plan);
    ctx.self = undefined;
  };
}

function isOpen(value: Value | undefined): boolean {
  return value === undefined || value === UNDEF;
}

function refuseFinal(ctx: Evaluation, { path, span }: AssignmentPlan): void {
  if (path.kind !== "absolute") return;
  const final = ctx.provenance.finalAt(path.terms);
  if (final === undefined) return;
  const related = [
    { span: final.place, message: `${formatTerms(final.terms)} is made final here.` },
  ];
  fail(
    ctx,
    span,
    "path-is-final",
    { path: formatPath(path), final: formatTerms(final.terms) },
    { related },
  );
}

function freeze(ctx: Evaluation, { path, span, final }: AssignmentPlan): void {
  if (final && path.kind === "absolute") ctx.provenance.setFinal(path.terms, span);
}
