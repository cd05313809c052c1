import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundedDistance, closestName, didYouMean } from "../../../src/text/did-you-mean.ts";

const runs = { seed: 7 };

/** The definition of the distance, without any bound. */
function plainDistance(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= b.length; j++) {
      const at = (di: number, dj: number): number => rows[i - di]?.[j - dj] ?? Infinity;
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const ways = [at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (same ? 0 : 1)];
      if (i > 1 && j > 1 && swapped) ways.push(at(2, 2) + 1);
      row.push(i + j === 0 ? 0 : Math.min(...ways));
    }
  }
  return rows[a.length]?.[b.length] ?? 0;
}

const words = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

describe("boundedDistance", () => {
  it.each([
    ["", "", 0],
    ["a", "", 1],
    ["kitten", "sitting", 3],
    ["ab", "ba", 1],
    ["memroy", "memory", 1],
    ["ca", "abc", 3],
  ])("from %j to %j is %i", (a, b, distance) => {
    expect(boundedDistance(a, b, 10)).toBe(distance);
  });

  it("is the plain distance up to the limit, and one more beyond it", () => {
    fc.assert(
      fc.property(words, words, fc.nat(6), (a, b, limit) => {
        expect(boundedDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      }),
      { ...runs, numRuns: 500 },
    );
  });
});

describe("closestName", () => {
  it.each([
    ["memroy", ["cpu", "memory", "memo"], "memory"],
    ["MEMORY", ["memory", "MEMORX"], "memory"],
    ["Memory", ["memory", "MEMORY"], "memory"],
    ["to_lower_case", ["to_lowercase", "to_uppercase"], "to_lowercase"],
    ["fooo", ["foo", "food"], "foo"],
    ["foox", ["fooz", "fooy"], "fooy"],
    ["x", ["y", "X"], "X"],
    ["phv", ["pv", "pvh", "hvm"], "pvh"],
    ["x", ["y"], undefined],
    ["ab", ["cd"], undefined],
    ["interface", ["network"], undefined],
    ["", ["a"], undefined],
    ["same", ["same"], undefined],
    ["anything", [], undefined],
  ])("of %j among %j is %j", (wanted, candidates, closest) => {
    expect(closestName(wanted, candidates)).toBe(closest);
  });

  it("does not depend on the order of the candidates", () => {
    fc.assert(
      fc.property(words, fc.array(words), (wanted, candidates) => {
        const forwards = closestName(wanted, candidates);
        expect(closestName(wanted, candidates.toReversed())).toBe(forwards);
        expect(closestName(wanted, candidates.toSorted())).toBe(forwards);
      }),
      { ...runs, numRuns: 300 },
    );
  });

  it("is quick among fifty thousand", () => {
    const syllables = ["net", "work", "disk", "mem", "ory", "host", "name", "pack", "age", "ker"];
    const candidates = Array.from({ length: 50_000 }, (_, i) =>
      [...String(100_000 + i)].map((digit) => syllables[Number(digit)]).join("_"),
    );
    const start = performance.now();
    expect(closestName("work_ent_disk_mem_ory_net", candidates)).toBe("work_net_disk_mem_ory_net");
    // About 20 ms; a full matrix for each would take seconds.
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("didYouMean", () => {
  it("asks, or keeps silent", () => {
    expect(didYouMean("memroy", ["memory"])).toBe("Did you mean 'memory'?");
    expect(didYouMean("disk", ["memory"])).toBeUndefined();
  });
});
