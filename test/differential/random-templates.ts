/**
 * Object templates made from a seed: random trees, so that every format meets every kind of value, and random
 * programs.
 */
import fc from "fast-check";
import { doubleArbitrary, stringArbitrary, treeArbitrary } from "../support/tree-arbitrary.ts";
import { templateSource } from "../support/tree-source.ts";
import { randomProgram } from "./random-program.ts";

/** Source by the name of the template; half of them are trees, half programs, some in folders. */
export function randomTemplates(seed: number, count: number): ReadonlyMap<string, string> {
  const tree = treeArbitrary({ strings: stringArbitrary, doubles: doubleArbitrary });
  const roots = fc.sample(tree, { seed, numRuns: Math.floor(count / 2) });
  const trees = roots.map((root, i) => {
    const name = i % 3 === 0 ? `nested/folder/tree-${i}` : `tree-${i}`;
    return [name, templateSource(name, root)] as const;
  });
  const programs = Array.from({ length: count - roots.length }, (_, i) => {
    const name = `program-${i}`;
    return [name, randomProgram(name, seed * 1_000_003 + i)] as const;
  });
  return new Map([...trees, ...programs]);
}
