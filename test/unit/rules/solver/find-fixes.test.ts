/** Changes that are tried: one that could not be judged is never offered as one that works. */
import { expect, it } from "vitest";
import { type Change, findFixes, Trials } from "../../../../src/rules/solver/find-fixes.ts";
import { fails, holds } from "../../../../src/rules/solver/literal.ts";
import type { Problem } from "../../../../src/rules/solver/problem.ts";

const [web, library] = [1, 2];

/** What is wanted needs a library, and refuses it. */
const problem: Problem = {
  clauses: () => [{ rule: 0, literals: [holds(web)] }],
  clausesOf: (atom) =>
    atom === web
      ? [
          { rule: 1, literals: [holds(library)] },
          { rule: 2, literals: [fails(library)] },
        ]
      : [],
  slotOf: () => undefined,
  atomsOf: () => [],
  wishes: [],
};

const nothing: Change = { without: [], instead: [] };
const changes: readonly Change[] = [nothing, { without: [2], instead: [] }];

function trials(clauses: number): Trials {
  return new Trials(problem, { conflicts: 100, groupOf: (rule) => rule, clauses });
}

it("finds the change that works, as long as its budget reaches", () => {
  expect(findFixes(trials(100), changes).map(({ change }) => change)).toEqual([changes[1]]);
  expect(trials(2).solve(nothing)?.kind).toBe("unsatisfiable");
});

it("does not know of what it has not seen whole", () => {
  expect(trials(1).solve(nothing)).toBeUndefined();
  expect(findFixes(trials(1), changes)).toEqual([]);
});
