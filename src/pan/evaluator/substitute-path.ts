/** `${NAME}` in the path of a binding: the value of a global variable. */

import type { Span } from "../../text/span.ts";
import { substitute } from "../java/substitutor.ts";
import type { Evaluation } from "./evaluation.ts";
import { fail } from "./site.ts";
import { valueText } from "./value-text.ts";

export function hasVariables(text: string): boolean {
  return /\$\{[^}]*\}/.test(text);
}

export function substituteVariables(ctx: Evaluation, text: string, span: Span): string {
  const result = substitute(text, (name) => {
    const value = ctx.globalVariable(name);
    return value === undefined
      ? fail(ctx, span, "substitution-undefined", { name })
      : valueText(value);
  });
  if (typeof result === "string") return result;
  return fail(ctx, span, "substitution-cycle", { names: result.names.join(" → ") });
}
