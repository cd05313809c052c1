/**
 * The resolver: which atoms are true, such that all rules hold and wishes are fulfilled as well as they can be.
 *
 * This folder knows nothing of packages, paths or Pan. A caller numbers its facts and describes them as a `Problem`:
 *
 * - **Atoms** are what may be true: "gcc in version 12.2", "/hardware/memory is 512". Everything is false that
 *   nothing makes true. Atoms of one **slot** exclude each other: give the versions of a package one slot, and the
 *   values of a path.
 * - **Clauses** say that one of their literals holds (`holds(atom)`, `fails(atom)` of `literal.ts`), and name the
 *   rule that they are an instance of. The order of the literals is the order of preference: newest version first,
 *   the packager's first alternative first, the closest sufficient value first (`thresholds.ts` makes that order).
 * - `clausesOf(atom)` gives what an atom brings with it; it is asked only once the atom may be in the result. Each
 *   clause is read as "if the atom, then …", so the atom itself is left out:
 *       gcc 12 needs libc ≥ 2.36 or musl    clausesOf(gcc 12): [holds(libc 2.37), holds(libc 2.36), holds(musl 1)]
 *       gcc 12 conflicts with icc           clausesOf(gcc 12): [fails(icc 9)], [fails(icc 8)]: one for each
 *       gcc 12 cannot be had                clausesOf(gcc 12): []
 *       gcc 12 needs a debugger if dev      clausesOf(gcc 12): [fails(dev), holds(gdb 13), holds(lldb 14)]
 * - `clauses()` gives what holds in any case, a fact or a request: `[holds(memory 512)]`, `[holds(gcc 12),
 *   holds(gcc 11)]`. A rule "if a and b, then c" stands at any one of its conditions, `clausesOf(a): [fails(b),
 *   holds(c)]`. A rule "if not a, then c" has no atom to stand at: it is `[holds(c), holds(a)]` in `clauses()`. A rule
 *   about a whole slot ("if there is any gcc") stands at each atom of it, or at an atom of its own that each implies.
 * - **Wishes** may be given up: literals in `wishes`, and clauses with a `priority`. Lower numbers matter more, and
 *   within one number lower rule ids; the result is the lexicographic optimum, exactly. To prefer gcc over icc, wish
 *   `fails(icc 9)`: it brings nothing in. The priority `afterAllElse` is for recommendations, which must not change
 *   any other choice. What the user wrote is a clause in strict mode and a wish to rectify it.
 *
 * The rest of the folder, for callers: `explain` (the minimal reason of a contradiction, its rules grouped as the
 * caller wants to tell them), `findFixes` (which single changes work), `why` (the chain of rules behind an atom),
 * `checkSolution` (an independent judge), `candidateValues` (numeric paths). Sums, such as the sizes of all packages
 * on a disk, are checked afterwards; if one is exceeded, add a clause that forbids what exceeds it, and solve again.
 *
 * The same problem gives the same answer, whatever the numbers of its atoms and the order of its lists: ties are
 * broken by rule ids, and instances of the same rule at one place by their order. A budget of 10,000 conflicts is
 * some seconds at worst; a whole distribution needs none or a few dozen.
 */
import { assertNever } from "../../base/assert-never.ts";
import { found } from "./found.ts";
import type { Problem } from "./problem.ts";
import { refutation } from "./refutation.ts";
import { type SearchOptions, search } from "./search.ts";
import { SearchState } from "./search-state.ts";
import type { Exhausted, Solution, Unsatisfiable } from "./solution.ts";

export type SolveOptions = SearchOptions;

export function solve(
  problem: Problem,
  options: SolveOptions,
): Solution | Unsatisfiable | Exhausted {
  const state = new SearchState(problem);
  for (const wish of problem.wishes) {
    const literal = state.literalOf(wish.literal);
    const { priority, rule } = wish;
    state.addWish({ literal, priority, rule, from: { kind: "literal", wish } });
  }
  const outcome = search(state, options);
  const { conflicts } = state;
  switch (outcome.kind) {
    case "found":
      return found(state);
    case "refuted":
      return { kind: "unsatisfiable", clauses: refutation(state, outcome.conflict), conflicts };
    case "exhausted":
      return { kind: "exhausted", conflicts, rules: mostBlamed(state) };
    default:
      return assertNever(outcome);
  }
}

function mostBlamed({ blame }: SearchState): readonly number[] {
  return [...blame]
    .toSorted(([oneRule, one], [otherRule, other]) => other - one || oneRule - otherRule)
    .slice(0, 10)
    .map(([rule]) => rule);
}
