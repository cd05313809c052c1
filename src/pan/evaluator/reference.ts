/** What reading and assigning a reference `NAME[index]…` have in common. */

import type { Span } from "../../text/span.ts";
import type { VariableReference } from "../syntax/ast.ts";
import { isTermProblem, type Term, termFromValue } from "../tree/term.ts";
import type { Value } from "../tree/value.ts";
import type { Subject } from "./access.ts";
import type { Compiled, Flags } from "./code.ts";
import type { Evaluation } from "./evaluation.ts";
import type { BodyScope } from "./scope.ts";
import { failTerm } from "./term-problem.ts";

/** Something that can be assigned to. */
export interface Target extends Flags {
  /** Assigns (undefined deletes) and gives the value that the assignment has. */
  readonly assign: (ctx: Evaluation, value: Value | undefined) => Value;
}

export function compileIndexes(scope: BodyScope, node: VariableReference): readonly Compiled[] {
  return node.indexes.map((index) => scope.compileValue(index));
}

/** Evaluates the indexes of a reference to terms. */
export function termsCode(
  scope: BodyScope,
  node: VariableReference,
  indexes: readonly Compiled[],
): (ctx: Evaluation) => readonly Term[] {
  const codes = indexes.map((index, i): ((ctx: Evaluation) => Term) => {
    const span = scope.span(node.indexes[i] ?? node);
    if (index.constant !== undefined) {
      const term = termFromValue(index.constant);
      if (!isTermProblem(term)) return () => term;
    }
    const run = index.run;
    return (ctx) => {
      const term = termFromValue(run(ctx));
      return isTermProblem(term) ? failTerm(ctx, span, term) : term;
    };
  });
  if (codes.length === 0) return () => noTerms;
  if (codes.length === 1) {
    const only = codes[0] as (ctx: Evaluation) => Term;
    return (ctx) => [only(ctx)];
  }
  return (ctx) => codes.map((code) => code(ctx));
}

export function subjectOf(ctx: Evaluation, span: Span, name: string): Subject {
  return {
    ctx,
    span,
    spell: (terms, count) =>
      name +
      terms
        .slice(0, count)
        .map((term) => (typeof term === "string" ? `['${term}']` : `[${term}]`))
        .join(""),
  };
}

const noTerms: readonly Term[] = [];
