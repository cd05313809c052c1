/**
 * What dicts and lists share: protection and copying.
 *
 * A protected resource is a view of another one: it shows its present content, gives out protected
 * children, and must be copied (`writableCopy`) before a write.
 */

import { invariant } from "../../base/invariant.ts";
import { SizeBudget } from "./size-limit.ts";
import type { Resource, Value } from "./value.ts";

/** `Self` is the kind: a dict lends to dicts, and its copies are dicts. */
export abstract class ResourceBase<Self extends ResourceBase<Self>> {
  readonly isProtected: boolean = false;
  protected frozen = false;
  /** The frozen one whose content this has still; it is copied when it is written, or a part is given out. */
  protected lender: Self | undefined;
  /** Whether parts that are protected in the lender stay so. */
  protected keepsProtection = false;
  private view: Self | undefined;
  private extent: number | undefined;

  /** Number of children. */
  abstract readonly size: number;
  /** Its children, in any order, for looking at them only. */
  abstract parts(): Iterable<Value>;
  /** Takes over the content of a frozen resource of its kind, as if it had been changed to that; exactly, or as a duplicate of it. */
  abstract become(original: Resource, keepsProtection?: boolean): void;
  /** A new resource that shares the content; one of both must then be frozen and the other become it. */
  abstract split(): Self;
  /** A copy whose first level can be changed and whose children are protected; linear in `size`. */
  abstract writableCopy(): Self;
  /** A view, made anew. */
  protected abstract makeView(): Self;
  /** A copy of something that is not frozen, and of all that is below it. */
  protected abstract copyDeep(budget: SizeBudget): Self;
  /** Makes the lender's content its own. */
  protected abstract takeOver(): void;

  /** Whether it will never change; see `freeze.ts`. */
  get isFrozen(): boolean {
    return this.frozen;
  }

  /** Promises that it will never change. */
  freeze(): void {
    this.frozen = true;
  }

  /**
   * How many values a frozen resource has at all levels. A copy costs nothing, but counts as much as one that is made
   * value by value: what is too large must not depend on what happens to be frozen.
   */
  countFrozen(): number {
    if (this.extent === undefined) {
      let count = this.size;
      for (const part of this.parts()) {
        if (part instanceof ResourceBase) count += originalPart(part).countFrozen();
      }
      this.extent = count;
    }
    return this.extent;
  }

  /** The frozen resource whose content this one has at the moment; undefined if there is none. */
  get original(): Self | undefined {
    return this.frozen && this.lender === undefined ? this.self : this.lender;
  }

  /** Whether parts of it that are protected in its original are so here too. */
  get isExact(): boolean {
    return this.lender === undefined || this.keepsProtection;
  }

  /** Of a frozen resource, a copy as it was before: protected parts of it are protected in the copy. */
  thaw(): Self {
    const { original } = this;
    invariant(original !== undefined, "a resource that is not frozen is thawed");
    // What is lent already stays a copy of the same kind.
    return original.lend(this.isExact);
  }

  /** A deep copy that can be changed; linear in the size of the whole value, which has a limit, if it is not frozen. */
  duplicate(budget = new SizeBudget()): Self {
    const { original } = this;
    if (original === undefined) {
      budget.spend(this.size);
      return this.copyDeep(budget);
    }
    budget.spend(original.countFrozen());
    return original.lend(false);
  }

  /** A view that cannot be changed; O(1). */
  protect(): Self {
    this.view ??= this.makeView();
    return this.view;
  }

  /** What a view is of; itself if it is none. */
  get viewed(): Self {
    return this.self;
  }

  protected borrow(lender: Self, keepsProtection: boolean): void {
    this.lender = lender;
    this.keepsProtection = keepsProtection;
  }

  protected prepareWrite(): void {
    if (this.frozen) forbidden();
    if (this.lender !== undefined) this.takeOver();
  }

  private lend(keepsProtection: boolean): Self {
    const copy = this.split();
    copy.borrow(this.self, keepsProtection);
    return copy;
  }

  private get self(): Self {
    return this as unknown as Self;
  }
}

/** What the copies of a part of a frozen resource have in common. */
export function originalPart(part: Resource): Resource {
  const { original } = part;
  invariant(original !== undefined, "a part of a frozen resource is not frozen");
  return original;
}

export function forbidden(): never {
  invariant(false, "a protected or frozen resource was written");
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
