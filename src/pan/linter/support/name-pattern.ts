/** The names that an expression of texts and values can become: `'os/' + NAME + '/config'`, `format('os/%s', NAME)`. */

import type { Expression } from "../../syntax/ast.ts";

/** With fewer letters a pattern is no name, and nearly every name would fit. */
const fewestLetters = 3;

/** A regular expression for the whole name; undefined if too little of it is known. */
export function namePattern(expression: Expression): string | undefined {
  const pattern = expression.kind === "CallExpression" ? formatted(expression) : joined(expression);
  const known = pattern?.replace(/\.\*|\W/g, "") ?? "";
  return known.length < fewestLetters ? undefined : pattern;
}

function joined(expression: Expression): string {
  let pattern = "";
  let rest = expression;
  // Sums nest to the left.
  while (rest.kind === "BinaryExpression" && rest.operator === "+") {
    pattern = part(rest.right) + pattern;
    rest = rest.left;
  }
  return part(rest) + pattern;
}

function part(expression: Expression): string {
  return expression.kind === "StringLiteral" ? quote(expression.value) : ".*";
}

function formatted(call: Extract<Expression, { kind: "CallExpression" }>): string | undefined {
  const [first] = call.args;
  if (call.name.text !== "format" || first?.kind !== "StringLiteral") return undefined;
  return first.value
    .split(/%[^a-zA-Z%]*[a-zA-Z]/)
    .map(quote)
    .join(".*");
}

function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
