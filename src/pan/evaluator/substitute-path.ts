/** `${NAME}` in the path of a binding: the value of a global variable. */

import type { Span } from "../../text/span.ts";
import type { Evaluation } from "./evaluation.ts";
import { fail } from "./site.ts";

export function hasVariables(text: string): boolean {
  return text.includes("${");
}

export function substituteVariables(ctx: Evaluation, text: string, span: Span): string {
  return fail(ctx, span, "substitution-undefined", { name: text });
}
