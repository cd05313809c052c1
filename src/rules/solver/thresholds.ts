/**
 * Which values a numeric path may take: what the user wrote, and the thresholds that rules mention.
 *
 * Between two thresholds all values are alike to every rule, so one of each stretch is enough: a bound itself, and
 * for `<`, `>` and `!=` a neighbour of it. The closest to what the user wrote comes first, and of two that are as
 * close the larger; without a wish, the smallest comes first. So "at least 512" turns 256 into 512, not into 4096.
 */
import { assertNever } from "../../base/assert-never.ts";
import { compareNumbers } from "../../base/compare.ts";

export type Numeric = bigint | number;

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/**
 * One comparison of a rule with the path. A comparison that stands in a condition must be given negated as
 * well, since a result may have to make the condition false.
 */
export interface Threshold {
  readonly operator: Comparison;
  readonly bound: Numeric;
}

/** The values to choose from, best first; a slot's atoms, and the literals of each clause, keep this order. */
export function candidateValues(
  thresholds: readonly Threshold[],
  wanted: Numeric | undefined,
): readonly Numeric[] {
  const bounds = distinct(thresholds.map(({ bound }) => bound));
  const values = thresholds.flatMap((threshold) => valuesOf(threshold, bounds));
  const ascending = distinct(wanted === undefined ? values : [wanted, ...values]);
  if (wanted === undefined) return ascending;
  return ascending.toSorted(
    (left, right) =>
      compareNumeric(distance(left, wanted), distance(right, wanted)) ||
      compareNumeric(right, left),
  );
}

/** Whether the comparison is true of a value. */
export function satisfies(value: Numeric, { operator, bound }: Threshold): boolean {
  const order = compareNumeric(value, bound);
  switch (operator) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return assertNever(operator);
  }
}

function valuesOf({ operator, bound }: Threshold, bounds: readonly Numeric[]): readonly Numeric[] {
  const at = bounds.findIndex((each) => compareNumeric(each, bound) === 0);
  const above = (): Numeric => between(bound, bounds[at + 1], 1);
  const below = (): Numeric => between(bound, bounds[at - 1], -1);
  switch (operator) {
    case ">":
      return [above()];
    case "<":
      return [below()];
    case "!=":
      return [below(), above()];
    case "==":
    case "<=":
    case ">=":
      return [bound];
    default:
      return assertNever(operator);
  }
}

/** A value next to the bound: the next whole one, or one halfway to the next bound. */
function between(bound: Numeric, other: Numeric | undefined, step: 1 | -1): Numeric {
  if (typeof bound === "bigint") return bound + BigInt(step);
  const next = bound + step;
  if (other === undefined || Math.abs(Number(other) - bound) > 1) return next;
  return (bound + Number(other)) / 2;
}

function distance(left: Numeric, right: Numeric): Numeric {
  if (typeof left === "bigint" && typeof right === "bigint") {
    return left < right ? right - left : left - right;
  }
  return Math.abs(Number(left) - Number(right));
}

function distinct(values: readonly Numeric[]): readonly Numeric[] {
  return values
    .toSorted(compareNumeric)
    .filter((value, i, all) => i === 0 || compareNumeric(value, all[i - 1] as Numeric) !== 0);
}

/** A long and a double compare by value, as `<` of JavaScript does it. */
function compareNumeric(left: Numeric, right: Numeric): number {
  if (typeof left === "number" && typeof right === "number") return compareNumbers(left, right);
  return left < right ? -1 : left > right ? 1 : 0;
}
