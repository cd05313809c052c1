/**
 * The types and functions that a profile has declared so far, as something that two profiles have in common.
 *
 * Nothing is declared twice, so what was declared in the same order is the same: types mean the same there, and what a
 * type does to a frozen value, or thinks of it, need be found out once.
 */

import type { Term } from "../tree/term.ts";
import type { Resource, Value } from "../tree/value.ts";
import type { Type } from "./evaluation.ts";
import type { Inputs, Work } from "./sharing.ts";

/** What the defaults of a type do to a frozen resource. */
export interface Completion {
  /** Frozen; undefined if nothing changes. */
  readonly result: Resource | undefined;
  /** Where below it a default was put, and of which type. */
  readonly records: readonly {
    readonly terms: readonly Term[];
    readonly type: Type;
    readonly value: Value;
  }[];
}

/** A check that a value has passed. */
export interface PassedCheck {
  /** What the validations have looked at besides the value. */
  readonly inputs: Inputs;
  readonly work: Work;
}

/** What is known of frozen resources, by what it was asked for and by how the resource may be changed. */
class FrozenFacts<Fact> {
  private readonly facts = new WeakMap<object, WeakMap<Resource, Fact>[]>();

  get(subject: object, value: Resource): Fact | undefined {
    const { original } = value;
    if (original === undefined) return undefined;
    return this.facts.get(subject)?.[kindIndex(value)]?.get(original);
  }

  set(subject: object, value: Resource, fact: Fact): void {
    const { original } = value;
    if (original === undefined) return;
    let maps = this.facts.get(subject);
    if (maps === undefined) {
      maps = [new WeakMap(), new WeakMap(), new WeakMap()];
      this.facts.set(subject, maps);
    }
    maps[kindIndex(value)]?.set(original, fact);
  }
}

/** A view, a copy that is as its original was, or one that has no views in it. */
function kindIndex(value: Resource): number {
  if (value.isProtected) return 0;
  return value.isExact ? 1 : 2;
}

export class Declarations {
  readonly completions = new FrozenFacts<Completion>();
  readonly passed = new FrozenFacts<PassedCheck>();
  readonly passedStrings = new WeakMap<Type, Map<string, PassedCheck>>();
  /** Whether a link is somewhere in a type. */
  readonly linked = new Map<object, boolean>();
  /** How often values were checked that were not known to pass, by type. */
  readonly checks = new FrozenFacts<number>();
  /** How often something is done before it is worth notes. */
  readonly patience: number;
  private following: WeakMap<object, Declarations> | undefined;

  constructor(patience: number) {
    this.patience = patience;
  }

  /** With one more type or function, by something that only it has. */
  with(declared: object): Declarations {
    this.following ??= new WeakMap();
    let next = this.following.get(declared);
    if (next === undefined) {
      next = new Declarations(this.patience);
      this.following.set(declared, next);
    }
    return next;
  }
}
