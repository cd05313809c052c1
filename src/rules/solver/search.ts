/**
 * The search: propagate, learn from a conflict, decide; conflict-driven clause learning with wishes first.
 *
 * Most problems of this kind are easy: they are decided in the order of preferences, with few conflicts or none.
 * After `patience` conflicts, that order takes turns with another, the busiest variables first and with restarts;
 * each turn is twice as long as the one before, because some hard problems yield to the one and some to the other.
 * Wishes keep their place in any case, or the result would not be the best one. The budget of conflicts ends what
 * is too hard.
 */
import { invariant } from "../../base/invariant.ts";
import { analyze } from "./analyze.ts";
import { attach, type Conflict } from "./attach.ts";
import { nextStep, type Step } from "./decide.ts";
import { propagate } from "./propagate.ts";
import type { SearchState } from "./search-state.ts";

export interface SearchOptions {
  /** How many conflicts the search may meet before it gives up. */
  readonly conflicts: number;
  /** After how many conflicts the two orders begin to take turns, from 1; only tests have a reason to set it. */
  readonly patience?: number;
}

export type Outcome =
  | { readonly kind: "found" }
  | { readonly kind: "refuted"; readonly conflict: Conflict }
  | { readonly kind: "exhausted" };

const patience = 300;
const restartUnit = 50;

interface Mood {
  /** Whether the busiest variables come before preferences. */
  isBusy: boolean;
  /** The number of conflicts at which the turn ends. */
  end: number;
  /** Conflicts since the last restart, and restarts, in this turn. */
  conflicts: number;
  restarts: number;
}

export function search(state: SearchState, options: SearchOptions): Outcome {
  const mood: Mood = {
    isBusy: false,
    end: options.patience ?? patience,
    conflicts: 0,
    restarts: 0,
  };
  for (;;) {
    const conflict = propagate(state);
    if (conflict === undefined) {
      changeMood(state, mood);
      if (takeStep(state, nextStep(state, mood.isBusy))) return { kind: "found" };
      continue;
    }
    if (state.trail.level === 0) return { kind: "refuted", conflict };
    if (++state.conflicts > options.conflicts) return { kind: "exhausted" };
    mood.conflicts++;
    learn(state, conflict);
  }
}

/** Restarts, and takes turns. It goes back to the wishes only: they would be decided again as they are. */
function changeMood(state: SearchState, mood: Mood): void {
  const isOver = state.conflicts >= mood.end;
  if (isOver) {
    mood.isBusy = !mood.isBusy;
    mood.end *= 3;
    mood.restarts = 0;
  }
  if (isOver || (mood.isBusy && mood.conflicts >= restartUnit * luby(mood.restarts + 1))) {
    mood.restarts++;
    mood.conflicts = 0;
    state.backTo(state.agenda.wishLevels());
  }
}

/** Whether nothing is left to do. */
function takeStep(state: SearchState, step: Step): boolean {
  if (step.kind === "done") return true;
  if (step.kind === "back") state.backTo(step.level);
  else state.decide(step.literal, step.wish);
  return false;
}

function learn(state: SearchState, conflict: Conflict): void {
  const { literals, antecedents, level } = analyze(state, conflict);
  blame(state, antecedents);
  state.backTo(level);
  const clause = state.store.addLearned(literals, antecedents);
  const next = attach(state, clause, literals);
  invariant(next === undefined, "a learned clause has one open literal");
  state.activity.decay();
}

function blame(state: SearchState, antecedents: readonly number[]): void {
  for (const clause of antecedents) {
    const rule = clause < 0 ? undefined : state.ruleOf(clause);
    if (rule !== undefined) state.blame.set(rule, (state.blame.get(rule) ?? 0) + 1);
  }
}

/** The sequence of Luby, Sinclair and Zuckerman, from 1: 1 1 2 1 1 2 4 … */
export function luby(index: number): number {
  let size = 1;
  let power = 1;
  while (size < index) {
    size = 2 * size + 1;
    power *= 2;
  }
  let rest = index;
  while (size !== rest) {
    size = (size - 1) >> 1;
    power /= 2;
    if (rest > size) rest -= size;
  }
  return power;
}
