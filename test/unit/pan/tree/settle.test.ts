/** Configurations that become copies of each other: what is told apart, and how deep and large they may be. */
import { expect, it } from "vitest";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { freeze } from "../../../../src/pan/tree/freeze.ts";
import { List } from "../../../../src/pan/tree/list.ts";
import { freezeFinished, settle } from "../../../../src/pan/tree/settle.ts";

it("tells empty dicts from empty lists", () => {
  for (const one of [Dict, List]) {
    for (const other of [Dict, List]) {
      const original = freezeFinished(Dict.of({ a: new other(), b: 1n })) as Dict;
      const root = Dict.of({ a: new one(), b: 1n });
      expect(settle(root, original, true)).toBe(one === other);
      expect(root.get("a")).toBeInstanceOf(one);
    }
  }
});

it("tells views, copies with views in them, and copies without from each other", () => {
  const frozen = Dict.of({ b: Dict.of({ c: 1n }) });
  freeze(frozen);
  const holder = Dict.of({ b: frozen.protect() });
  freeze(holder);
  const kinds = [() => holder.protect(), () => holder.thaw(), () => holder.duplicate()];
  for (const one of kinds) {
    for (const other of kinds) {
      const original = freezeFinished(Dict.of({ a: other() })) as Dict;
      expect(settle(Dict.of({ a: one() }), original, true)).toBe(one === other);
    }
  }
});

it("makes copies without views of lists as well", () => {
  const frozen = new List([Dict.of({ a: 1n })]);
  freeze(frozen);
  const original = new List([frozen.protect()]);
  freeze(original);
  const copy = original.duplicate();
  expect(copy.at(0)).toHaveProperty("isProtected", false);
  expect(settle(copy, original, false)).toBe(true);
  expect(copy.at(0)).toHaveProperty("isProtected", false);
});

it("leaves a configuration alone that is a view of something that may change", () => {
  const root = Dict.of({ a: Dict.of({ b: 1n }) }).protect();
  expect(freezeFinished(root)).toBeUndefined();
  expect(settle(root, freezeFinished(Dict.of({ a: 1n })) as Dict, true)).toBe(false);
});

/** More are left alone, as each takes some of the stack. */
const mostLevels = 101;

it("does not freeze what is seen through a view alone", () => {
  expect(freeze(Dict.of({ a: Dict.of({ b: 1n }).protect() }))).toBe(false);
});

it("freezes configurations that are not too deep", () => {
  expect(freezeFinished(nested(mostLevels))).toBeInstanceOf(Dict);
  expect(freezeFinished(nested(mostLevels + 1))).toBeUndefined();
});

it("freezes what is seen through views, if it is not too deep", () => {
  expect(freezeFinished(Dict.of({ a: nested(mostLevels - 1).protect() }))).toBeInstanceOf(Dict);
  expect(freezeFinished(Dict.of({ a: nested(mostLevels).protect() }))).toBeUndefined();
});

it("freezes nothing of what is too deep", () => {
  const view = Dict.of({ b: 1n }).protect();
  freezeFinished(Dict.of({ a: view, z: nested(mostLevels) }));
  expect(view.isFrozen).toBe(false);
});

it("settles parts of configurations that are not too deep", () => {
  const original = freezeFinished(Dict.of({ b: Dict.of({ c: 1n }) })) as Dict;
  for (const [levels, isSettled] of [
    [mostLevels - 1, true],
    [mostLevels, false],
  ] as const) {
    const root = Dict.of({ a: nested(levels), b: Dict.of({ c: 1n }) });
    expect(settle(root, original, true)).toBe(false);
    expect(root.peek("b")).toHaveProperty("original", isSettled ? original.peek("b") : undefined);
  }
});

it("freezes at once what is a part of others many times over", () => {
  let list = new List([1n]);
  for (let i = 0; i < 60; i++) list = new List([list, list]);
  expect(freezeFinished(Dict.of({ a: list.protect() }))).toBeInstanceOf(Dict);
});

function nested(levels: number): Dict {
  let dict = new Dict();
  for (let i = 1; i < levels; i++) dict = Dict.of({ a: dict });
  return dict;
}
