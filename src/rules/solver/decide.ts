/**
 * What the search tries next: wishes in their order, then what is due, then the wishes that come after all else.
 *
 * Wishes come first, each as it is wanted: so a wish is given up only if the wishes before it imply that, which
 * makes the result the lexicographic optimum. Soft clauses turn up later than that, and a wish may be refuted by
 * decisions that should have come after it; then the search goes back to where the wish belongs.
 */

import { afterAllElse } from "./problem.ts";
import type { SearchState } from "./search-state.ts";
import { isFalse, isTrue, undecided } from "./trail.ts";
import type { WishEntry } from "./wish-list.ts";

export type Step =
  | { readonly kind: "decide"; readonly literal: number; readonly wish: WishEntry | undefined }
  | { readonly kind: "back"; readonly level: number }
  | { readonly kind: "done" };

const done: Step = { kind: "done" };

/** `isBusy` while the busiest variables are settled before preferences. */
export function nextStep(state: SearchState, isBusy: boolean): Step {
  return (
    nextWish(state, (wish) => wish.priority !== afterAllElse) ??
    (isBusy ? busiest(state) : undefined) ??
    nextDue(state) ??
    nextWish(state, () => true) ??
    done
  );
}

function nextWish(state: SearchState, isDue: (wish: WishEntry) => boolean): Step | undefined {
  const { trail, agenda } = state;
  const { entries } = state.wishes;
  for (; agenda.position.wish < entries.length; agenda.position.wish++) {
    const wish = entries[agenda.position.wish] as WishEntry;
    if (!isDue(wish)) return undefined;
    const value = trail.value(wish.literal);
    if (value === undecided) return { kind: "decide", literal: wish.literal, wish };
    if (value === isFalse && wish.priority !== afterAllElse) {
      const level = agenda.levelsBefore(wish);
      if (trail.levelOf(wish.literal >> 1) > level) return { kind: "back", level };
    }
  }
  return undefined;
}

/** Settles the busiest variable as false: nothing comes into the result that no clause needs. */
function busiest(state: SearchState): Step | undefined {
  for (;;) {
    const variable = state.activity.pop();
    if (variable === undefined) return undefined;
    const isOpen = state.trail.value(2 * variable) === undecided;
    if (isOpen && state.atoms[variable] !== undefined) {
      return { kind: "decide", literal: 2 * variable + 1, wish: undefined };
    }
  }
}

/** The first clause, in the order in which atoms became true, that nothing fulfils yet: its first open literal. */
function nextDue(state: SearchState): Step | undefined {
  const { trail, agenda } = state;
  for (;;) {
    const { position } = agenda;
    if (position.variable >= trail.order.length) return undefined;
    const literal = trail.order.at(position.variable);
    const due = (literal & 1) === 1 ? [] : (state.due[literal >> 1] as number[]);
    for (; position.clause < due.length; position.clause++) {
      const choice = openChoice(state, due[position.clause] as number);
      if (choice !== undefined) return { kind: "decide", literal: choice, wish: undefined };
    }
    position.variable++;
    position.clause = 0;
  }
}

/** Nothing if the clause is true, or is true as soon as an undecided atom of its condition becomes false. */
function openChoice({ store, trail }: SearchState, clause: number): number | undefined {
  let choice: number | undefined;
  const end = store.end(clause);
  for (let i = store.start(clause); i < end; i++) {
    const literal = store.literals.at(i);
    const value = trail.value(literal);
    if (value === isTrue || (value === undecided && (literal & 1) === 1)) return undefined;
    if (value === undecided && choice === undefined) choice = literal;
  }
  return choice;
}
