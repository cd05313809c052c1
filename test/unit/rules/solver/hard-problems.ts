/** Problems that are known to be hard, or long, for tests and benchmarks. */
import { fails, holds } from "../../../../src/rules/solver/literal.ts";
import type { Clause, Problem } from "../../../../src/rules/solver/problem.ts";
import { Random } from "../../../fuzz/random.ts";

/** Pigeons want holes, one each: impossible if there are more of them, and exponentially hard to see. */
export function pigeonhole(pigeons: number, holes: number): Problem {
  const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
  return {
    clauses: () =>
      range(pigeons).map((pigeon) => ({
        rule: pigeon,
        literals: range(holes).map((hole) => holds(pigeon * holes + hole)),
      })),
    clausesOf: () => [],
    slotOf: (atom) => atom % holes,
    atomsOf: (hole) => range(pigeons).map((pigeon) => pigeon * holes + hole),
    wishes: [],
  };
}

/** Package 0 is wanted; version k of each needs version k of the next; the last has none that can be had. */
export function versionChain(packages: number, versions: number): Problem {
  const all = Array.from({ length: versions }, (_, i) => i);
  const clausesOf = (atom: number): readonly Clause[] => {
    const isLast = atom >= (packages - 1) * versions;
    return [{ rule: atom + 1, literals: isLast ? [] : [holds(atom + versions)] }];
  };
  return {
    clauses: () => [{ rule: 0, literals: all.map(holds) }],
    clausesOf,
    slotOf: (atom) => Math.floor(atom / versions),
    atomsOf: (slot) => all.map((version) => slot * versions + version),
    wishes: [],
  };
}

/** Clauses of three random literals; about 4.26 for each atom are the hardest. */
export function randomClauses(atoms: number, ratio: number, seed: number): Problem {
  const random = new Random(seed, atoms);
  const literal = (): number => {
    const atom = random.below(atoms);
    return random.chance(0.5) ? holds(atom) : fails(atom);
  };
  const clauses = Array.from({ length: Math.round(atoms * ratio) }, (_, rule) => ({
    rule,
    literals: [literal(), literal(), literal()],
  }));
  return {
    clauses: () => clauses,
    clausesOf: () => [],
    slotOf: () => undefined,
    atomsOf: () => [],
    wishes: [],
  };
}
