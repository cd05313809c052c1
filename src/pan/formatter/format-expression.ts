/** The layout of DML. Every function takes the tokens of its node, and nothing else, in the order of the text. */

import { assertNever } from "../../base/assert-never.ts";
import { InvariantError } from "../../base/invariant.ts";
import type {
  BinaryExpression,
  Block,
  Expression,
  ForExpression,
  ForeachExpression,
  IfExpression,
  StringLiteral,
  VariableReference,
  WhileExpression,
} from "../syntax/ast.ts";
import { operatorLevels } from "../syntax/operator-precedence.ts";
import { type Doc, group, hardLine, ifBroken, indent, type Line, line, softLine } from "./doc.ts";
import { formatCall } from "./format-call.ts";
import { layItems } from "./items.ts";
import type { TokenSource } from "./token-source.ts";

export function formatExpression(source: TokenSource, node: Expression): Doc {
  // The tree has no parentheses: they are there if the next one stands before the node.
  if (source.next === "(" && source.nextStart < node.start) return parenthesized(source, node);
  switch (node.kind) {
    case "StringLiteral":
      return formatString(source, node);
    case "LongLiteral":
    case "DoubleLiteral":
      return source.takeTight(node.end);
    case "BooleanLiteral":
    case "UndefLiteral":
    case "NullLiteral":
      return source.take();
    case "VariableReference":
      return formatVariable(source, node);
    case "Assignment":
      return [
        formatVariable(source, node.target),
        " ",
        source.take("="),
        formatValue(source, node.value),
      ];
    case "UnaryExpression":
      return [source.take(node.operator), formatExpression(source, node.operand)];
    case "BinaryExpression":
      return formatChain(source, node);
    case "CallExpression":
      return formatCall(source, node, formatExpression);
    case "Block":
      return formatBlock(source, node);
    case "IfExpression":
      return formatIf(source, node);
    case "WhileExpression":
    case "ForExpression":
    case "ForeachExpression":
      return formatLoop(source, node);
    case "MissingExpression":
      throw new InvariantError("A text with syntax errors has no layout.");
    default:
      return assertNever(node);
  }
}

/** What follows `=`, with the blank or the line end before it. */
export function formatValue(source: TokenSource, node: Expression): Doc {
  const value = formatExpression(source, node);
  return goesToNextLine(node) ? group(indent(line, value)) : [" ", value];
}

/** Whether a value that does not fit begins on the next line; others break between their own brackets. */
function goesToNextLine(node: Expression): boolean {
  if (node.kind === "IfExpression") return !hasBlock(node);
  return node.kind === "BinaryExpression";
}

function hasBlock(node: IfExpression): boolean {
  for (let next: Expression | undefined = node; next !== undefined; ) {
    if (next.kind === "Block") return true;
    if (next.kind !== "IfExpression") return false;
    if (next.consequence.kind === "Block") return true;
    next = next.alternative;
  }
  return false;
}

/** A heredoc, a string as written, or the name that the spelling of 2009 leaves unquoted. */
export function formatString(source: TokenSource, node: StringLiteral): Doc {
  return node.quote === "heredoc" ? source.takeHeredoc() : source.takeTight(node.end);
}

function formatVariable(source: TokenSource, { name, indexes }: VariableReference): Doc {
  const variable = source.take(name.text);
  if (indexes.length === 0) return variable;
  const all = indexes.map((index) => [
    source.take("["),
    formatExpression(source, index),
    source.take("]"),
  ]);
  return [variable, ...all];
}

/** What stands between parentheses; a block has brackets of its own to break between. */
function parenthesized(source: TokenSource, node: Expression): Doc {
  const isHugged = node.kind === "Block" && source.second === "{";
  return inParentheses(source, isHugged ? "" : softLine, () => formatExpression(source, node));
}

function inParentheses(source: TokenSource, end: Line | "", format: () => Doc): Doc {
  const open = source.take("(");
  const inner = format();
  const lead = source.lead();
  const close = source.textOf(")");
  const content = end === "" ? [inner, lead] : [indent(end, inner, lead), end];
  return [group(open, content, close), source.trail()];
}

// -------------------------------------------------------------------------------------- operators

