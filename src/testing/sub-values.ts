/** The values of the parts of an expression, each at the sign or name that a reader takes for it. */

import { assertNever } from "../base/assert-never.ts";
import type { RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { Expression } from "../pan/syntax/ast.ts";
import { nodesIn } from "../pan/syntax/nodes.ts";
import { UNDEF } from "../pan/tree/transient.ts";
import type { Value } from "../pan/tree/value.ts";
import { type Located, spanIn } from "../text/span.ts";
import { dmlText } from "./dml-text.ts";

export interface Expressions {
  readonly file: string;
  readonly text: string;
  readonly valueOf: (node: Expression) => Value | undefined;
}

/** Of more values the first ones. */
const mostValues = 24;

/** In the order of the text; literals speak for themselves, and the whole is known to be false. */
export function subValues(whole: Expression, expressions: Expressions): readonly RelatedPlace[] {
  const found: RelatedPlace[] = [];
  const seen = new Set<number>();
  for (const node of nodesIn(whole) as readonly Expression[]) {
    const isTold = node !== whole && !isLiteral(node);
    const mark = isTold ? markOf(node, expressions.text) : undefined;
    const value = mark === undefined ? undefined : expressions.valueOf(node);
    // What is done for its effect has no value worth telling.
    const isNothing = value === undefined || value === UNDEF;
    if (mark === undefined || isNothing || seen.has(mark.start)) continue;
    seen.add(mark.start);
    found.push({ span: spanIn(expressions.file, mark), message: dmlText(value) });
  }
  return found.toSorted((a, b) => a.span.start - b.span.start).slice(0, mostValues);
}

const constructors: ReadonlySet<string> = new Set(["dict", "nlist", "list"]);

/** Whether the value is what is written, as that of a list of literals. */
function isLiteral(node: Expression): boolean {
  return (nodesIn(node) as readonly Expression[]).every((part) =>
    part.kind === "CallExpression"
      ? constructors.has(part.name.text)
      : part.kind.endsWith("Literal") || part.kind === "UnaryExpression",
  );
}

function markOf(node: Expression, text: string): Located | undefined {
  switch (node.kind) {
    case "VariableReference":
    case "CallExpression":
      return node.name;
    case "BinaryExpression":
      return signAt(node.left.end, node.right.start, node.operator, text);
    case "UnaryExpression":
      return { start: node.start, end: node.start + 1 };
    case "IfExpression":
      return { start: node.start, end: node.start + 2 };
    case "Assignment":
      return undefined; // The variable has the value wherever it is used.
    case "Block":
    case "WhileExpression":
    case "ForExpression":
    case "ForeachExpression":
    case "StringLiteral":
    case "LongLiteral":
    case "DoubleLiteral":
    case "BooleanLiteral":
    case "UndefLiteral":
    case "NullLiteral":
    case "MissingExpression":
      return undefined;
    default:
      return assertNever(node);
  }
}

/** Where an operator stands between its operands; brackets and comments may be there as well. */
function signAt(from: number, to: number, sign: string, text: string): Located | undefined {
  const between = text.slice(from, to).replace(/#.*/g, (comment) => " ".repeat(comment.length));
  const at = between.indexOf(sign);
  return at < 0 ? undefined : { start: from + at, end: from + at + sign.length };
}
