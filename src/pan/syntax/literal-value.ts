/** What a literal stands for. */

import type { Expression } from "./ast.ts";

/** Undefined for any other expression, and for a gap in the source. */
export function literalValue(
  expression: Expression,
): string | bigint | number | boolean | undefined {
  switch (expression.kind) {
    case "StringLiteral":
    case "LongLiteral":
    case "DoubleLiteral":
    case "BooleanLiteral":
      return expression.value;
    default:
      return undefined;
  }
}
