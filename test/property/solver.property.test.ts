/** Laws of the resolver: what more rules, more wishes and a smaller view may change, and what is asked of a problem. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSolution } from "../../src/rules/solver/check-solution.ts";
import { fails, holds } from "../../src/rules/solver/literal.ts";
import type { Problem, Wish } from "../../src/rules/solver/problem.ts";
import { solve } from "../../src/rules/solver/solve.ts";
import { Random } from "../fuzz/random.ts";
import { type Instance, type InstanceClause, toProblem } from "../unit/rules/solver/instance.ts";
import { judge } from "../unit/rules/solver/judge.ts";

const runs = { seed: 91, numRuns: 400 };
const budget = { conflicts: 5000 };

const packages = 4;
const versions = 2;
const atom = fc.nat(packages * versions - 1);
const positive = atom.map(holds);
const literal = fc.oneof(
  { arbitrary: positive, weight: 3 },
  { arbitrary: atom.map(fails), weight: 1 },
);

const clauseArbitrary = fc.record({
  trigger: fc.option(atom, { nil: undefined, freq: 4 }),
  literals: fc.array(literal, { maxLength: 3 }),
});
const wishArbitrary = fc.record({ literal, priority: fc.constantFrom(10, 20, 50) });

const instanceArbitrary: fc.Arbitrary<Instance> = fc
  .record({
    clauses: fc.array(clauseArbitrary, { minLength: 1, maxLength: 14 }),
    soft: fc.array(
      fc.record({
        parts: fc.array(clauseArbitrary, { minLength: 1, maxLength: 3 }),
        priority: fc.constantFrom(10, 20, 50),
      }),
      { maxLength: 3 },
    ),
    wishes: fc.array(wishArbitrary, { maxLength: 5 }),
  })
  .map(({ clauses, soft, wishes }) => {
    let rule = 0;
    const hard = clauses.map((clause): InstanceClause => ({ ...clause, rule: rule++ }));
    const shared = soft.flatMap(({ parts, priority }): readonly InstanceClause[] => {
      const id = rule++;
      return parts.map((part) => ({ ...part, priority, rule: id, wishKey: `wish ${id}` }));
    });
    return {
      atomCount: packages * versions,
      slots: Array.from({ length: packages }, (_, i) => [i * versions, i * versions + 1]),
      clauses: [...hard, ...shared],
      wishes: wishes.map((wish): Wish => ({ ...wish, rule: rule++ })),
    };
  });

describe("the resolver", () => {
  it("agrees with brute force", () => {
    fc.assert(
      fc.property(instanceArbitrary, (instance) => {
        expect(judge(instance, new Random(1, 1)).errors).toEqual([]);
      }),
      runs,
    );
  });

  it("finds no result for more rules where it found none for fewer", () => {
    fc.assert(
      fc.property(instanceArbitrary, clauseArbitrary, (instance, clause) => {
        const more = { ...instance, clauses: [...instance.clauses, { ...clause, rule: 1000 }] };
        if (solve(toProblem(instance), budget).kind === "solution") return;
        expect(solve(toProblem(more), budget).kind).toBe("unsatisfiable");
      }),
      runs,
    );
  });

  it("gives nothing up for a wish that matters less than all others", () => {
    fc.assert(
      fc.property(instanceArbitrary, wishArbitrary, (instance, wish) => {
        const last = { ...wish, priority: 60, rule: 1000 };
        const fulfilled = (problem: Problem): readonly string[] => {
          const result = solve(problem, budget);
          if (result.kind !== "solution") return [result.kind];
          return result.wishes
            .filter(({ rule, isFulfilled }) => rule !== 1000 && isFulfilled)
            .map(({ rule, trigger }) => `${rule} ${trigger}`);
        };
        // Soft clauses ask for something only if their atom is in the result, so single wishes are compared.
        const hardOnly = {
          ...instance,
          clauses: instance.clauses.filter(({ priority }) => priority === undefined),
        };
        expect(fulfilled(toProblem({ ...hardOnly, wishes: [...instance.wishes, last] }))).toEqual(
          fulfilled(toProblem(hardOnly)),
        );
      }),
      runs,
    );
  });

  it("asks for the clauses of an atom once, and only if they may matter", () => {
    fc.assert(
      fc.property(instanceArbitrary, (instance) => {
        const problem = toProblem(instance);
        const asked: number[] = [];
        const watched: Problem = {
          ...problem,
          clausesOf: (each) => {
            asked.push(each);
            return problem.clausesOf(each);
          },
        };
        const result = solve(watched, budget);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.every((each) => isMentioned(instance, each))).toBe(true);
        if (result.kind === "solution") {
          expect(checkSolution(problem, result)).toEqual([]);
          expect(result.atoms.every((each) => asked.includes(each))).toBe(true);
        }
      }),
      runs,
    );
  });
});

/** Whether anything could make the atom true. */
function isMentioned({ clauses, wishes }: Instance, each: number): boolean {
  return [
    ...clauses.flatMap(({ literals }) => literals),
    ...wishes.map((wish) => wish.literal),
  ].includes(holds(each));
}
