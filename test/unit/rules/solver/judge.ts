/** Everything that must hold of the solver's answers to a small problem, judged by trying every set of atoms. */
import { checkSolution } from "../../../../src/rules/solver/check-solution.ts";
import { type Explanation, explain, type Group } from "../../../../src/rules/solver/explain.ts";
import { type Change, findFixes, Trials } from "../../../../src/rules/solver/find-fixes.ts";
import type { Solution, Unsatisfiable } from "../../../../src/rules/solver/solution.ts";
import { solve } from "../../../../src/rules/solver/solve.ts";
import { why } from "../../../../src/rules/solver/why.ts";
import { Random } from "../../../fuzz/random.ts";
import { bestVector, hardClauses, isSatisfiable, wishOrder } from "./brute-force.ts";
import { type Instance, permuted, randomInstance, toProblem } from "./instance.ts";

const budget = { conflicts: 10_000 };

export interface Verdict {
  readonly kind: "solution" | "unsatisfiable";
  /** What is wrong with the answers; nothing if they are right. */
  readonly errors: readonly string[];
}

export function judgeRandom(seed: number, index: number): Verdict {
  const random = new Random(seed, index);
  return judge(randomInstance(random), random);
}

export function judge(instance: Instance, random: Random): Verdict {
  const problem = toProblem(instance);
  const result = solve(problem, budget);
  const best = bestVector(instance);
  switch (result.kind) {
    case "solution": {
      const errors =
        best === undefined
          ? ["there is no result, but one is given"]
          : [
              ...checkSolution(problem, result),
              ...vectorErrors(instance, result, best),
              ...busyErrors(instance, best),
              ...chainErrors(result),
              ...permutationErrors(instance, result, random),
            ];
      return { kind: "solution", errors };
    }
    case "unsatisfiable": {
      const errors =
        best === undefined
          ? [...reasonErrors(instance, result, random), ...busyErrors(instance, best)]
          : ["there is a result, but it was not found"];
      return { kind: "unsatisfiable", errors };
    }
    default:
      return { kind: "solution", errors: ["a small problem exhausted the budget"] };
  }
}

function vectorErrors(
  instance: Instance,
  { wishes }: Solution,
  best: readonly boolean[],
): readonly string[] {
  const lost = new Set(wishes.filter(({ isFulfilled }) => !isFulfilled).map(({ rule }) => rule));
  // A soft clause whose atom is not in the result asks for nothing.
  const vector = wishOrder(instance).map((rule) => !lost.has(rule));
  return vector.join() === best.join() ? [] : [`the best are ${best}, the given ${vector}`];
}

/** The same with the other order of decisions, which hard problems get. */
function busyErrors(instance: Instance, best: readonly boolean[] | undefined): readonly string[] {
  const problem = toProblem(instance);
  const result = solve(problem, { ...budget, patience: 1 });
  if (result.kind !== "solution") return best === undefined ? [] : ["no result in the other order"];
  if (best === undefined) return ["a result in the other order"];
  return [...checkSolution(problem, result), ...vectorErrors(instance, result, best)];
}

/** Each atom's chain starts at what holds in any case, or at a wish, and ends at the atom. */
function chainErrors(solution: Solution): readonly string[] {
  return solution.atoms
    .filter((atom) => {
      const chain = why(solution, atom);
      return chain[0]?.cause.because.length !== 0 || chain.at(-1)?.atom !== atom;
    })
    .map((atom) => `the chain of ${atom} is broken`);
}

function permutationErrors(
  instance: Instance,
  { atoms }: Solution,
  random: Random,
): readonly string[] {
  const other = permuted(random, instance);
  const result = solve(toProblem(other.instance), budget);
  const wanted = atoms.map((atom) => other.names[atom]).join();
  const given = result.kind === "solution" ? result.atoms.join() : result.kind;
  return wanted === given ? [] : [`permuted, the result is ${given} and not ${wanted}`];
}

function reasonErrors(
  instance: Instance,
  result: Unsatisfiable,
  random: Random,
): readonly string[] {
  const modulus = random.pick([1000, 7, 4]);
  const groupOf = (rule: number): number => rule % modulus;
  const options = { ...budget, groupOf, rankOf: (group: number) => group % 2 };
  const problem = toProblem(instance);
  const explanation = explain(problem, result, options);
  const groups = explanation.groups.map(({ group }) => group);
  const hard = hardClauses(instance);
  const isPossible = (wanted: readonly number[]): boolean =>
    isSatisfiable(
      instance,
      hard.filter(({ rule }) => wanted.includes(groupOf(rule))),
    );
  const errors: string[] = [];
  if (!explanation.isMinimal) errors.push("the budget ended a small explanation");
  if (isPossible(groups)) errors.push(`the reason ${groups} is no contradiction`);
  const told = explanation.clauses.map(({ clause, trigger }) => ({ ...clause, trigger }));
  if (isSatisfiable(instance, told)) errors.push("the clauses of the reason do not contradict");
  for (const group of groups) {
    if (!isPossible(groups.filter((each) => each !== group))) {
      errors.push(`the reason ${groups} does not need ${group}`);
    }
  }
  const all = [...new Set(hard.map(({ rule }) => groupOf(rule)))];
  const wanted = all.filter((group) => isPossible(all.filter((each) => each !== group)));
  const fixesWithin = (clauses: number): readonly number[] => {
    const changes = removals(explanation, () => true);
    const fixes = findFixes(new Trials(problem, { ...options, clauses }), changes);
    return fixes.flatMap(({ change }) => change.without);
  };
  const fixed = fixesWithin(Number.POSITIVE_INFINITY);
  if (wanted.toSorted().join() !== fixed.toSorted().join()) {
    errors.push(`what fixes it is ${wanted}, and not ${fixed}`);
  }
  // With little to look at, fewer are found, and these are as true.
  const few = fixesWithin(random.pick([0, 1, 2, 4, 8, 16]));
  if (!few.every((group) => wanted.includes(group))) {
    errors.push(`what fixes it is ${wanted}, and not ${few}, found within a budget`);
  }
  return errors;
}

/** Dropping each group of the reason that the user can drop. */
export function removals(
  { groups }: Explanation,
  isChangeable: (group: Group) => boolean,
): readonly Change[] {
  return groups
    .filter(({ group }) => isChangeable(group))
    .map(({ group }) => ({ without: [group], instead: [] }));
}
