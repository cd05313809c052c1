import type { BinaryExpression, Expression } from "../../syntax/ast.ts";
import { fileRule } from "../rule.ts";
import { textOf } from "../source-file.ts";
import { isPure } from "../support/pure.ts";

export const repeatedOperand = fileRule({
  id: "VP014",
  name: "repeated-operand",
  summary: "The sides of `&&` and `||` are different conditions.",
  reads: "syntax",
  bad: [
    "template example;\nfunction f = exists(ARGV[0]) || exists(ARGV[0]);",
    "template example;\nfunction f = X && Y && X;",
  ],
  good: ["template example;\nfunction f = X && Y || X && Z || f(1) || f(1);"],
  check(file, report) {
    const inner = new Set<Expression>();
    for (const expression of file.nodes("BinaryExpression")) {
      if (expression.operator !== "&&" && expression.operator !== "||") continue;
      if (inner.has(expression)) continue;
      const seen = new Set<string>();
      for (const operand of chain(expression, inner)) {
        const text = textOf(file, operand);
        if (seen.has(text) && isPure(operand)) report(operand, { operator: expression.operator });
        seen.add(text);
      }
    }
  },
});

/** The operands of a chain of the same operator, from left to right; its inner nodes are noted. */
function chain(expression: BinaryExpression, inner: Set<Expression>): readonly Expression[] {
  const operands: Expression[] = [];
  let rest: Expression = expression;
  while (rest.kind === "BinaryExpression" && rest.operator === expression.operator) {
    operands.push(rest.right);
    inner.add(rest);
    rest = rest.left;
  }
  return [...operands, rest].toReversed();
}
