/** A repository shaped like a distribution's: every result is judged, and only what is needed is looked at. */
import { describe, expect, it } from "vitest";
import { makeArchive } from "../../../../bench/solver-archive.ts";
import { indexArchive } from "../../../../bench/solver-index.ts";
import { checkSolution } from "../../../../src/rules/solver/check-solution.ts";
import { explain } from "../../../../src/rules/solver/explain.ts";
import type { Problem } from "../../../../src/rules/solver/problem.ts";
import { solve } from "../../../../src/rules/solver/solve.ts";

const archive = indexArchive(makeArchive({ seed: 12, packages: 12_000 }));
const budget = { conflicts: 1000 };

/** Ten packages from all over the archive. */
function request(index: number): Problem {
  const { packages } = archive;
  const names = Array.from({ length: 10 }, (_, i) => (index * 389 + i * 1031) % packages.length);
  return archive.request(names.map((atom) => ({ name: packages[atom]?.name ?? "" })));
}

describe("a large archive", () => {
  it("is looked at only where it must be", () => {
    let solved = 0;
    for (let index = 0; index < 40; index++) {
      const problem = request(index);
      let asked = 0;
      const clausesOf = (atom: number) => {
        asked++;
        return problem.clausesOf(atom);
      };
      const result = solve({ ...problem, clausesOf }, budget);
      if (result.kind !== "solution") continue;
      solved++;
      expect(checkSolution(problem, result)).toEqual([]);
      // What was tried in vain is a little more than what is in the result.
      expect(asked).toBeLessThanOrEqual(result.atoms.length + 20 * (1 + result.conflicts));
    }
    expect(solved).toBeGreaterThan(25);
  });

  it("has short reasons for what cannot be installed", () => {
    let unsolved = 0;
    for (let index = 0; index < 200; index++) {
      const problem = request(index);
      const result = solve(problem, budget);
      expect(result.kind).not.toBe("exhausted");
      if (result.kind !== "unsatisfiable") continue;
      unsolved++;
      const told = explain(problem, result, {
        ...budget,
        groupOf: (rule) => rule,
        rankOf: () => 0,
      });
      expect(told.isMinimal).toBe(true);
      expect(told.groups.length).toBeLessThan(20);
    }
    expect(unsolved).toBeGreaterThan(0);
  });
});
