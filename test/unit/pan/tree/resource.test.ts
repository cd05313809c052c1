/** What may not be written: views of dicts and lists, and what is frozen. Copies of both may. */
import { describe, expect, it } from "vitest";
import { InvariantError } from "../../../../src/base/invariant.ts";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { frozen, thawed } from "../../../../src/pan/tree/freeze.ts";
import { List } from "../../../../src/pan/tree/list.ts";

const makeDict = (): Dict => Dict.of({ a: 1n, part: new List([1n]) });
const makeList = (): List => new List([1n, Dict.of({ b: 2n })]);

const dictWrites: readonly [string, (dict: Dict) => void][] = [
  ["put", (dict) => dict.put("a", 2n)],
  ["remove", (dict) => dict.remove("a")],
];
const listWrites: readonly [string, (list: List) => void][] = [
  ["set", (list) => list.set(0, 2n)],
  ["remove", (list) => list.remove(0)],
  ["append", (list) => list.append(2n)],
  ["prepend", (list) => list.prepend(2n)],
];

describe.each(dictWrites)("%s of a dict", (_, write) => {
  it("is refused by a view and by what is frozen, and not by their copies", () => {
    checkWrites(makeDict, write);
  });
});

describe.each(listWrites)("%s of a list", (_, write) => {
  it("is refused by a view and by what is frozen, and not by their copies", () => {
    checkWrites(makeList, write);
  });
});

describe("a view", () => {
  it.each([makeDict, makeList])("can neither be split nor become something else", (make) => {
    const view = make().protect();
    expect(() => view.split()).toThrow(InvariantError);
    expect(() => view.become(frozen(make()))).toThrow(InvariantError);
  });

  it.each([makeDict, makeList])("of what is frozen has what that has, protected", (make) => {
    const view = frozen(make()).protect();
    expect(view.isFrozen).toBe(true);
    const parts = [...view.parts()].filter((part) => typeof part === "object");
    expect(parts).toEqual([expect.objectContaining({ isProtected: true })]);
    expect(view.thaw().isProtected).toBe(false);
  });
});

function checkWrites<R extends Dict | List>(make: () => R, write: (resource: R) => void): void {
  expect(() => write(make().protect() as R)).toThrow(InvariantError);
  const ice = frozen(make());
  expect(() => write(ice)).toThrow(InvariantError);
  for (const copy of [ice.duplicate(), thawed(ice), ice.writableCopy()]) {
    expect(() => write(copy as R)).not.toThrow();
  }
  expect([...ice.parts()].length).toBe(2);
}
