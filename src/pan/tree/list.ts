/**
 * Lists: values by index. A negative index counts from the end, which is the callers' to resolve.
 */

import { invariant } from "../../base/invariant.ts";
import { duplicate, protect, ResourceBase } from "./resource.ts";
import { checkElements, SizeBudget } from "./size-limit.ts";
import { UNDEF } from "./transient.ts";
import type { Value } from "./value.ts";

export class List extends ResourceBase {
  private readonly items: Value[];
  private view: List | undefined;

  constructor(items: Value[] = []) {
    super();
    this.items = items;
  }

  get size(): number {
    return this.items.length;
  }

  /** The value at an index from 0; undefined outside the list. */
  at(index: number): Value | undefined {
    return this.items[index];
  }

  /** Sets an element; a gap before it is filled with `undef`. Gives the previous value. */
  set(index: number, value: Value): Value | undefined {
    checkElements(index);
    const previous = this.items[index];
    while (this.items.length < index) this.items.push(UNDEF);
    this.items[index] = value;
    return previous;
  }

  /** Removes an element; those after it move down. An index outside the list changes nothing. */
  remove(index: number): Value | undefined {
    return index >= 0 && index < this.items.length ? this.items.splice(index, 1)[0] : undefined;
  }

  append(value: Value): void {
    checkElements(this.items.length);
    this.items.push(value);
  }

  prepend(value: Value): void {
    checkElements(this.items.length);
    this.items.unshift(value);
  }

  /** A copy of the elements, protected where the list is. */
  toArray(): Value[] {
    return this.items.slice();
  }

  protect(): List {
    this.view ??= new ProtectedList(this);
    return this.view;
  }

  duplicate(budget = new SizeBudget()): List {
    budget.spend(this.items.length);
    return new List(this.items.map((item) => duplicate(item, budget)));
  }

  writableCopy(): List {
    return new List(this.items.map(protect));
  }
}

class ProtectedList extends List {
  override readonly isProtected = true;
  private readonly base: List;

  constructor(base: List) {
    super(noItems);
    this.base = base;
  }

  override get size(): number {
    return this.base.size;
  }

  override at(index: number): Value | undefined {
    const value = this.base.at(index);
    return value === undefined ? undefined : protect(value);
  }

  override set(): never {
    return forbidden();
  }

  override remove(): never {
    return forbidden();
  }

  override append(): never {
    return forbidden();
  }

  override prepend(): never {
    return forbidden();
  }

  override toArray(): Value[] {
    return this.base.toArray().map(protect);
  }

  override protect(): List {
    return this;
  }

  override duplicate(budget?: SizeBudget): List {
    return this.base.duplicate(budget);
  }

  override writableCopy(): List {
    return this.base.writableCopy();
  }
}

const noItems: Value[] = [];

function forbidden(): never {
  invariant(false, "a protected list was written");
}
