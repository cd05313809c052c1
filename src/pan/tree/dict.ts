/**
 * Dicts (the manual also says nlists): keys to values, iterated in the order of their UTF-16 code units.
 */

import { invariant } from "../../base/invariant.ts";
import { duplicate, protect, ResourceBase } from "./resource.ts";
import { SizeBudget } from "./size-limit.ts";
import { NULL } from "./transient.ts";
import type { Value } from "./value.ts";

export class Dict extends ResourceBase {
  private changes = 0;
  private readonly entries: Map<string, Value>;
  private sorted: readonly string[] | undefined;
  private view: Dict | undefined;

  constructor(entries: Map<string, Value> = new Map()) {
    super();
    this.entries = entries;
  }

  static of(object: Readonly<Record<string, Value>>): Dict {
    return new Dict(new Map(Object.entries(object)));
  }

  get size(): number {
    return this.entries.size;
  }

  /** Counts the changes of the set of keys, so that iterators notice them. */
  get version(): number {
    return this.changes;
  }

  get(key: string): Value | undefined {
    return this.entries.get(key);
  }

  /** Keys in order. */
  keys(): readonly string[] {
    if (this.sorted === undefined) this.sorted = [...this.entries.keys()].sort();
    return this.sorted;
  }

  /** Sets a key; `NULL` removes it. Gives the previous value. Whether the kinds fit is the caller's matter. */
  put(key: string, value: Value): Value | undefined {
    if (value === NULL) return this.remove(key);
    const previous = this.entries.get(key);
    if (previous === undefined) {
      this.sorted = undefined;
      this.changes++;
    }
    this.entries.set(key, value);
    return previous;
  }

  remove(key: string): Value | undefined {
    const previous = this.entries.get(key);
    if (previous !== undefined) {
      this.entries.delete(key);
      this.sorted = undefined;
      this.changes++;
    }
    return previous;
  }

  protect(): Dict {
    this.view ??= new ProtectedDict(this);
    return this.view;
  }

  duplicate(budget = new SizeBudget()): Dict {
    budget.spend(this.entries.size);
    const copy = new Map<string, Value>();
    for (const [key, value] of this.entries) copy.set(key, duplicate(value, budget));
    return new Dict(copy);
  }

  writableCopy(): Dict {
    const copy = new Map<string, Value>();
    for (const [key, value] of this.entries) copy.set(key, protect(value));
    return new Dict(copy);
  }
}

class ProtectedDict extends Dict {
  override readonly isProtected = true;
  private readonly base: Dict;

  constructor(base: Dict) {
    super(noEntries);
    this.base = base;
  }

  override get size(): number {
    return this.base.size;
  }

  override get version(): number {
    return this.base.version;
  }

  override get(key: string): Value | undefined {
    const value = this.base.get(key);
    return value === undefined ? undefined : protect(value);
  }

  override keys(): readonly string[] {
    return this.base.keys();
  }

  override put(): never {
    return forbidden();
  }

  override remove(): never {
    return forbidden();
  }

  override protect(): Dict {
    return this;
  }

  override duplicate(budget?: SizeBudget): Dict {
    return this.base.duplicate(budget);
  }

  override writableCopy(): Dict {
    return this.base.writableCopy();
  }
}

const noEntries: Map<string, Value> = new Map();

function forbidden(): never {
  invariant(false, "a protected dict was written");
}
