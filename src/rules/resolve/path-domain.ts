/**
 * The values that a path may take: what the description says, and those that rules tell apart.
 *
 * Of a number only the thresholds matter that rules mention; of a text the constants that they compare it with; a
 * boolean or a choice has few values anyway. One more stands for "something is there" where the value is a dict, a
 * list or a text that no rule compares.
 */

import { compareCodeUnits } from "../../base/compare.ts";
import { shapeAt } from "../language/model-shape.ts";
import type { Operand, Scalar, Test } from "../language/rule.ts";
import { candidateValues, type Numeric, type Threshold } from "../solver/thresholds.ts";
import { type Fact, termsOf } from "./facts.ts";

/** Stands for a value that rules only ask the presence of. */
export const something = Symbol("something");

/**
 * Stands for a value of which nothing is known: to compare it with the value at another path may give true as well as
 * false. Rules that are checked without a description may have it; a description lacks it.
 */
export const anyValue = Symbol("any value");

export type DomainValue = Scalar | typeof something | typeof anyValue;

/** All values, the preferred one first; that of the description, if there is one, is the first of all. */
export function domainOf(path: string, tests: readonly Test[], fact: Fact): readonly DomainValue[] {
  const given = fact.kind === "scalar" ? fact.value : undefined;
  const compared = tests.filter(({ operator }) => operator !== "present");
  const lookup = shapeAt(termsOf(path));
  const shape = lookup.kind === "shape" ? lookup.shape : undefined;
  const values: DomainValue[] = given === undefined ? [] : [given];
  if (shape?.kind === "boolean") values.push(true, false);
  if (shape?.kind === "choice") values.push(...shape.choices);
  if (shape?.kind === "integer") values.push(...(shape.only ?? []).map(BigInt));
  values.push(...constantsIn(compared, given).filter((value) => isPossible(path, value)));
  if (fact.kind === "resource" || (fact.kind === "absent" && needsPresence(tests, values))) {
    values.push(something);
  }
  return [...new Set(values)];
}

/** A path that nothing gives a value can still be asked to be there. */
function needsPresence(tests: readonly Test[], values: readonly DomainValue[]): boolean {
  return values.length === 0 && tests.some(({ operator }) => operator === "present");
}

function constantsIn(tests: readonly Test[], given: Scalar | undefined): readonly Scalar[] {
  const constants = tests.flatMap(({ operator, operand }) =>
    valuesIn(operand).map((value) => ({ operator, value })),
  );
  const thresholds = constants.flatMap(({ operator, value }) =>
    isNumeric(value) ? thresholdsOf(operator, value) : [],
  );
  // The operand of `~` is a pattern, and no value itself.
  const texts = constants.flatMap(({ operator, value }) =>
    typeof value === "string" && operator !== "~" ? [value] : [],
  );
  const wanted = given !== undefined && isNumeric(given) ? given : undefined;
  return [...candidateValues(thresholds, wanted), ...texts.toSorted(compareCodeUnits)];
}

function valuesIn(operand: Operand): readonly Scalar[] {
  if (operand.kind === "list") return operand.values;
  return operand.kind === "value" ? [operand.value] : [];
}

function isNumeric(value: Scalar): value is Numeric {
  return typeof value === "bigint" || typeof value === "number";
}

/** A comparison and its negation: a result may have to make either of them true. */
function thresholdsOf(operator: Test["operator"], bound: Numeric): readonly Threshold[] {
  switch (operator) {
    case "<":
    case ">=":
      return [
        { operator: "<", bound },
        { operator: ">=", bound },
      ];
    case ">":
    case "<=":
      return [
        { operator: ">", bound },
        { operator: "<=", bound },
      ];
    default:
      return [
        { operator: "==", bound },
        { operator: "!=", bound },
      ];
  }
}

/** Whether the model allows the value; of other roots nothing is known. */
function isPossible(path: string, value: Scalar): boolean {
  const lookup = shapeAt(termsOf(path));
  if (lookup.kind !== "shape") return true;
  const { shape } = lookup;
  if (shape.kind !== "integer") return true;
  if (typeof value !== "bigint") return false;
  const isWithin = value >= shape.minimum && value <= shape.maximum;
  return isWithin && (shape.only === undefined || shape.only.includes(Number(value)));
}
