/** The expressions of which an expression's value is one: the branches of a condition, the end of a block. */

import type { Expression, IfExpression } from "../../syntax/ast.ts";

export function resultsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === "Block") {
    const last = expression.expressions.at(-1);
    return last === undefined ? [] : resultsOf(last);
  }
  if (expression.kind !== "IfExpression") return [expression];
  return branchesOf(expression).flatMap(resultsOf);
}

/** The branches that can be taken: a condition that is written as true or false decides. */
function branchesOf({ condition, consequence, alternative }: IfExpression): readonly Expression[] {
  const otherwise = alternative === undefined ? [] : [alternative];
  if (condition.kind !== "BooleanLiteral") return [consequence, ...otherwise];
  return condition.value ? [consequence] : otherwise;
}
