/** Finds the local variables of a body: everything that something in it assigns. */

import type { CallExpression, Expression } from "../syntax/ast.ts";
import { visitExpressions } from "../syntax/expression-parts.ts";
import { unwrapBlock } from "../syntax/unwrap.ts";
import type { BodyScope } from "./scope.ts";

/** Positions of the arguments in which a function assigns a variable. */
const assignedArguments: ReadonlyMap<string, readonly number[]> = new Map([
  ["first", [1, 2]],
  ["next", [1, 2]],
  ["append", [0]],
  ["prepend", [0]],
  ["delete", [0]],
]);

/** Gives each local variable of the body a slot. */
export function numberLocals(scope: BodyScope, node: Expression): void {
  visitExpressions(node, (part) => {
    for (const name of assignedBy(part)) if (name !== "SELF") scope.slot(name);
  });
}

function assignedBy(node: Expression): readonly string[] {
  switch (node.kind) {
    case "Assignment":
      return [node.target.name.text];
    case "ForeachExpression":
      return [node.key.name.text, node.value.name.text];
    case "CallExpression":
      return assignedByCall(node);
    default:
      return [];
  }
}

function assignedByCall(node: CallExpression): readonly string[] {
  const positions = assignedArguments.get(node.name.text) ?? [];
  return positions.flatMap((position) => {
    const given = node.args[position];
    const argument = given && unwrapBlock(given);
    return argument?.kind === "VariableReference" ? [argument.name.text] : [];
  });
}
