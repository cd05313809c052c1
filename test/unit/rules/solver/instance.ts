/** Problems as plain data, which can be made at random, permuted, and solved by trying everything. */

import { fails, holds } from "../../../../src/rules/solver/literal.ts";
import type { Atom, Clause, Problem, Wish } from "../../../../src/rules/solver/problem.ts";
import type { Random } from "../../../fuzz/random.ts";

export interface InstanceClause extends Clause {
  readonly trigger: Atom | undefined;
}

export interface Instance {
  readonly atomCount: number;
  readonly slots: readonly (readonly Atom[])[];
  readonly clauses: readonly InstanceClause[];
  readonly wishes: readonly Wish[];
}

export function toProblem(instance: Instance): Problem {
  const slotOf = new Map(
    instance.slots.flatMap((atoms, slot) => atoms.map((atom) => [atom, slot] as const)),
  );
  const byTrigger = new Map<Atom | undefined, Clause[]>();
  for (const { trigger, ...clause } of instance.clauses) {
    const list = byTrigger.get(trigger);
    if (list === undefined) byTrigger.set(trigger, [clause]);
    else list.push(clause);
  }
  return {
    clauses: () => byTrigger.get(undefined) ?? [],
    clausesOf: (atom) => byTrigger.get(atom) ?? [],
    slotOf: (atom) => slotOf.get(atom),
    atomsOf: (slot) => instance.slots[slot] ?? [],
    wishes: instance.wishes,
  };
}

/** A small repository: packages with versions, dependencies, alternatives, conditions, conflicts, wishes. */
export function randomInstance(random: Random): Instance {
  const slots: Atom[][] = [];
  let atomCount = 0;
  const wanted = 4 + random.below(8);
  while (atomCount < wanted) {
    const size = 1 + random.below(3);
    slots.push(Array.from({ length: size }, () => atomCount++));
  }
  const free = random.below(3);
  const atoms = Array.from({ length: atomCount + free }, (_, atom) => atom);
  const maker = new ClauseMaker(random, atoms, slots);
  const density = 1 + random.below(3);
  const clauses: InstanceClause[] = [];
  for (let i = 1 + random.below(3); i > 0; i--) clauses.push(maker.request());
  for (let i = density * atoms.length * 0.7; i > 0; i--) clauses.push(maker.rule());
  for (let i = random.below(4); i > 0; i--) clauses.push(maker.softClause());
  const wishes = Array.from({ length: random.below(6) }, () => maker.wish());
  return { atomCount: atoms.length, slots, ...numberRules(random, clauses, wishes) };
}

/** Rule ids in no order; hard rules share some, as the instances of one statement do. */
function numberRules(
  random: Random,
  clauses: readonly InstanceClause[],
  wishes: readonly Wish[],
): Pick<Instance, "clauses" | "wishes"> {
  const ids = shuffled(
    random,
    Array.from({ length: clauses.length + wishes.length }, (_, id) => id),
  );
  return {
    clauses: clauses.map((clause, i) => ({ ...clause, rule: ids[i] as number })),
    wishes: wishes.map((wish, i) => ({ ...wish, rule: ids[clauses.length + i] as number })),
  };
}

class ClauseMaker {
  private readonly random: Random;
  private readonly atoms: readonly Atom[];
  private readonly slots: readonly (readonly Atom[])[];

  constructor(random: Random, atoms: readonly Atom[], slots: readonly (readonly Atom[])[]) {
    this.random = random;
    this.atoms = atoms;
    this.slots = slots;
  }

  request(): InstanceClause {
    if (this.random.chance(0.15)) {
      const literals = [this.random.chance(0.5) ? fails(this.atom()) : holds(this.atom())];
      return { rule: 0, trigger: undefined, literals };
    }
    return { rule: 0, trigger: undefined, literals: this.range() };
  }

  rule(): InstanceClause {
    const trigger = this.atom();
    const kind = this.random.below(20);
    if (kind === 0) return { rule: 0, trigger, literals: [] };
    if (kind < 6) return { rule: 0, trigger, literals: [fails(this.atom())] };
    const literals = [...this.range()];
    if (kind < 12) literals.push(...this.range());
    if (kind === 12 || kind === 13) literals.unshift(fails(this.atom()));
    if (kind === 14) literals.push(fails(this.atom()), fails(this.atom()));
    if (kind === 15)
      return { rule: 0, trigger: undefined, literals: [...literals, fails(trigger)] };
    return { rule: 0, trigger, literals };
  }

  softClause(): InstanceClause {
    const trigger = this.random.chance(0.8) ? this.atom() : undefined;
    const literals = this.random.chance(0.7) ? this.range() : [fails(this.atom())];
    return { rule: 0, trigger, literals, priority: this.priority() };
  }

  wish(): Wish {
    const atom = this.atom();
    const literal = this.random.chance(0.6) ? holds(atom) : fails(atom);
    return { rule: 0, literal, priority: this.priority() };
  }

  private priority(): number {
    return this.random.pick([10, 20, 20, 50]);
  }

  private atom(): Atom {
    return this.random.pick(this.atoms);
  }

  /** Some versions of a package, best first or in any order. */
  private range(): readonly number[] {
    const slot = this.random.pick(this.slots);
    const some = slot.filter(() => this.random.chance(0.7));
    return shuffled(this.random, some).map(holds);
  }
}

/** The same problem with other numbers of atoms and slots, and its lists in another order. */
export function permuted(
  random: Random,
  instance: Instance,
): { instance: Instance; names: readonly Atom[] } {
  const names = shuffled(
    random,
    Array.from({ length: instance.atomCount }, (_, atom) => atom),
  ).map((name) => name * 7 + 3);
  const rename = (atom: Atom): Atom => names[atom] as Atom;
  const renameLiteral = (literal: number): number => 2 * rename(literal >> 1) + (literal & 1);
  const slots = instance.slots.map((atoms) => atoms.map(rename));
  return {
    names,
    instance: {
      atomCount: instance.atomCount,
      slots: shuffled(random, slots),
      clauses: shuffled(random, instance.clauses).map((clause) => ({
        ...clause,
        trigger: clause.trigger === undefined ? undefined : rename(clause.trigger),
        literals: clause.literals.map(renameLiteral),
      })),
      wishes: shuffled(random, instance.wishes).map((wish) => ({
        ...wish,
        literal: renameLiteral(wish.literal),
      })),
    },
  };
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [result[i], result[j]] = [result[j] as Item, result[i] as Item];
  }
  return result;
}
