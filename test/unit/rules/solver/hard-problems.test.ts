/** Hard and long problems end within the budget, with an answer or with a clear "exhausted". */
import { describe, expect, it } from "vitest";
import { conflictBudget } from "../../../../src/rules/resolve/resolve.ts";
import { onlyRules } from "../../../../src/rules/solver/change-problem.ts";
import { checkSolution } from "../../../../src/rules/solver/check-solution.ts";
import { explain } from "../../../../src/rules/solver/explain.ts";
import { solve } from "../../../../src/rules/solver/solve.ts";
import { pigeonhole, randomClauses, versionChain } from "./hard-problems.ts";

describe("pigeons and holes", () => {
  it("with as many holes as pigeons, have a result", () => {
    const problem = pigeonhole(8, 8);
    const result = solve(problem, { conflicts: 100 });
    expect(result).toMatchObject({ kind: "solution" });
    if (result.kind === "solution") expect(checkSolution(problem, result)).toEqual([]);
  });

  it("with one hole too few, have none", () => {
    const result = solve(pigeonhole(8, 7), { conflicts: 3000 });
    expect(result.kind).toBe("unsatisfiable");
  });

  it.each([11, 40])(
    "exhaust a small budget with %i, and the rules in the way are named",
    (many) => {
      const result = solve(pigeonhole(many, many - 1), { conflicts: 200 });
      expect(result).toMatchObject({ kind: "exhausted", conflicts: 201 });
      if (result.kind !== "exhausted") return;
      expect(result.rules.length).toBeGreaterThan(0);
      expect(result.rules.length).toBeLessThanOrEqual(10);
      expect(result.rules.every((rule) => rule >= 0 && rule < many)).toBe(true);
    },
  );
});

describe("the budget of the commands", () => {
  it("ends the search for places for as many pigeons as a shed has", () => {
    const result = solve(pigeonhole(20, 19), { conflicts: conflictBudget });
    expect(result).toMatchObject({ kind: "exhausted", conflicts: conflictBudget + 1 });
  });

  it.each([
    [400, 50],
    [100, 100],
  ])("is enough for a chain of %i packages in %i versions", (packages, versions) => {
    const result = solve(versionChain(packages, versions), { conflicts: conflictBudget });
    expect(result).toMatchObject({ kind: "unsatisfiable", conflicts: versions - 1 });
  });
});

describe("a chain of versions", () => {
  it("is refuted with a conflict per version", () => {
    const result = solve(versionChain(100, 20), { conflicts: 1000 });
    expect(result).toMatchObject({ kind: "unsatisfiable", conflicts: 19 });
  });

  it("is explained with a group per package", () => {
    const problem = versionChain(50, 20);
    const result = solve(problem, { conflicts: 1000 });
    if (result.kind !== "unsatisfiable") throw new Error(result.kind);
    const groupOf = (rule: number): number => Math.floor((rule + 19) / 20);
    const told = explain(problem, result, { conflicts: 1000, groupOf, rankOf: () => 0 });
    expect(told.isMinimal).toBe(true);
    expect(told.groups.map(({ group }) => group)).toEqual(Array.from({ length: 51 }, (_, i) => i));
    expect(told.groups[1]?.rules).toHaveLength(20);
    // It is told from the request on: each condition was brought in by a clause before.
    expect(told.clauses[0]?.trigger).toBeUndefined();
    expect(told.clauses).toHaveLength(1001);
  });
});

describe("random clauses of three literals", () => {
  for (const seed of [1, 2, 3]) {
    it(`get the same verdict in both orders of decisions, seed ${seed}`, () => {
      const problem = randomClauses(80, 4.26, seed);
      const result = solve(problem, { conflicts: 10_000 });
      const other = solve(problem, { conflicts: 10_000, patience: 1 });
      expect(result.kind).toBe(other.kind);
      expect(result.kind).not.toBe("exhausted");
      if (result.kind === "solution") expect(checkSolution(problem, result)).toEqual([]);
      if (other.kind === "solution") expect(checkSolution(problem, other)).toEqual([]);
    });
  }

  it("have a reason that says when it may not be minimal", () => {
    const problem = randomClauses(40, 6, 1);
    const result = solve(problem, { conflicts: 1000 });
    if (result.kind !== "unsatisfiable") throw new Error(result.kind);
    const options = { groupOf: (rule: number) => rule, rankOf: () => 0 };
    const hasty = explain(problem, result, { ...options, conflicts: 1 });
    const thorough = explain(problem, result, { ...options, conflicts: 1000 });
    expect(hasty.isMinimal).toBe(false);
    expect(thorough.isMinimal).toBe(true);
    expect(thorough.groups.length).toBeLessThan(hasty.groups.length);
  });

  it("contradict each other in the clauses that the search names", () => {
    let refuted = 0;
    for (let seed = 0; seed < 30; seed++) {
      const problem = randomClauses(40, 5, seed);
      const result = solve(problem, { conflicts: 10_000, patience: 20 });
      if (result.kind !== "unsatisfiable") continue;
      refuted++;
      const named = new Set(result.clauses.map(({ clause }) => clause.rule));
      const rest = solve(
        onlyRules(problem, (rule) => named.has(rule)),
        { conflicts: 10_000 },
      );
      expect(rest.kind).toBe("unsatisfiable");
    }
    expect(refuted).toBeGreaterThan(15);
  });
});
