/** Candidate values of numeric paths: the closest first, and one for each stretch that rules tell apart. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Comparison,
  candidateValues,
  satisfies,
  type Threshold,
} from "../../../../src/rules/solver/thresholds.ts";

describe("candidate values", () => {
  const memory: readonly Threshold[] = [512n, 4096n, 1024n].map((bound) => ({
    operator: ">=",
    bound,
  }));

  it("begin with what the user wrote, then the closest", () => {
    expect(candidateValues(memory, 256n)).toEqual([256n, 512n, 1024n, 4096n]);
    expect(candidateValues(memory, 3000n)).toEqual([3000n, 4096n, 1024n, 512n]);
  });

  it("take the larger of two that are as close", () => {
    expect(
      candidateValues(
        [
          { operator: "==", bound: 1n },
          { operator: "==", bound: 3n },
        ],
        2n,
      ),
    ).toEqual([2n, 3n, 1n]);
  });

  it("are ascending where the user wrote nothing", () => {
    expect(candidateValues(memory, undefined)).toEqual([512n, 1024n, 4096n]);
  });

  it("have neighbours of what is excluded", () => {
    const excluded = [
      { operator: ">", bound: 4n },
      { operator: "!=", bound: 5n },
    ] as const;
    expect(candidateValues(excluded, undefined)).toEqual([4n, 5n, 6n]);
    const doubles = [
      { operator: ">", bound: 1 },
      { operator: "<", bound: 1.5 },
    ] as const;
    expect(candidateValues(doubles, undefined)).toEqual([1.25]);
  });
});

const operator = fc.constantFrom<Comparison>("==", "!=", "<", "<=", ">", ">=");

it("have a value for whatever comparisons can be true together", () => {
  const threshold = fc.record({ operator, bound: fc.integer({ min: -6, max: 6 }).map(BigInt) });
  fc.assert(
    fc.property(fc.array(threshold, { minLength: 1, maxLength: 5 }), (thresholds) => {
      const isGood = (value: bigint | number): boolean =>
        thresholds.every((each) => satisfies(value, each));
      const all = Array.from({ length: 41 }, (_, i) => BigInt(i - 20));
      expect(candidateValues(thresholds, undefined).some(isGood)).toBe(all.some(isGood));
    }),
    { seed: 4, numRuns: 2000 },
  );
});

it("have a value for whatever comparisons of doubles can be true together", () => {
  const threshold = fc.record({
    operator,
    bound: fc.integer({ min: -8, max: 8 }).map((n) => n / 4),
  });
  fc.assert(
    fc.property(fc.array(threshold, { minLength: 1, maxLength: 5 }), (thresholds) => {
      const isGood = (value: bigint | number): boolean =>
        thresholds.every((each) => satisfies(value, each));
      const all = Array.from({ length: 401 }, (_, i) => (i - 200) / 40);
      expect(candidateValues(thresholds, undefined).some(isGood)).toBe(all.some(isGood));
    }),
    { seed: 4, numRuns: 2000 },
  );
});
