/**
 * Expressions to closures.
 *
 * Operations on literals are done at once, as the reference compiler does; what they refuse is then an error of
 * the template, even where nobody would reach it.
 */

import { assertNever } from "../../base/assert-never.ts";
import type { Span } from "../../text/span.ts";
import type {
  BinaryExpression,
  Block,
  Expression,
  IfExpression,
  UnaryExpression,
} from "../syntax/ast.ts";
import { NULL, UNDEF } from "../tree/transient.ts";
import { isProperty, type Value } from "../tree/value.ts";
import { type Body, type Compiled, constantCode, flagsOf } from "./code.ts";
import { compileCall } from "./compile-call.ts";
import { compileFor, compileForeach, compileWhile } from "./compile-loop.ts";
import { compileAssignment, compileVariable } from "./compile-variable.ts";
import { numberLocals } from "./number-locals.ts";
import {
  binaryOperations,
  type Operation,
  type StrictOperator,
  unaryOperations,
} from "./operators.ts";
import { BodyScope, type TemplateScope } from "./scope.ts";
import { derivedCode } from "./sharing/derived.ts";
import { fail, inReader } from "./site.ts";
import { describe } from "./value-text.ts";

/** A body with local variables of its own; `firstLocals` are set by whoever runs it. */
export function compileBody(
  template: TemplateScope,
  node: Expression,
  firstLocals: readonly string[] = [],
): { readonly body: Body; readonly compiled: Compiled } {
  const scope = new BodyScope(template, compileExpression, firstLocals);
  numberLocals(scope, node);
  const compiled = compileExpression(scope, node);
  return { body: { run: compiled.run, locals: scope.locals }, compiled };
}

function compileExpression(scope: BodyScope, node: Expression): Compiled {
  return observed(scope, node, compileNode(scope, node));
}

/** As whoever looks on wants it. */
function observed(scope: BodyScope, node: Expression, compiled: Compiled): Compiled {
  return scope.template.observe?.expression(node, compiled) ?? compiled;
}

function compileNode(scope: BodyScope, node: Expression): Compiled {
  switch (node.kind) {
    case "StringLiteral":
    case "LongLiteral":
    case "DoubleLiteral":
    case "BooleanLiteral":
      return constantCode(node.value);
    case "UndefLiteral":
    case "MissingExpression":
      return constantCode(UNDEF);
    case "NullLiteral":
      return constantCode(NULL);
    case "VariableReference":
      return compileVariable(scope, node);
    case "Assignment":
      return compileAssignment(scope, node);
    case "UnaryExpression":
      return compileUnary(scope, node);
    case "BinaryExpression":
      return compileBinary(scope, node);
    case "CallExpression":
      return compileCall(scope, node);
    case "Block":
      return compileBlock(scope, node);
    case "IfExpression":
      return compileIf(scope, node);
    case "WhileExpression":
      return compileWhile(scope, node);
    case "ForExpression":
      return compileFor(scope, node);
    case "ForeachExpression":
      return compileForeach(scope, node);
    default:
      return assertNever(node);
  }
}

function compileBlock(scope: BodyScope, node: Block): Compiled {
  const parts = node.expressions.map((expression) => compileExpression(scope, expression));
  if (parts.length === 1) return parts[0] as Compiled;
  const codes = parts.map((part) => part.run);
  const last = codes.length - 1;
  const leaving = parts.findIndex((part) => part.leaves);
  return {
    ...flagsOf(parts),
    needsProfile: flagsOf(leaving < 0 ? parts : parts.slice(0, leaving + 1)).needsProfile,
    constant: undefined,
    run(ctx) {
      for (let i = 0; i < last; i++) (codes[i] as Compiled["run"])(ctx);
      return (codes[last] as Compiled["run"])(ctx);
    },
  };
}

function compileIf(scope: BodyScope, node: IfExpression): Compiled {
  const condition = compileExpression(scope, node.condition);
  const consequence = compileExpression(scope, node.consequence);
  const alternative =
    node.alternative === undefined
      ? constantCode(UNDEF)
      : compileExpression(scope, node.alternative);
  const span = scope.span(node.condition);
  if (condition.constant !== undefined) {
    if (typeof condition.constant !== "boolean") {
      return scope.refuse(node.condition, "condition-not-boolean", {
        given: describe(condition.constant),
      });
    }
    return condition.constant ? consequence : alternative;
  }
  const test = condition.run;
  const yes = consequence.run;
  const no = alternative.run;
  return {
    ...flagsOf([condition, consequence, alternative]),
    needsProfile: condition.needsProfile,
    constant: undefined,
    run(ctx) {
      const holds = test(ctx);
      if (holds === true) return yes(ctx);
      if (holds === false) return no(ctx);
      return fail(ctx, span, "condition-not-boolean", { given: describe(holds) });
    },
  };
}

function compileUnary(scope: BodyScope, node: UnaryExpression): Compiled {
  const operand = compileExpression(scope, node.operand);
  const operation = unaryOperations[node.operator];
  const span = scope.span(node);
  if (operand.constant !== undefined) {
    // Of all operators with one operand the reference calls only the plus a syntax error.
    const category = node.operator === "+" ? "syntax" : "evaluation";
    return constantCode(
      inReader(category, () => operation(undefined, span, operand.constant as Value)),
    );
  }
  const run = operand.run;
  return {
    ...flagsOf([operand]),
    constant: undefined,
    run: (ctx) => operation(ctx, span, run(ctx)),
  };
}

