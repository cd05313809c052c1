/** The expressions inside an expression. */

import { assertNever } from "../../base/assert-never.ts";
import type { Expression } from "./ast.ts";

/** The expressions directly inside one, in the order of the text. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "StringLiteral":
    case "LongLiteral":
    case "DoubleLiteral":
    case "BooleanLiteral":
    case "UndefLiteral":
    case "NullLiteral":
    case "MissingExpression":
      return noParts;
    case "VariableReference":
      return node.indexes;
    case "Assignment":
      return [node.target, node.value];
    case "UnaryExpression":
      return [node.operand];
    case "BinaryExpression":
      return [node.left, node.right];
    case "CallExpression":
      return node.args;
    case "Block":
      return node.expressions;
    case "IfExpression":
      return [node.condition, node.consequence, ...(node.alternative ? [node.alternative] : [])];
    case "WhileExpression":
      return [node.condition, node.body];
    case "ForExpression":
      return [node.initialization, node.condition, node.increment, node.body];
    case "ForeachExpression":
      return [node.key, node.value, node.resource, node.body];
    default:
      return assertNever(node);
  }
}

/** An expression and all inside it, each before its parts. No recursion: chains of operators may be long. */
export function visitExpressions(root: Expression, action: (node: Expression) => void): void {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    action(node);
    const parts = partsOf(node);
    for (let i = parts.length - 1; i >= 0; i--) waiting.push(parts[i] as Expression);
  }
}

const noParts: readonly Expression[] = [];
