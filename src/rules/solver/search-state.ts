/** Everything that one search knows: its variables, clauses, assignment and wishes. */
import { invariant } from "../../base/invariant.ts";
import { Activity } from "./activity.ts";
import { Agenda } from "./agenda.ts";
import { ClauseStore } from "./clause-store.ts";
import { atomOf } from "./literal.ts";
import type { Atom, Literal, Problem, RuleId, Slot } from "./problem.ts";
import type { ClauseSource } from "./solution.ts";
import { decided, isTrue, Trail } from "./trail.ts";
import { type WishEntry, WishList } from "./wish-list.ts";

/** The variable that is always true: what holds in any case hangs on it. It stands in no clause. */
export const root = 0;

/** Clauses in which a variable is negated: they are due once it is true. */
type Due = number[];

export interface SharedWish {
  readonly variable: number;
  readonly clauses: ClauseSource[];
}

export class SearchState {
  readonly problem: Problem;
  readonly store = new ClauseStore();
  readonly trail = new Trail();
  readonly activity = new Activity();
  readonly wishes = new WishList();
  /** The wishes that several soft clauses share, by their key. */
  readonly sharedWishes = new Map<string, SharedWish>();
  readonly agenda = new Agenda();
  /** The atom of each variable; none for the root and for variables that stand for a wish. */
  readonly atoms: (Atom | undefined)[] = [];
  /** All variables of the same slot. */
  readonly slotMembers: (readonly number[] | undefined)[] = [];
  /** By literal: the clauses that watch it. */
  readonly watches: number[][] = [];
  readonly due: Due[] = [];
  readonly isGrounded: boolean[] = [];
  /** Where each grounded clause comes from, by the number that the store keeps with it. */
  readonly sources: ClauseSource[] = [];
  /** How often the rules of a source were in a conflict. */
  readonly blame = new Map<RuleId, number>();
  /** How much of the trail has been propagated. */
  propagated = 0;
  conflicts = 0;
  private readonly variables = new Map<Atom, number>();
  private readonly slots = new Map<Slot, number[]>();

  constructor(problem: Problem) {
    this.problem = problem;
    this.newVariable(undefined);
    this.trail.assign(2 * root, decided);
  }

  /** A variable that stands for no atom. */
  newVariable(atom: Atom | undefined): number {
    const variable = this.atoms.length;
    this.atoms.push(atom);
    this.slotMembers.push(undefined);
    this.watches.push([], []);
    this.due.push([]);
    this.isGrounded.push(false);
    this.activity.add();
    this.trail.reserve(variable + 1);
    return variable;
  }

  /**
   * The variable of an atom. All atoms of a slot get theirs together, before one of them can be true: so there is
   * never a variable that would have had to become false earlier.
   */
  variableOf(atom: Atom): number {
    const known = this.variables.get(atom);
    if (known !== undefined) return known;
    const slot = this.problem.slotOf(atom);
    if (slot === undefined) return this.nameVariable(atom);
    let members = this.slots.get(slot);
    if (members === undefined) {
      members = this.problem.atomsOf(slot).map((each) => this.nameVariable(each));
      this.slots.set(slot, members);
      for (const member of members) this.slotMembers[member] = members;
    }
    const variable = this.variables.get(atom);
    invariant(
      variable !== undefined,
      `atomsOf(${slot}) lists the atom ${atom}, which is in that slot`,
    );
    return variable;
  }

  /** The solver's literal for one of the caller. */
  literalOf(literal: Literal): number {
    return 2 * this.variableOf(atomOf(literal)) + (literal & 1);
  }

  /** Adds a wish at its place; the search looks at it before it decides anything else of a later place. */
  addWish(wish: Omit<WishEntry, "serial">): void {
    this.agenda.wishAdded(this.wishes.add(wish));
  }

  /** Opens a level with a decision; `wish` is the wish that it fulfils, if there is one. */
  decide(literal: number, wish: WishEntry | undefined): void {
    this.agenda.openLevel(wish);
    this.trail.openLevel();
    this.trail.assign(literal, decided);
  }

  backTo(level: number): void {
    if (level >= this.trail.level) return;
    this.trail.backTo(level, (variable) => this.activity.restore(variable));
    this.agenda.backTo(level);
    this.propagated = this.trail.order.length;
  }

  isTrueVariable(variable: number): boolean {
    return this.trail.value(2 * variable) === isTrue;
  }

  ruleOf(clause: number): RuleId | undefined {
    return this.sources[this.store.rules[clause] as number]?.clause.rule;
  }

  private nameVariable(atom: Atom): number {
    const variable = this.newVariable(atom);
    this.variables.set(atom, variable);
    return variable;
  }
}
