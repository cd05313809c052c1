import { describe, expect, it } from "vitest";
import { assertNever } from "../../../src/base/assert-never.ts";
import { compareCodeUnits, compareNumbers } from "../../../src/base/compare.ts";
import { InvariantError, invariant } from "../../../src/base/invariant.ts";

describe("invariant", () => {
  it("returns when the condition holds", () => {
    expect(() => invariant(1 < 2, "One is less than two.")).not.toThrow();
  });

  it("throws its message otherwise", () => {
    expect(() => invariant(undefined, "It is there.")).toThrow(new InvariantError("It is there."));
  });
});

describe("assertNever", () => {
  it.each([
    [{ kind: "Spoon" }, "A case is missing for the kind Spoon."],
    [{}, "A case is missing for an object."],
    [null, "A case is missing for null."],
    ["text", "A case is missing for text."],
  ])("names %o", (value, message) => {
    expect(() => assertNever(value as never)).toThrow(new InvariantError(message));
  });
});

describe("orders", () => {
  it("compares strings by code units, whatever the locale", () => {
    const sorted = ["é", "b", "B", "a", "", "𝒳", "\uFB01"].sort(compareCodeUnits);
    expect(sorted).toEqual(["", "B", "a", "b", "é", "𝒳", "\uFB01"]);
  });

  it("compares numbers, infinities too", () => {
    expect([2, Infinity, -0, 10, -Infinity, 0].sort(compareNumbers)).toEqual([
      -Infinity,
      -0,
      0,
      2,
      10,
      Infinity,
    ]);
    expect(compareNumbers(Infinity, Infinity)).toBe(0);
  });
});
