import type { Expression } from "../../syntax/ast.ts";
import { fileRule } from "../rule.ts";

export const assignmentInCondition = fileRule({
  id: "VP021",
  name: "assignment-in-condition",
  summary: "A condition compares, and does not assign.",
  reads: "syntax",
  bad: [
    "template example;\nfunction f = { x = ARGV[0]; if (x = 1) 'a' else x; };",
    "template example;\nfunction f = { while (X && (y = true)) g(y); };",
  ],
  good: [
    "template example;\nfunction f = { if (x == 1) 'a'; while (ok = next(X, k, v)) g(k, ok); };",
  ],
  check({ nodes }, report) {
    const conditions = [
      ...nodes("IfExpression"),
      ...nodes("WhileExpression"),
      ...nodes("ForExpression"),
    ].map(({ condition }) => condition);
    for (const condition of conditions.flatMap(operandsOf)) {
      // The result of a call may well be kept and tested at once.
      if (condition.kind === "Assignment" && condition.value.kind !== "CallExpression")
        report(condition, {});
    }
  },
});

/** What a condition is made of. */
function operandsOf(condition: Expression): readonly Expression[] {
  const operands: Expression[] = [];
  const waiting: Expression[] = [condition];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "BinaryExpression" && (next.operator === "&&" || next.operator === "||"))
      waiting.push(next.left, next.right);
    else if (next.kind === "UnaryExpression" && next.operator === "!") waiting.push(next.operand);
    else operands.push(next);
  }
  return operands;
}
