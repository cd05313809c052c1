/** Finds the local variables of a body: everything that something in it assigns. */

import type { CallExpression, Expression } from "../syntax/ast.ts";
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

/** Gives each local variable of the body a slot. Long chains to the left are walked, not recursed into. */
export function numberLocals(scope: BodyScope, node: Expression): void {
  const pending: Expression[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const name of assignedBy(next)) if (name !== "SELF") scope.slot(name);
    pending.push(...childrenOf(next));
  }
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

function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "VariableReference":
      return node.indexes;
    case "Assignment":
      return [...node.target.indexes, node.value];
    case "UnaryExpression":
      return [node.operand];
    case "BinaryExpression":
      return [node.left, node.right];
    case "CallExpression":
      return node.args;
    case "Block":
      return node.expressions;
    case "IfExpression":
      return [
        node.condition,
        node.consequence,
        ...(node.alternative === undefined ? [] : [node.alternative]),
      ];
    case "WhileExpression":
      return [node.condition, node.body];
    case "ForExpression":
      return [node.initialization, node.condition, node.increment, node.body];
    case "ForeachExpression":
      return [...node.key.indexes, ...node.value.indexes, node.resource, node.body];
    default:
      return [];
  }
}
