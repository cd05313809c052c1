import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignLines } from "../../../src/origins/align-lines.ts";

const lines = (text: string): readonly string[] => text.split("|");
const aligned = (before: string, after: string): readonly number[] => [
  ...alignLines(lines(before), lines(after)),
];

describe("alignLines", () => {
  it("keeps what stays, wherever it is now", () => {
    expect(aligned("a|b|c", "a|x|y|b|c")).toEqual([0, 3, 4]);
    expect(aligned("a|b|c", "c")).toEqual([-1, -1, 0]);
  });

  it("takes lines that begin with the same word for one that changed", () => {
    expect(aligned("name = 1|size = 2", "size = 7|name = 9")).toContain(0);
    expect(aligned("a: 1|b: 2|c: 3", "a: 1|b: 9|x: 0|c: 8")).toEqual([0, 1, 3]);
  });

  it("takes a whole block away, not the end of one and the beginning of the next", () => {
    const disk = (name: string): string => `<disk>|  <name>${name}</name>|</disk>`;
    expect(aligned(`${disk("a")}|${disk("b")}`, disk("b"))).toEqual([-1, -1, -1, 0, 1, 2]);
    expect(aligned(`${disk("a")}|${disk("b")}`, disk("a"))).toEqual([0, 1, 2, -1, -1, -1]);
  });

  it("rises, and lines that are equal on both sides of one change stay", () => {
    const text = fc.array(fc.constantFrom("a", "b", "  c", "d = 1", "d = 2"), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = [...alignLines(before, after)].filter((line) => line >= 0);
        expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b));
        expect(found.every((line) => line < after.length)).toBe(true);
        expect([...alignLines(before, before)]).toEqual(before.map((_, index) => index));
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
