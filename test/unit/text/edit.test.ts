import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvariantError } from "../../../src/base/invariant.ts";
import { applyEdits, compatibleEdits, type TextEdit } from "../../../src/text/edit.ts";

const runs = { seed: 7 };

/** Edits that do not overlap, made from cuts: every second piece of the text is replaced. */
const cases = fc
  .tuple(fc.string({ maxLength: 20 }), fc.array(fc.nat(20)), fc.array(fc.string({ maxLength: 3 })))
  .map(([text, cuts, replacements]) => {
    const places = [...cuts.map((cut) => Math.min(cut, text.length)), text.length].sort(
      (a, b) => a - b,
    );
    const edits: TextEdit[] = [];
    for (let i = 0; i + 1 < places.length; i += 2) {
      const [start = 0, end = 0] = places.slice(i, i + 2);
      edits.push({ start, end, text: replacements[i] ?? "" });
    }
    return { text, edits };
  });

describe("applyEdits", () => {
  it("replaces, inserts and removes", () => {
    const edits = [
      { start: 6, end: 11, text: "moon" },
      { start: 0, end: 0, text: "> " },
      { start: 4, end: 5, text: "" },
    ];
    expect(applyEdits("hello world", edits)).toBe("> hell moon");
  });

  it("keeps the order of insertions at one place, and puts them before a replacement", () => {
    const edits = [
      { start: 1, end: 2, text: "X" },
      { start: 1, end: 1, text: "1" },
      { start: 1, end: 1, text: "2" },
    ];
    expect(applyEdits("abc", edits)).toBe("a12Xc");
  });

  it.each([
    [
      { start: 0, end: 2, text: "" },
      { start: 1, end: 3, text: "" },
    ],
    [
      { start: 0, end: 3, text: "" },
      { start: 1, end: 1, text: "" },
    ],
    [{ start: 2, end: 9, text: "" }],
    [{ start: 2, end: 1, text: "" }],
    [{ start: -1, end: 1, text: "" }],
  ])("refuses edits that make no sense together", (...edits) => {
    expect(() => applyEdits("abc", edits)).toThrow(InvariantError);
  });

  it("does the same as edits one by one from the end", () => {
    fc.assert(
      fc.property(cases, ({ text, edits }) => {
        const oneByOne = edits.reduceRight(
          (left, edit) => left.slice(0, edit.start) + edit.text + left.slice(edit.end),
          text,
        );
        expect(applyEdits(text, edits)).toBe(oneByOne);
      }),
      runs,
    );
  });
});

describe("compatibleEdits", () => {
  const edit = (start: number, end: number): TextEdit => ({ start, end, text: "x" });

  it("takes whole groups, the earlier one first", () => {
    const first = [edit(0, 2), edit(8, 9)];
    const second = [edit(4, 5), edit(1, 3)];
    const third = [edit(4, 5)];
    expect(compatibleEdits([first, second, third])).toEqual([first, third]);
  });

  it("lets neighbours be", () => {
    const groups = [[edit(0, 2)], [edit(2, 4)]];
    expect(compatibleEdits(groups)).toEqual(groups);
  });

  it("takes only one insertion at a place", () => {
    const groups = [[edit(2, 2)], [edit(2, 2)], [edit(2, 3)]];
    expect(compatibleEdits(groups)).toEqual([groups[0]]);
  });
});
