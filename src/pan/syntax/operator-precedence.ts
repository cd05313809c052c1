/** Binary operators: how strongly they bind, and the tree they make. All of them group to the left. */

import type { BinaryOperator, Expression } from "./ast.ts";

/** From the weakest to the strongest (manual, "Pan book", operators). */
export const operatorLevels: readonly (readonly BinaryOperator[])[] = [
  ["||"],
  ["&&"],
  ["|"],
  ["^"],
  ["&"],
  ["==", "!="],
  ["<", ">", "<=", ">="],
  ["+", "-"],
  ["*", "/", "%"],
];

const strength: ReadonlyMap<string, number> = new Map(
  operatorLevels.flatMap((level, index) => level.map((operator) => [operator, index] as const)),
);

/** An operand with the place it takes, parentheses included. */
interface Placed {
  readonly node: Expression;
  readonly start: number;
  readonly end: number;
}

/** A missing operand stands before the token that was found in its place. */
function placed(node: Expression, start: number, end: number): Placed {
  return { node, start: Math.min(start, node.start), end };
}

interface PendingOperator {
  readonly operator: BinaryOperator;
  readonly level: number;
}

/** Operands and operators in the order of the text; makes a tree as soon as an operator's turn has come. */
export class OperatorStack {
  private readonly operands: Placed[];
  private readonly operators: PendingOperator[] = [];

  constructor(first: Expression, start: number, end: number) {
    this.operands = [placed(first, start, end)];
  }

  push(image: string, right: Expression, start: number, end: number): void {
    const level = strength.get(image) ?? 0;
    this.reduce(level);
    this.operators.push({ operator: image as BinaryOperator, level });
    this.operands.push(placed(right, start, end));
  }

  finish(): Expression {
    this.reduce(0);
    return (this.operands[0] as Placed).node;
  }

  /** Applies the waiting operators that bind at least as strongly as `level`. */
  private reduce(level: number): void {
    for (
      let top = this.operators.at(-1);
      top !== undefined && top.level >= level;
      top = this.operators.at(-1)
    ) {
      this.operators.pop();
      const right = this.operands.pop() as Placed;
      const left = this.operands.pop() as Placed;
      const { start } = left;
      const { end } = right;
      const node: Expression = {
        kind: "BinaryExpression",
        operator: top.operator,
        left: left.node,
        right: right.node,
        start,
        end,
      };
      this.operands.push({ node, start, end });
    }
  }
}
