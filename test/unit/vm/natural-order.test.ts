import { expect, it } from "vitest";
import { compareNatural } from "../../../src/vm/natural-order.ts";

it("counts as people do", () => {
  const shuffled = ["eth10", "eth2", "eth", "eth02", "a1b10", "a1b2", "2", "10", "eth2a", "eth1"];
  expect(shuffled.toSorted(compareNatural)).toEqual([
    "2",
    "10",
    "a1b2",
    "a1b10",
    "eth",
    "eth1",
    "eth02",
    "eth2",
    "eth2a",
    "eth10",
  ]);
});

it("is a total order", () => {
  const names = ["a", "a0", "a00", "a1", "a01", "a001", "b", "a1b", "a01b", ""];
  for (const left of names) {
    for (const right of names) {
      expect(Math.sign(compareNatural(left, right)) + Math.sign(compareNatural(right, left))).toBe(
        0,
      );
      expect(compareNatural(left, right) === 0).toBe(left === right);
    }
  }
  expect(names.toSorted(compareNatural)).toEqual(names.toReversed().toSorted(compareNatural));
});
