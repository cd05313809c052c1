/** Diagnostics for texts and values that are no terms or paths. */

import type { Category } from "../../diagnostics/definition.ts";
import type { Span } from "../../text/span.ts";
import type { PathProblem } from "../tree/path.ts";
import type { TermProblem } from "../tree/term.ts";
import { fail, type Traced } from "./site.ts";

export function failTerm(
  ctx: Traced | undefined,
  span: Span,
  problem: TermProblem,
  category?: Category,
): never {
  return fail(
    ctx,
    span,
    "invalid-term",
    { term: problem.text, why: reasons[problem.problem] },
    { category },
  );
}

export function failPath(
  ctx: Traced | undefined,
  span: Span,
  path: string,
  problem: PathProblem,
  category?: Category,
): never {
  return fail(ctx, span, "invalid-path", { path, why: reasons[problem.problem] }, { category });
}

const reasons: Readonly<Record<PathProblem["problem"], string>> = {
  braces: "its braces do not match; write {…} around the part to escape, without nesting",
  authority: "what stands before the colon is not the name of an object template",
  "missing-term": "it has no step",
  "first-term": "it begins with an index; the first step must be a key",
  empty: "a step is empty",
  "leading-zeros": "an index may not have leading zeros",
  "too-long-index": "a key may not begin with a digit, and the number is too large for an index",
  "index-too-large": "the index is larger than 2147483647",
  "index-too-small": "the index is smaller than -2147483648",
  "invalid-key":
    "a key begins with a letter, digit or underscore and goes on with these, '+', '-' or '.'; write {…} around other text, or use escape()",
  unescapable: "only characters up to U+00FF can be escaped",
  "wrong-type": "a step must be a string or a long",
};
