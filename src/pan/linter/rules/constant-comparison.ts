import type { BinaryExpression, BinaryOperator, Expression } from "../../syntax/ast.ts";
import { fileRule } from "../rule.ts";
import { type SourceFile, textOf } from "../source-file.ts";
import { isPure } from "../support/pure.ts";

export const constantComparison = fileRule({
  id: "VP013",
  name: "constant-comparison",
  summary: "The result of a comparison depends on something.",
  reads: "syntax",
  bad: [
    "template example;\nfunction f = ARGV[0] == ARGV[0];",
    "template example;\nfunction f = if ('a' < 'b') 1 else 2;",
    "template example;\nfunction f = 1 != 2;",
    "template example;\nfunction f = 2 >= 1;",
    "template example;\nfunction f = 1.5 > 2.5;",
  ],
  good: ["template example;\nfunction f = ARGV[0] == ARGV[1] || f(1) == f(1) || 1 == '1';"],
  check(file, report) {
    for (const comparison of file.nodes("BinaryExpression")) {
      const result = resultOf(file, comparison);
      if (result !== undefined) report(comparison, { result: String(result) });
    }
  },
});

type Compare = (a: string | bigint | number, b: string | bigint | number) => boolean;

const comparisons: Readonly<Partial<Record<BinaryOperator, Compare>>> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  ">": (a, b) => a > b,
  "<=": (a, b) => a <= b,
  ">=": (a, b) => a >= b,
};

function resultOf(
  file: SourceFile,
  { operator, left, right }: BinaryExpression,
): boolean | undefined {
  const compare = comparisons[operator];
  if (compare === undefined) return undefined;
  const [a, b] = [literalOf(left), literalOf(right)];
  if (a !== undefined && b !== undefined) return typeof a === typeof b ? compare(a, b) : undefined;
  // Any value will do: both sides are the same.
  const isSame = textOf(file, left) === textOf(file, right) && isPure(left);
  return isSame ? compare(0, 0) : undefined;
}

function literalOf(expression: Expression): string | bigint | number | undefined {
  switch (expression.kind) {
    case "StringLiteral":
    case "LongLiteral":
    case "DoubleLiteral":
      return expression.value;
    default:
      return undefined;
  }
}
