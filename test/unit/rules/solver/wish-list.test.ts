/** The order in which wishes are decided: by priority, then by rule, then as they became known. */
import { expect, it } from "vitest";
import { WishList } from "../../../../src/rules/solver/wish-list.ts";

function wish(literal: number, priority: number, rule: number) {
  return { literal, priority, rule, from: { kind: "literal", wish: {} as never } } as const;
}

it("puts a wish behind those that it equals, and says where", () => {
  const list = new WishList();
  const places = [wish(1, 2, 7), wish(2, 1, 9), wish(3, 2, 7), wish(4, 2, 6), wish(5, Infinity, 0)];
  expect(places.map((each) => list.add(each))).toEqual([0, 0, 2, 1, 4]);
  expect(list.add(wish(6, Infinity, 0))).toBe(5);
  expect(list.entries.map(({ literal }) => literal)).toEqual([2, 4, 1, 3, 5, 6]);
});
