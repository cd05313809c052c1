/** `${NAME}` in the path of a binding: the value of a global variable. */

import type { Span } from "../../text/span.ts";
import { substitute } from "../java/substitutor.ts";
import type { Evaluation } from "./evaluation.ts";
import { fail } from "./site.ts";
import { valueText } from "./value-text.ts";

/** Whether anything would be looked up: `$${NAME}` only looks like it. */
export function hasVariables(text: string): boolean {
  let lookedUp = false;
  substitute(text, () => {
    lookedUp = true;
    return "";
  });
  return lookedUp;
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
