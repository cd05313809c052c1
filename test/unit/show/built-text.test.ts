/** What a build tells of its reasons: a template that many profiles read is told of once. */

import { expect, it } from "vitest";
import { builtLines } from "../../../src/show/built-text.ts";

it("names a profile, some profiles, and some of many", () => {
  const changed = "site/gateway.pan has changed";
  const built = (count: number): ReadonlyMap<string, string> =>
    new Map(Array.from({ length: count }, (_, i) => [`host${i + 1}`, changed]));
  expect(builtLines(built(1))).toEqual([`host1: ${changed}\n`]);
  expect(builtLines(built(4))).toEqual([`host1, host2, host3, host4: ${changed}\n`]);
  expect(builtLines(built(1000))).toEqual([`host1, host2, host3 and 997 more: ${changed}\n`]);
});

it("keeps reasons apart, in their order", () => {
  const built = new Map([
    ["a", "it was not built before"],
    ["b", "part.pan has changed"],
    ["c", "it was not built before"],
  ]);
  expect(builtLines(built)).toEqual([
    "a, c: it was not built before\n",
    "b: part.pan has changed\n",
  ]);
});
