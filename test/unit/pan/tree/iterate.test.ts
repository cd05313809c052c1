/** Iteration while the resource changes: a list may grow, the keys of a dict must stay. */
import { expect, it } from "vitest";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { iterate, type ResourceIterator } from "../../../../src/pan/tree/iterate.ts";
import { List } from "../../../../src/pan/tree/list.ts";

it("goes through a dict in the order of its keys", () => {
  const entries = take(iterate(Dict.of({ b: 1n, a: 2n, B: 3n })));
  expect(entries).toEqual([
    ["B", 3n],
    ["a", 2n],
    ["b", 1n],
  ]);
});

it("sees new values of a dict, but no new keys", () => {
  const dict = Dict.of({ a: 1n, b: 2n });
  const iterator = iterate(dict);
  iterator.next();
  dict.put("b", 5n);
  expect(iterator.next()).toEqual({ key: "b", value: 5n });
  const again = iterate(dict);
  again.next();
  dict.put("c", 6n);
  expect(again.hasNext()).toBe(true);
  expect(again.next()).toBeUndefined();
});

it("notices a key that was removed and put back", () => {
  const dict = Dict.of({ a: 1n, b: 2n });
  const iterator = iterate(dict);
  iterator.next();
  dict.remove("b");
  dict.put("b", 2n);
  expect(iterator.next()).toBeUndefined();
});

it("sees what a list gains and loses", () => {
  const list = new List([1n, 2n]);
  const iterator = iterate(list);
  iterator.next();
  list.append(3n);
  list.remove(0);
  expect(iterator.next()).toEqual({ key: 1n, value: 3n });
  expect(iterator.hasNext()).toBe(false);
});

it("gives protected children of a protected resource", () => {
  const inner = Dict.of({ x: 1n });
  for (const outer of [Dict.of({ inner }), new List([inner])]) {
    const value = iterate(outer.protect()).next()?.value;
    expect(value instanceof Dict && value.isProtected).toBe(true);
    expect(iterate(outer).next()?.value).toBe(inner);
  }
});

function take(iterator: ResourceIterator): readonly unknown[] {
  const entries: unknown[] = [];
  while (iterator.hasNext()) {
    const entry = iterator.next();
    entries.push([entry?.key, entry?.value]);
  }
  return entries;
}
