/**
 * Operators on properties (manual, "Pan book", operators): longs are 64-bit and wrap around, a long and a
 * double give a double, strings add and compare by their UTF-16 code units.
 */

import { wrapLong } from "../../base/long.ts";
import type { Span } from "../../text/span.ts";
import type { BinaryOperator, UnaryOperator } from "../syntax/ast.ts";
import type { Value } from "../tree/value.ts";
import { fail, type Traced } from "./site.ts";
import { describe } from "./value-text.ts";

export type StrictOperator = Exclude<BinaryOperator, "&&" | "||">;

export type Operation = (ctx: Traced | undefined, span: Span, left: Value, right: Value) => Value;

export const binaryOperations: Readonly<Record<StrictOperator, Operation>> = {
  "+": (ctx, span, a, b) =>
    typeof a === "string" && typeof b === "string"
      ? concatenate(ctx, span, a, b)
      : arithmetic(
          ctx,
          span,
          "+",
          a,
          b,
          (x, y) => x + y,
          (x, y) => x + y,
        ),
  "-": (ctx, span, a, b) =>
    arithmetic(
      ctx,
      span,
      "-",
      a,
      b,
      (x, y) => x - y,
      (x, y) => x - y,
    ),
  "*": (ctx, span, a, b) =>
    arithmetic(
      ctx,
      span,
      "*",
      a,
      b,
      (x, y) => x * y,
      (x, y) => x * y,
    ),
  "/": (ctx, span, a, b) => {
    if (isNumber(a) && isNumber(b) && Number(b) === 0)
      return fail(ctx, span, "division-by-zero", { operator: "/" });
    return arithmetic(
      ctx,
      span,
      "/",
      a,
      b,
      (x, y) => x / y,
      (x, y) => x / y,
    );
  },
  "%": (ctx, span, a, b) => {
    if (typeof a !== "bigint" || typeof b !== "bigint")
      return failOperands(ctx, span, "%", "two longs", a, b);
    return b === 0n ? fail(ctx, span, "division-by-zero", { operator: "%" }) : wrapLong(a % b);
  },
  "&": (ctx, span, a, b) => bitwise(ctx, span, "&", a, b, (x, y) => x & y),
  "|": (ctx, span, a, b) => bitwise(ctx, span, "|", a, b, (x, y) => x | y),
  "^": (ctx, span, a, b) => bitwise(ctx, span, "^", a, b, (x, y) => x ^ y),
  "==": (ctx, span, a, b) => equal(ctx, span, "==", a, b),
  "!=": (ctx, span, a, b) => !equal(ctx, span, "!=", a, b),
  "<": (ctx, span, a, b) => compare(ctx, span, "<", a, b, (order) => order < 0),
  "<=": (ctx, span, a, b) => compare(ctx, span, "<=", a, b, (order) => order <= 0),
  ">": (ctx, span, a, b) => compare(ctx, span, ">", a, b, (order) => order > 0),
  ">=": (ctx, span, a, b) => compare(ctx, span, ">=", a, b, (order) => order >= 0),
};

export const unaryOperations: Readonly<
  Record<UnaryOperator, (ctx: Traced | undefined, span: Span, operand: Value) => Value>
> = {
  "!": (ctx, span, a) =>
    typeof a === "boolean" ? !a : failOperand(ctx, span, "!", "a boolean", a),
  "-": (ctx, span, a) => {
    if (typeof a === "bigint") return wrapLong(-a);
    return typeof a === "number" ? -a : failOperand(ctx, span, "-", "a number", a);
  },
  "~": (ctx, span, a) => (typeof a === "bigint" ? ~a : failOperand(ctx, span, "~", "a long", a)),
  // The reference compiler checks the operand of a unary plus only when it is a literal.
  "+": (ctx, span, a) =>
    ctx !== undefined || isNumber(a) ? a : failOperand(ctx, span, "+", "a number", a),
};

/** Longer strings are taken for a mistake, such as a loop that doubles one. */
const maxCharacters = 2 ** 28;

function concatenate(ctx: Traced | undefined, span: Span, a: string, b: string): string {
  if (a.length + b.length <= maxCharacters) return a + b;
  const what = `a string of more than ${maxCharacters} characters`;
  return fail(ctx, span, "value-too-large", { what });
}

function arithmetic(
  ctx: Traced | undefined,
  span: Span,
  operator: string,
  a: Value,
  b: Value,
  onLongs: (x: bigint, y: bigint) => bigint,
  onDoubles: (x: number, y: number) => number,
): Value {
  if (typeof a === "bigint" && typeof b === "bigint") return wrapLong(onLongs(a, b));
  if (isNumber(a) && isNumber(b)) return onDoubles(Number(a), Number(b));
  return failOperands(
    ctx,
    span,
    operator,
    operator === "+" ? "two numbers or two strings" : "two numbers",
    a,
    b,
  );
}

function bitwise(
  ctx: Traced | undefined,
  span: Span,
  operator: string,
  a: Value,
  b: Value,
  apply: (x: bigint, y: bigint) => bigint,
): Value {
  if (typeof a === "bigint" && typeof b === "bigint") return apply(a, b);
  return failOperands(ctx, span, operator, "two longs", a, b);
}

function equal(ctx: Traced | undefined, span: Span, operator: string, a: Value, b: Value): boolean {
  if (typeof a === "string" && typeof b === "string") return a === b;
  if (typeof a === "boolean" && typeof b === "boolean") return a === b;
  // Longs are compared as doubles, as the reference compiler does it: beyond 2^53 they may be equal by rounding.
  if (isNumber(a) && isNumber(b)) return Number(a) === Number(b);
  return failOperands(ctx, span, operator, "two numbers, two strings or two booleans", a, b);
}

function compare(
  ctx: Traced | undefined,
  span: Span,
  operator: string,
  a: Value,
  b: Value,
  holds: (order: number) => boolean,
): boolean {
  if (typeof a === "string" && typeof b === "string") return holds(a < b ? -1 : a > b ? 1 : 0);
  if (isNumber(a) && isNumber(b)) return holds(numericOrder(Number(a), Number(b)));
  return failOperands(ctx, span, operator, "two numbers or two strings", a, b);
}

/** Below, equal or above 0; with a NaN there is no order. */
function numericOrder(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}

function isNumber(value: Value): value is bigint | number {
  return typeof value === "bigint" || typeof value === "number";
}

function failOperands(
  ctx: Traced | undefined,
  span: Span,
  operator: string,
  wanted: string,
  a: Value,
  b: Value,
): never {
  return fail(ctx, span, "wrong-operands", {
    operator,
    wanted,
    left: describe(a),
    right: describe(b),
  });
}

function failOperand(
  ctx: Traced | undefined,
  span: Span,
  operator: string,
  wanted: string,
  given: Value,
): never {
  return fail(ctx, span, "wrong-operand", { operator, wanted, given: describe(given) });
}