const levelOf: ReadonlyMap<string, number> = new Map(
  operatorLevels.flatMap((operators, level) => operators.map((each) => [each, level] as const)),
);

/**
 * Operands of one level. Where they do not fit on a line, conditions have a line each; sums keep the line ends
 * that they have, which often tell what belongs together, and get those that they need.
 */
function formatChain(source: TokenSource, node: BinaryExpression): Doc {
  const level = levelOf.get(node.operator);
  const start = source.nextStart;
  const operands: BinaryExpression[] = [];
  let first: Expression = node;
  // A node in parentheses begins behind them.
  while (first.kind === "BinaryExpression" && levelOf.get(first.operator) === level) {
    if (first.start > start) break;
    operands.unshift(first);
    first = first.left;
  }
  const isLogical = node.operator === "&&" || node.operator === "||";
  const parts: Doc[] = [formatExpression(source, first)];
  for (const { operator, right } of operands) {
    const startsBefore = source.startsLine();
    const sign = source.take(operator);
    const isBroken = isLogical || startsBefore || source.startsLine();
    const operand = formatExpression(source, right);
    parts.push(" ", sign, isBroken ? [line, operand] : group(line, operand));
  }
  return group(...parts);
}

// -------------------------------------------------------------------------------------------- blocks

/** A block with one short expression stays on a line if it has been written on one. */
function formatBlock(source: TokenSource, node: Block): Doc {
  return [group(...blockParts(source, node)), source.trail()];
}

/** Without its group and without what follows its `}`. */
function blockParts(source: TokenSource, node: Block): readonly Doc[] {
  const { expressions } = node;
  const open = source.take("{");
  const mustBreak = expressions.length > 1 || source.startsLine() || source.hasLead();
  const end = mustBreak ? hardLine : line;
  const items = layItems(source, expressions, (expression, isLast) => {
    const item = formatExpression(source, expression);
    return [item, isLast ? ifBroken(";") : source.take(";")];
  });
  const lead = source.closingLead();
  return [open, indent(end, items, lead), end, source.textOf("}")];
}

/** All branches of a chain break, or none. */
function formatIf(source: TokenSource, node: IfExpression): Doc {
  const parts: Doc[] = [];
  let next: Expression | undefined = node;
  while (next?.kind === "IfExpression" && source.isNext("if")) {
    const { condition, alternative }: IfExpression = next;
    parts.push(source.take("if"), " ", parenthesized(source, condition));
    const isBlock = source.isNext("{");
    parts.push(branch(source, next.consequence));
    next = alternative;
    if (next === undefined) break;
    // A comment behind the bracket stays there.
    parts.push(source.trail(), isBlock ? " " : line, source.take("else"));
    if (source.isNext("if")) parts.push(" ");
    else if (isBlock) parts.push(group(branch(source, next)));
    else parts.push(branch(source, next));
  }
  return [group(...parts), source.trail()];
}

/** What follows a condition or `else`; the comment behind its `}` is left. */
function branch(source: TokenSource, node: Expression): Doc {
  if (node.kind === "Block" && source.isNext("{")) return [" ", blockParts(source, node)];
  return indent(line, formatExpression(source, node));
}

function formatLoop(
  source: TokenSource,
  node: WhileExpression | ForExpression | ForeachExpression,
): Doc {
  const word = source.take();
  const head =
    node.kind === "WhileExpression"
      ? parenthesized(source, node.condition)
      : inParentheses(source, softLine, () => loopHead(source, node));
  if (node.body.kind === "Block" && source.isNext("{")) {
    return [word, " ", head, " ", formatBlock(source, node.body)];
  }
  return group(word, " ", head, indent(line, formatExpression(source, node.body)));
}

function loopHead(source: TokenSource, node: ForExpression | ForeachExpression): Doc {
  return node.kind === "ForExpression"
    ? inSteps(source, [node.initialization, node.condition, node.increment])
    : inSteps(source, [node.key, node.value, node.resource]);
}

function inSteps(source: TokenSource, steps: readonly Expression[]): Doc {
  return steps.map((step, i) => [
    formatExpression(source, step),
    i < steps.length - 1 ? [source.take(";"), line] : "",
  ]);
}
