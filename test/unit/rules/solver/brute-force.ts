/** The truth about a small problem, found by trying every set of atoms. */
import type { Instance, InstanceClause } from "./instance.ts";

interface Masks {
  readonly positive: number;
  readonly negative: number;
}

/** The best result, as whether each wish is fulfilled, in the order of priorities; nothing if there is none. */
export function bestVector(instance: Instance): readonly boolean[] | undefined {
  const wishes = wishMasks(instance);
  let best: number | undefined;
  forEachModel(instance, hardClauses(instance), (model) => {
    let vector = 0;
    for (const wish of wishes) {
      vector = 2 * vector + (wish.every((part) => isSatisfied(part, model)) ? 1 : 0);
    }
    if (best === undefined || vector > best) best = vector;
  });
  const found = best;
  if (found === undefined) return undefined;
  return wishes.map((_, i) => Math.floor(found / 2 ** (wishes.length - 1 - i)) % 2 === 1);
}

/** Whether the slots and the hard ones among these clauses can all be satisfied. */
export function isSatisfiable(instance: Instance, clauses: readonly InstanceClause[]): boolean {
  let found = false;
  forEachModel(instance, clauses, () => {
    found = true;
  });
  return found;
}

export function hardClauses(instance: Instance): readonly InstanceClause[] {
  return instance.clauses.filter(({ priority }) => priority === undefined);
}

/** The rules of wishes in the order in which they count; ids are unique here, but for soft clauses that are one wish. */
export function wishOrder({ wishes, clauses }: Instance): readonly number[] {
  const rules = [...wishes, ...clauses]
    .filter(({ priority }) => priority !== undefined)
    .toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0) || a.rule - b.rule)
    .map(({ rule }) => rule);
  return [...new Set(rules)];
}

/** Of each wish all parts. */
function wishMasks(instance: Instance): readonly (readonly Masks[])[] {
  return wishOrder(instance).map((rule) => {
    const wish = instance.wishes.find((each) => each.rule === rule);
    if (wish !== undefined) return [masksOf([wish.literal], undefined)];
    return instance.clauses
      .filter((each) => each.rule === rule)
      .map(({ literals, trigger }) => masksOf(literals, trigger));
  });
}

function masksOf(literals: readonly number[], trigger: number | undefined): Masks {
  let positive = 0;
  let negative = trigger === undefined ? 0 : 1 << trigger;
  for (const literal of literals) {
    if ((literal & 1) === 0) positive |= 1 << (literal >> 1);
    else negative |= 1 << (literal >> 1);
  }
  return { positive, negative };
}

function isSatisfied({ positive, negative }: Masks, model: number): boolean {
  return (positive & model) !== 0 || (negative & ~model) !== 0;
}

function forEachModel(
  instance: Instance,
  clauses: readonly InstanceClause[],
  visit: (model: number) => void,
): void {
  const masks = clauses.map(({ literals, trigger }) => masksOf(literals, trigger));
  const slots = instance.slots.map(
    (atoms) =>
      masksOf(
        atoms.map((atom) => 2 * atom),
        undefined,
      ).positive,
  );
  for (let model = 0; model < 1 << instance.atomCount; model++) {
    const isOnePerSlot = slots.every((slot) => (model & slot & ((model & slot) - 1)) === 0);
    if (isOnePerSlot && masks.every((each) => isSatisfied(each, model))) visit(model);
  }
}
