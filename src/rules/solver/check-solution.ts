/**
 * An independent judge of results: it asks the problem again, and knows nothing of the search.
 *
 * Tests judge every result by it; it is cheap enough to be run on each result of a command as well.
 */
import { atomOf, isNegative } from "./literal.ts";
import type { Atom, Clause, Literal, Problem, Wish } from "./problem.ts";
import type { Cause, Solution } from "./solution.ts";

/** Everything that is wrong with a result; nothing if it is right. Whether it is the best is not checked. */
export function checkSolution(problem: Problem, solution: Solution): readonly string[] {
  const atoms = new Set(solution.atoms);
  const isHolding = (literal: Literal): boolean =>
    atoms.has(atomOf(literal)) !== isNegative(literal);
  const triggers: readonly (Atom | undefined)[] = [undefined, ...solution.atoms];
  return [
    ...(atoms.size === solution.atoms.length ? [] : ["an atom is listed twice"]),
    ...slotErrors(problem, solution.atoms),
    ...triggers.flatMap((trigger) => clauseErrors(problem, trigger, isHolding)),
    ...wishErrors(problem, solution, isHolding),
    ...causeErrors(problem, solution),
  ];
}

function slotErrors(problem: Problem, atoms: readonly Atom[]): readonly string[] {
  const taken = new Map<number, Atom>();
  const errors: string[] = [];
  for (const atom of atoms) {
    const slot = problem.slotOf(atom);
    if (slot === undefined) continue;
    const other = taken.get(slot);
    if (other !== undefined) errors.push(`the atoms ${other} and ${atom} share the slot ${slot}`);
    taken.set(slot, atom);
  }
  return errors;
}

function clausesAt(problem: Problem, trigger: Atom | undefined): readonly Clause[] {
  return trigger === undefined ? problem.clauses() : problem.clausesOf(trigger);
}

function clauseErrors(
  problem: Problem,
  trigger: Atom | undefined,
  isHolding: (literal: Literal) => boolean,
): readonly string[] {
  return clausesAt(problem, trigger)
    .filter(({ priority, literals }) => priority === undefined && !literals.some(isHolding))
    .map(({ rule }) => `rule ${rule} of ${trigger ?? "all"} is violated`);
}

function wishErrors(
  problem: Problem,
  { wishes, atoms }: Solution,
  isHolding: (literal: Literal) => boolean,
): readonly string[] {
  const soft = [undefined, ...atoms].flatMap((trigger) =>
    clausesAt(problem, trigger)
      .filter(({ priority }) => priority !== undefined)
      .map(({ rule, literals }) => `${rule} ${trigger} ${literals.some(isHolding)}`),
  );
  const single = problem.wishes.map(
    ({ rule, literal }: Wish) => `${rule} literal ${literal} ${isHolding(literal)}`,
  );
  const wanted = [...soft, ...single].toSorted().join("\n");
  const told = wishes
    .map(({ rule, literal, trigger, isFulfilled }) =>
      literal === undefined
        ? `${rule} ${trigger} ${isFulfilled}`
        : `${rule} literal ${literal} ${isFulfilled}`,
    )
    .toSorted()
    .join("\n");
  return wanted === told ? [] : [`the wishes are\n${wanted}\nand not\n${told}`];
}

/** Every atom has a cause that a rule bears out, and whose atoms come before it. */
function causeErrors(problem: Problem, { atoms, causes }: Solution): readonly string[] {
  const before = new Set<Atom>();
  const errors: string[] = [];
  for (const atom of atoms) {
    const cause = causes.get(atom);
    if (cause === undefined) errors.push(`the atom ${atom} has no cause`);
    else if (!cause.because.every((each) => before.has(each))) {
      errors.push(`the cause of ${atom} comes after it`);
    } else if (!isBorneOut(problem, atom, cause)) {
      errors.push(`no clause of rule ${cause.rule} brings ${atom} in`);
    }
    before.add(atom);
  }
  return errors;
}

function isBorneOut(problem: Problem, atom: Atom, { kind, rule, because }: Cause): boolean {
  if (kind === "wish") {
    return problem.wishes.some((wish) => wish.rule === rule && wish.literal === atom * 2);
  }
  const wanted = [...because].toSorted().join();
  return [undefined, ...because].some((trigger) =>
    clausesAt(problem, trigger).some((clause) => {
      if (clause.rule !== rule || !clause.literals.includes(atom * 2)) return false;
      const conditions = new Set(clause.literals.filter(isNegative).map(atomOf));
      if (trigger !== undefined) conditions.add(trigger);
      return [...conditions].toSorted().join() === wanted;
    }),
  );
}
