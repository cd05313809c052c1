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
  /** Number of children. */
  abstract readonly size: number;
  /** A view that cannot be changed; O(1). */
  abstract protect(): ResourceBase;
  /** A deep copy that can be changed; linear in the size of the whole value, which has a limit. */
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

/** The value itself when it may be written, else a copy that may. */
export function writable<V extends Value>(value: V): V {
  return value instanceof ResourceBase && value.isProtected ? (value.writableCopy() as V) : value;
}

/** Whether writing into the value is forbidden. */
export function isProtected(value: Value): boolean {
  return value instanceof ResourceBase && value.isProtected;
}
