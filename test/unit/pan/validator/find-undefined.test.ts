/** The limit on the size of a tree counts what is known of frozen parts as if it were looked at. */
import { describe, expect, it, vi } from "vitest";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { freeze } from "../../../../src/pan/tree/freeze.ts";
import { List } from "../../../../src/pan/tree/list.ts";
import { SizeBudget, TooLarge } from "../../../../src/pan/tree/size-limit.ts";
import { NULL, UNDEF } from "../../../../src/pan/tree/transient.ts";
import { findUndefined } from "../../../../src/pan/validator/find-undefined.ts";

/** A tree of copies of a frozen dict that has six values in it. */
function tree(copies: number): Dict {
  const part = Dict.of({ a: 1n, b: Dict.of({ c: 2n }), d: new List([3n, 4n]) });
  expect(freeze(part)).toBe(true);
  const root = new Dict();
  for (let i = 0; i < copies; i++) root.put(`k${i}`, part.thaw());
  return root;
}

describe("the size of frozen trees", () => {
  it("fits exactly, at first and when it is known", () => {
    const root = tree(3);
    for (let time = 0; time < 2; time++) {
      const budget = new SizeBudget(3 * 7);
      expect(findUndefined(root, budget)).toBeUndefined();
      expect(budget.left).toBe(0);
    }
  });

  it("is refused when one value more is known than allowed", () => {
    const root = tree(3);
    expect(findUndefined(root, new SizeBudget(100))).toBeUndefined();
    expect(() => findUndefined(root, new SizeBudget(3 * 7 - 1))).toThrow(TooLarge);
  });

  it("is the same for a copy that costs nothing and for one made value by value", () => {
    const root = tree(3);
    const spent = (budget: SizeBudget): number => 100 - budget.left;
    const before = new SizeBudget(100);
    root.duplicate(before);
    expect(freeze(root)).toBe(true);
    const after = new SizeBudget(100);
    root.thaw().duplicate(after);
    expect([spent(before), spent(after)]).toEqual([21, 21]);
    expect(() => root.duplicate(new SizeBudget(20))).toThrow(TooLarge);
  });
});

describe("values that are not defined", () => {
  it.each([
    ["undef", new List([1n, UNDEF]), [1]],
    ["null, which a list may hold", new List([NULL, 1n]), [0]],
    [
      "undef deep inside",
      Dict.of({ a: 1n, b: Dict.of({ c: new List([1n, UNDEF]) }) }),
      ["b", "c", 1],
    ],
    ["nothing", Dict.of({ a: 1n, b: new List() }), undefined],
  ])("%s", (_, root, terms) => {
    expect(findUndefined(root, new SizeBudget())).toEqual(terms);
  });

  it("are found again in what is frozen", () => {
    const root = Dict.of({ a: 1n, b: UNDEF });
    expect(freeze(root)).toBe(true);
    for (let time = 0; time < 2; time++) {
      expect(findUndefined(root.thaw(), new SizeBudget())).toEqual(["b"]);
    }
  });

  it("are not looked for twice in what is frozen", () => {
    const root = tree(3);
    const peek = vi.spyOn(Dict.prototype, "peek");
    try {
      findUndefined(root, new SizeBudget());
      // Three parts, then what is in the first one.
      expect(peek).toHaveBeenCalledTimes(3 + 4);
      peek.mockClear();
      findUndefined(root, new SizeBudget());
      expect(peek).toHaveBeenCalledTimes(3);
    } finally {
      peek.mockRestore();
    }
  });
});
