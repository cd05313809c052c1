/** Expressions that do nothing but give a value. */

import type { Expression } from "../../syntax/ast.ts";
import { nodesIn } from "../../syntax/nodes.ts";

/**
 * The built-in functions, by what a call can do besides giving a value. (As words, so that the linter loads nothing of
 * the evaluator; a test compares them with it.)
 */
export const builtinsThatAct: ReadonlySet<string> = words(
  "append create debug delete deprecated error first next prepend return substitute traceback",
);

export const builtinsWithoutEffect: ReadonlySet<string> = words(`
  base64_decode base64_encode clone dict digest escape exists file_contents file_exists format if_exists index
  ip4_to_long is_boolean is_defined is_dict is_double is_list is_long is_nlist is_null is_number is_property
  is_resource is_string is_valid join json_decode json_encode key length list long_to_ip4 match matches max merge min
  nlist path_exists replace splice split substr to_boolean to_double to_long to_lowercase to_string to_uppercase
  unescape value
`);

export function isBuiltin(name: string): boolean {
  return builtinsThatAct.has(name) || builtinsWithoutEffect.has(name);
}

const pureKinds: ReadonlySet<string> = new Set<Expression["kind"]>([
  "StringLiteral",
  "LongLiteral",
  "DoubleLiteral",
  "BooleanLiteral",
  "UndefLiteral",
  "NullLiteral",
  "VariableReference",
  "UnaryExpression",
  "BinaryExpression",
]);

/** Twice in a row, a pure expression gives the same value; and leaving it out changes nothing. */
export function isPure(expression: Expression): boolean {
  return nodesIn(expression).every((node) =>
    node.kind === "CallExpression"
      ? builtinsWithoutEffect.has(node.name.text)
      : pureKinds.has(node.kind),
  );
}

/** The names of all variables that an expression reads, and of all functions that it calls. */
export function namesIn(expression: Expression): {
  readonly variables: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
} {
  const variables = new Set<string>();
  const calls = new Set<string>();
  for (const node of nodesIn(expression)) {
    if (node.kind === "VariableReference") variables.add(node.name.text);
    if (node.kind === "CallExpression") calls.add(node.name.text);
  }
  return { variables, calls };
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
