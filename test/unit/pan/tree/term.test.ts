/** Which texts and values are steps of a path. */
import { describe, expect, it } from "vitest";
import { compareTerms, termFromText, termFromValue } from "../../../../src/pan/tree/term.ts";
import { UNDEF } from "../../../../src/pan/tree/transient.ts";

describe("a text", () => {
  it.each([
    ["a", "a"],
    ["_", "_"],
    ["1a", "1a"],
    ["a+b-c.d", "a+b-c.d"],
    ["0", 0],
    ["-1", -1],
    ["2147483647", 2147483647],
    ["-2147483648", -2147483648],
    ["{/etc}", "_2fetc"],
    ["{}", "_"],
    ["{0}", "_30"],
  ])("%s is the term %s", (text, term) => {
    expect(termFromText(text)).toBe(term);
    expect(termFromText(text)).toBe(term);
  });

  it.each([
    ["", "empty"],
    ["01", "leading-zeros"],
    ["-01", "leading-zeros"],
    ["2147483648", "index-too-large"],
    ["-2147483649", "index-too-small"],
    ["9223372036854775808", "too-long-index"],
    ["a b", "invalid-key"],
    ["-", "invalid-key"],
    ["+a", "invalid-key"],
    ["é", "invalid-key"],
    ["a\n", "invalid-key"],
    ["{漢}", "unescapable"],
  ])("%j is none: %s", (text, problem) => {
    expect(termFromText(text)).toMatchObject({ problem });
  });
});

describe("a value", () => {
  it("of a long is an index, of a string what it spells", () => {
    expect(termFromValue(5n)).toBe(5);
    expect(termFromValue("5")).toBe(5);
    expect(termFromValue("a")).toBe("a");
    expect(termFromValue(2n ** 31n)).toMatchObject({ problem: "index-too-large" });
  });

  it("of another kind is none", () => {
    for (const value of [1.5, true, UNDEF]) {
      expect(termFromValue(value)).toMatchObject({ problem: "wrong-type" });
    }
  });
});

describe("the order of terms", () => {
  it("has indexes by their number before keys by their code units", () => {
    const terms = ["b", 10, "B", 2, -1, "a", "_"];
    expect(terms.toSorted(compareTerms)).toEqual([-1, 2, 10, "B", "_", "a", "b"]);
  });
});
