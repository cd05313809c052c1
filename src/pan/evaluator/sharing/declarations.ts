/**
 * The types that a profile has declared so far, as something that two profiles have in common.
 *
 * No name is declared twice, so where the same types were declared in the same order, each name means the same. Whether
 * a frozen value passes one of them need be found out once.
 */

import { invariant } from "../../../base/invariant.ts";
import type { Resource } from "../../tree/value.ts";
import type { Type } from "../evaluation.ts";
import type { Inputs } from "./inputs.ts";
import type { Work } from "./work.ts";

/** A check that a value has passed. */
export interface PassedCheck {
  /** What the validations have looked at besides the value. */
  readonly inputs: Inputs;
  readonly work: Work;
}

/** A view, a copy in which views are views, or one that has no views in it. */
function kindIndex(value: Resource): number {
  if (value.isProtected) return 0;
  return value.isExact ? 1 : 2;
}

export class Declarations {
  private readonly checks = new WeakMap<Type, readonly WeakMap<Resource, PassedCheck>[]>();
  private readonly following = new WeakMap<Type, Declarations>();

  /** How a copy of a frozen resource passed a type. */
  passed(type: Type, value: Resource): PassedCheck | undefined {
    const { original } = value;
    return original && this.checks.get(type)?.[kindIndex(value)]?.get(original);
  }

  setPassed(type: Type, value: Resource, check: PassedCheck): void {
    const { original } = value;
    invariant(original !== undefined, "what is remembered is not a copy of something frozen");
    let maps = this.checks.get(type);
    if (maps === undefined) {
      maps = [new WeakMap(), new WeakMap(), new WeakMap()];
      this.checks.set(type, maps);
    }
    maps[kindIndex(value)]?.set(original, check);
  }

  /** With one more type. */
  with(type: Type): Declarations {
    let next = this.following.get(type);
    if (next === undefined) {
      next = new Declarations();
      this.following.set(type, next);
    }
    return next;
  }
}
