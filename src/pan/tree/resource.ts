/**
 * What dicts and lists share: protection and copying.
 *
 * A protected resource is a view of another one: it shows its present content, gives out protected
 * children, and must be copied (`writableCopy`) before a write.
 */

import type { SizeBudget } from "./size-limit.ts";
import type { Value } from "./value.ts";

export abstract class ResourceBase {
  readonly isProtected: boolean = false;
  protected frozen = false;
  private extent: number | undefined;
  /** Number of children. */
  abstract readonly size: number;
  /** Whether it will never change; see `freeze.ts`. */
  get isFrozen(): boolean {
    return this.frozen;
  }
  /** Promises that it will never change. */
  freeze(): void {
    this.frozen = true;
  }
  /** Its children, in any order, for looking at them only. */
  abstract parts(): Iterable<Value>;
  /**
   * How many values a frozen resource has at all levels. A copy costs nothing, but counts as much as one that is made
   * value by value: what is too large must not depend on what happens to be frozen.
   */
  countFrozen(): number {
    if (this.extent === undefined) {
      let count = this.size;
      for (const part of this.parts()) {
        if (part instanceof ResourceBase) count += part.original?.countFrozen() ?? 0;
      }
      this.extent = count;
    }
    return this.extent;
  }
  /** The frozen resource whose content this one has at the moment; undefined if there is none. */
  abstract readonly original: ResourceBase | undefined;
  /** Whether parts of it that are protected in its original are so here too. */
  abstract readonly isExact: boolean;
  /** Of a frozen resource, a copy as it was before: protected parts of it are protected in the copy. */
  abstract thaw(): ResourceBase;
  /** Takes over the content of a frozen resource of its kind, as if it had been changed to that; exactly, or as a duplicate of it. */
  abstract become(original: ResourceBase, keepsProtection?: boolean): void;
  /** A new resource that shares the content; one of both must then be frozen and the other become it. */
  abstract split(): ResourceBase;
  /** A view that cannot be changed; O(1). */
  abstract protect(): ResourceBase;
  /** A deep copy that can be changed; linear in the size of the whole value, which has a limit, if it is not frozen. */
  abstract duplicate(budget?: SizeBudget): ResourceBase;
  /** A copy whose first level can be changed and whose children are protected; linear in `size`. */
  abstract writableCopy(): ResourceBase;
}

/** A view of the value that cannot be changed; properties are their own. */
export function protect<V extends Value>(value: V): V {
  return value instanceof ResourceBase ? (value.protect() as V) : value;
}

/** A deep copy that can be changed. */
export function duplicate<V extends Value>(value: V, budget?: SizeBudget): V {
  return value instanceof ResourceBase ? (value.duplicate(budget) as V) : value;
}

/** What a copy of a frozen resource has in the place of a part of it. */
export function ownPart<V extends Value>(part: V, keepsProtection: boolean): V {
  if (!(part instanceof ResourceBase) || (keepsProtection && part.isProtected)) return part;
  return (keepsProtection ? part.thaw() : part.duplicate()) as V;
}

/** The value itself when it may be written, else a copy that may. */
export function writable<V extends Value>(value: V): V {
  return value instanceof ResourceBase && value.isProtected ? (value.writableCopy() as V) : value;
}

/** Whether writing into the value is forbidden. */
export function isProtected(value: Value): boolean {
  return value instanceof ResourceBase && value.isProtected;
}
