/** Elements of lists that are properties: themselves, as long as each is there once. */
import { expect, it } from "vitest";
import { identify } from "../../../src/diff/list-identity.ts";
import { List } from "../../../src/pan/tree/list.ts";

it.each([
  [["a", "b"], ["b", "c"], true],
  [["a", "a"], ["a", "b"], false],
  [["a", "b"], ["a", "a"], false],
  [["a", "b"], ["c", "d"], false],
  [[], ["a"], false],
])("are told apart in %j and %j: %s", (before, after, areTold) => {
  expect(identify(new List([...before]), new List([...after])) !== undefined).toBe(areTold);
});
