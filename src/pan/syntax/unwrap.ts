/** Braces around one expression change nothing. */

import type { Expression } from "./ast.ts";

export function unwrapBlock(node: Expression): Expression {
  let inner = node;
  while (inner.kind === "Block" && inner.expressions.length === 1)
    inner = inner.expressions[0] as Expression;
  return inner;
}
