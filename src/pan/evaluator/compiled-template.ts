/** A template ready to run: closures of its statements. It holds no state and serves every profile. */

import type { Span } from "../../text/span.ts";
import type { RuleStatement, TemplateKind } from "../syntax/ast.ts";
import type { Evaluation } from "./evaluation.ts";

export type Step = (ctx: Evaluation) => void;

export interface CompiledTemplate {
  readonly name: string;
  readonly kind: TemplateKind;
  readonly file: string;
  /** The name in the template's declaration. */
  readonly nameSpan: Span;
  /** What runs when a profile includes the template for the first time. */
  readonly first: readonly Step[];
  /** What runs when it includes it again: no types, functions, bindings; nothing of a unique template. */
  readonly again: readonly Step[];
  /** Its rule statements, which run nothing (dialect `vmcs`). */
  readonly rules: readonly RuleStatement[];
}

/** Which kinds of template may include which (manual, "Pan book", include statement). */
const includable: Readonly<Record<TemplateKind, readonly TemplateKind[]>> = {
  object: ["ordinary", "declaration", "unique"],
  ordinary: ["ordinary", "declaration", "unique"],
  unique: ["ordinary", "declaration", "unique"],
  structure: ["declaration", "structure"],
  declaration: ["declaration"],
};

export function mayInclude(includer: TemplateKind, included: TemplateKind): boolean {
  return includable[includer].includes(included);
}

export function runTemplate(ctx: Evaluation, template: CompiledTemplate, isFirst: boolean): void {
  const steps = isFirst ? template.first : template.again;
  ctx.counters.statements += steps.length;
  for (const step of steps) step(ctx);
}
