/** What is known of a value holds for copies of the same kind, of the same thing, by the same type, and of no other. */
import { expect, it } from "vitest";
import type { Type } from "../../../../../src/pan/evaluator/evaluation.ts";
import {
  Declarations,
  type PassedCheck,
} from "../../../../../src/pan/evaluator/sharing/declarations.ts";
import { Inputs } from "../../../../../src/pan/evaluator/sharing/inputs.ts";
import { Dict } from "../../../../../src/pan/tree/dict.ts";
import { freeze } from "../../../../../src/pan/tree/freeze.ts";
import type { Resource } from "../../../../../src/pan/tree/value.ts";

const work = { statements: 0, includes: 0, calls: 0, iterations: 0 };

it("tells types, contents and kinds of copies apart", () => {
  const asked = [newType(), newType()].flatMap((type) =>
    [newFrozen(), newFrozen()].flatMap(kindsOf).map((value) => ({ type, value })),
  );
  const declarations = new Declarations();
  const passed = asked.map(({ type, value }) => {
    expect(declarations.passed(type, value)).toBeUndefined();
    const check: PassedCheck = { inputs: new Inputs(0), work };
    declarations.setPassed(type, value, check);
    return check;
  });
  for (const [i, { type, value }] of asked.entries()) {
    expect(declarations.passed(type, value)).toBe(passed[i]);
  }
});

it("knows other copies of the same kind, and nothing of what is no copy", () => {
  const declarations = new Declarations();
  const type = newType();
  const frozen = newFrozen();
  const check: PassedCheck = { inputs: new Inputs(0), work };
  declarations.setPassed(type, frozen.duplicate(), check);
  expect(declarations.passed(type, frozen.duplicate())).toBe(check);
  const changed = frozen.duplicate();
  changed.put("b", 1n);
  expect(declarations.passed(type, changed)).toBeUndefined();
});

it("is the same for the same types in the same order", () => {
  const [one, two] = [newType(), newType()];
  const first = new Declarations();
  expect(first.with(one).with(two)).toBe(first.with(one).with(two));
  const all = [first, first.with(one), first.with(two), first.with(one).with(two)];
  expect(new Set([...all, first.with(two).with(one)]).size).toBe(5);
});

function newType(): Type {
  return {
    type: { kind: "primitive", name: "dict" },
    defaultValue: undefined,
    validation: undefined,
    place: undefined,
  };
}

function newFrozen(): Dict {
  const dict = Dict.of({ a: 1n });
  freeze(dict);
  return dict;
}

/** A view, an exact copy, and a copy in which nothing is a view. */
function kindsOf(frozen: Dict): readonly Resource[] {
  return [frozen.protect(), frozen.thaw(), frozen.duplicate()];
}
