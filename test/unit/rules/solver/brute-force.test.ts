/**
 * The solver against brute force: verdict, validity, the exact best, explanations, fix-its, permuted input.
 * `npm run` has no word for more of them: node scripts/run.mjs test/differential/solver.ts --count 20000
 */
import { expect, it } from "vitest";
import { runs } from "../../../support/runs.ts";
import { judgeRandom } from "./judge.ts";

const seed = 20;
const count = runs(600, 2000);

it(`is right about ${count} small problems`, () => {
  const wrong: string[] = [];
  const kinds = { solution: 0, unsatisfiable: 0 };
  for (let index = 0; index < count; index++) {
    const { kind, errors } = judgeRandom(seed, index);
    kinds[kind]++;
    wrong.push(...errors.map((error) => `seed ${seed}, problem ${index}: ${error}`));
  }
  expect(wrong).toEqual([]);
  // Both verdicts must occur often enough to mean something.
  expect(kinds.solution).toBeGreaterThan(count / 4);
  expect(kinds.unsatisfiable).toBeGreaterThan(count / 4);
}, 60_000);
