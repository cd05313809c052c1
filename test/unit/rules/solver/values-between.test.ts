/** Values next to a bound: whole steps as long as the next bound is further away than one. */
import { expect, it } from "vitest";
import { candidateValues } from "../../../../src/rules/solver/thresholds.ts";

it.each([
  [2.5, [1.5, 2]],
  [2, [1.5]],
  [1.25, [1.125]],
])("between 1 and %d are %j", (bound, values) => {
  const thresholds = [
    { operator: ">", bound: 1 },
    { operator: "<", bound },
  ] as const;
  expect(candidateValues(thresholds, undefined)).toEqual(values);
});