/** Chains such as `a + b + c` nest to the left and may be long, so they are walked, not recursed into. */
function compileBinary(scope: BodyScope, node: BinaryExpression): Compiled {
  const chain: BinaryExpression[] = [];
  let leftmost: Expression = node;
  while (leftmost.kind === "BinaryExpression") {
    chain.push(leftmost);
    leftmost = leftmost.left;
  }
  let left = compileExpression(scope, leftmost);
  let links: ChainLink[] = [];
  const isWatched = scope.template.observe?.wantsLinks === true;
  for (const link of chain.reverse()) {
    const right = compileExpression(scope, link.right);
    const { operator } = link;
    if (operator === "&&" || operator === "||") {
      left = compileLogical(scope, link, chained(left, links), right);
      links = [];
    } else if (links.length === 0 && left.constant !== undefined && right.constant !== undefined) {
      left = folded(scope, link, operator, left.constant, right.constant);
    } else {
      links.push({ operation: binaryOperations[operator], span: scope.span(link), right });
    }
    // The whole chain is looked at as one expression anyway.
    if (isWatched && link !== node) {
      left = observed(scope, link, chained(left, links));
      links = [];
    }
  }
  return chained(left, links);
}

/** One operation of a chain, on what stands before it and `right`. */
interface ChainLink {
  readonly operation: Operation;
  readonly span: Span;
  readonly right: Compiled;
}

/** The operations one after the other. */
function chained(first: Compiled, links: readonly ChainLink[]): Compiled {
  const [only] = links;
  if (only === undefined) return first;
  const begin = first.run;
  const steps = links.map(({ operation, span, right }) => ({ operation, span, run: right.run }));
  const { operation, span, run } = steps[0] as (typeof steps)[0];
  const once: Compiled["run"] = (ctx) => operation(ctx, span, begin(ctx), run(ctx));
  return {
    ...flagsOf([first, ...links.map(({ right }) => right)]),
    constant: undefined,
    run:
      links.length === 1
        ? isComparison(operation)
          ? derivedCode([first, only.right], once, (ctx, [a, b]) =>
              operation(ctx, span, a as Value, b as Value),
            )
          : once
        : (ctx) => {
            let value = begin(ctx);
            for (const step of steps) value = step.operation(ctx, step.span, value, step.run(ctx));
            return value;
          },
  };
}

function isComparison(operation: Operation): boolean {
  return operation === binaryOperations["=="] || operation === binaryOperations["!="];
}

function folded(
  scope: BodyScope,
  node: BinaryExpression,
  operator: StrictOperator,
  a: Value,
  b: Value,
): Compiled {
  const fits = operandFits[operator];
  const category = fits(a) && fits(b) ? "syntax" : "evaluation";
  return constantCode(
    inReader(category, () => binaryOperations[operator](undefined, scope.span(node), a, b)),
  );
}

const isNumber = (value: Value): boolean => typeof value === "bigint" || typeof value === "number";
const isLong = (value: Value): boolean => typeof value === "bigint";

/**
 * What the reference compiler takes for a possible operand of each operator. Literals beyond it are an error of
 * evaluation there, the rest (a wrong pair, a division by zero) one of syntax.
 */
const operandFits: Readonly<Record<StrictOperator, (value: Value) => boolean>> = {
  "+": isProperty,
  "==": isProperty,
  "!=": isProperty,
  "<": isProperty,
  "<=": isProperty,
  ">": isProperty,
  ">=": isProperty,
  "-": isNumber,
  "*": isNumber,
  "/": isNumber,
  "%": isLong,
  "&": isLong,
  "|": isLong,
  "^": isLong,
};

function compileLogical(
  scope: BodyScope,
  node: BinaryExpression,
  left: Compiled,
  right: Compiled,
): Compiled {
  const { operator } = node;
  const deciding = operator === "||";
  const wrong = (value: Value) => ({ operator, wanted: "a boolean", given: describe(value) });
  if (left.constant !== undefined) {
    if (typeof left.constant !== "boolean")
      return scope.refuse(node.left, "wrong-operand", wrong(left.constant));
    if (left.constant === deciding) return constantCode(deciding);
  }
  if (right.constant !== undefined && typeof right.constant !== "boolean")
    return scope.refuse(node.right, "wrong-operand", wrong(right.constant));
  if (left.constant !== undefined && right.constant !== undefined)
    return constantCode(right.constant);
  const leftSpan = scope.span(node.left);
  const rightSpan = scope.span(node.right);
  const runLeft = left.run;
  const runRight = right.run;
  return {
    ...flagsOf([left, right]),
    needsProfile: left.needsProfile,
    constant: undefined,
    run(ctx) {
      const a = runLeft(ctx);
      if (a === deciding) return a;
      if (typeof a !== "boolean") return fail(ctx, leftSpan, "wrong-operand", wrong(a));
      const b = runRight(ctx);
      return typeof b === "boolean" ? b : fail(ctx, rightSpan, "wrong-operand", wrong(b));
    },
  };
}
