/** What holds of configurations that become copies of each other. */
import { deepEqual } from "node:assert/strict";
import fc from "fast-check";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { freezeFinished, settle } from "../../../src/pan/tree/settle.ts";
import type { Resource } from "../../../src/pan/tree/value.ts";
import {
  changedPart,
  type Deed,
  deeds,
  described,
  has,
  make,
  perform,
  type Recipe,
  shift,
  treeRecipe,
  untaken,
  withPart,
} from "./settle-model.ts";

const place = fc.array(fc.nat(5), { maxLength: 4 });
const changes = fc.array(fc.tuple(place, fc.oneof(changedPart, { weight: 2, arbitrary: shift })), {
  maxLength: 2,
});

/** A configuration, and one that differs in at most two places. */
const pair = fc
  .tuple(treeRecipe, changes)
  .map(([other, all]): readonly [Recipe, Recipe] => [
    other,
    all.reduce((recipe, [at, part]) => withPart(recipe, at, part), other),
  ]);

/** A configuration that settles is seen, read and written as before. */
export const likeTrees = fc.property(pair, deeds, ([given, recipe], done) => {
  const original = freezeFinished(made(given));
  if (original === undefined) return;
  const before = described(original.protect());
  const root = made(recipe);
  settle(root, original, true);
  expectSame(root, made(recipe), done);
  // Whatever is written to a copy, what it is a copy of stays.
  deepEqual(described(original.protect()), before);
});

/** So is one that is frozen, which is done unless something stands in two places. */
export const finishedTrees = fc.property(pair, deeds, ([, recipe], done) => {
  const root = made(recipe);
  const content = freezeFinished(root);
  if (content === undefined) deepEqual(has(recipe, "again") || recipe.kind === "loose", true);
  else deepEqual(root.original === content, true);
  expectSame(root, made(recipe), done);
});

/** A configuration that is equal to another one becomes a copy of that. */
export const equalTrees = fc.property(treeRecipe, (recipe) => {
  const original = freezeFinished(made(untaken(recipe)));
  if (original === undefined || has(recipe, "loose")) return;
  const root = made(recipe);
  deepEqual(settle(root, original, recipe.kind !== "copy"), true);
  deepEqual(root.original === original, true);
});

function made(recipe: Recipe): Dict {
  const one = make(recipe);
  return one instanceof Dict ? one : Dict.of({ a: one });
}

function expectSame(root: Resource, twin: Resource, done: readonly Deed[]): void {
  for (const deed of done) deepEqual(perform(root, deed), perform(twin, deed));
  deepEqual(described(root), described(twin));
}
