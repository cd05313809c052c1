/** `create(template, key, value, …)`: the dict that a structure template makes, with more keys set. */

import type { Span } from "../../../text/span.ts";
import { Dict } from "../../tree/dict.ts";
import { type Origin, Provenance } from "../../tree/provenance.ts";
import { isTermProblem, termFromText } from "../../tree/term.ts";
import type { Value } from "../../tree/value.ts";
import { checkReplacement } from "../access.ts";
import { flagsOf } from "../code.ts";
import { runTemplate } from "../compiled-template.ts";
import type { Evaluation } from "../evaluation.ts";
import { fail } from "../site.ts";
import type { SpecialForm } from "../special-form.ts";
import { failTerm } from "../term-problem.ts";
import { describe } from "../value-text.ts";

export const create: SpecialForm = {
  name: "create",
  signature: "create(template: string, key: string, value: element, ...) -> dict",
  summary: "Runs a structure template and gives the dict it makes; further pairs set keys of it.",
  minArguments: 1,
  maxArguments: Number.POSITIVE_INFINITY,
  needsProfile: true,
  compile(scope, node, args) {
    if (args.length % 2 === 0) return scope.refuse(node, "create-arguments", {});
    const codes = args.map((arg) => arg.run);
    const span = scope.span(node);
    return {
      ...flagsOf(args),
      constant: undefined,
      run(ctx) {
        const [name, ...pairs] = codes.map((code) => code(ctx));
        if (typeof name !== "string") {
          return fail(ctx, span, "template-name-not-string", { given: describe(name as Value) });
        }
        const made = runStructure(ctx, name, span);
        for (let i = 0; i < pairs.length; i += 2)
          putPair(ctx, span, made, pairs[i] as Value, pairs[i + 1] as Value);
        return made;
      },
    };
  },
};

/**
 * Where the structure fails, nothing is put back, as in the reference compiler. It shows where `is_valid` answers such a
 * failure: relative paths are then about what the structure has made so far.
 */
function runStructure(ctx: Evaluation, name: string, span: Span): Dict {
  const { relativeRoot, relativeProvenance, self, here, locals, localNames, recorder } = ctx;
  const provenance = new Provenance();
  ctx.relativeRoot = new Dict();
  ctx.relativeProvenance = provenance;
  const { template, isFirst } = ctx.loadTemplate(name, span);
  if (template.kind !== "structure") {
    return fail(
      ctx,
      span,
      "create-needs-structure",
      { name, kind: template.kind },
      {
        related: [{ span: template.nameSpan, message: `${name} is declared here.` }],
      },
    );
  }
  ctx.enter(template, span, `structure template ${name}`);
  const outside = recorder?.enterStructure(name);
  ctx.structureDepth++;
  ctx.self = undefined;
  runTemplate(ctx, template, isFirst);
  ctx.leave();
  ctx.structureDepth--;
  const made = ctx.relativeRoot;
  ctx.self = self;
  ctx.here = here;
  ctx.locals = locals;
  ctx.localNames = localNames;
  ctx.relativeRoot = relativeRoot;
  ctx.relativeProvenance = relativeProvenance;
  if (outside !== undefined) recorder?.leaveStructure(outside, made);
  ctx.structures.set(made, provenance);
  return made;
}

function putPair(ctx: Evaluation, span: Span, made: Dict, key: Value, value: Value): void {
  if (typeof key !== "string") return fail(ctx, span, "create-key", { given: describe(key) });
  const term = termFromText(key);
  if (isTermProblem(term)) return failTerm(ctx, span, term);
  if (typeof term !== "string")
    return fail(ctx, span, "index-on-dict", { what: "the created dict", term: key });
  checkReplacement(ctx, span, made.put(term, value), value, key);
  recordPair(ctx, made, term, value);
  ctx.recorder?.argument(made, term, value, span);
}

/** The statement that calls wrote it, not the structure template that gave the key another value before. */
function recordPair(ctx: Evaluation, made: Dict, term: string, value: Value): void {
  const provenance = ctx.structures.get(made);
  const origin: Origin = { kind: "assignment", span: ctx.here };
  provenance?.record([term], origin);
  const inner = value instanceof Dict ? ctx.structures.get(value) : undefined;
  if (inner !== undefined) provenance?.graft([term], inner, origin);
}
