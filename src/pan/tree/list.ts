/**
 * Lists: values by index. A negative index counts from the end, which is the callers' to resolve.
 */

import { invariant } from "../../base/invariant.ts";
import { duplicate, forbidden, ownPart, protect, ResourceBase } from "./resource.ts";
import { checkElements, type SizeBudget } from "./size-limit.ts";
import { UNDEF } from "./transient.ts";
import type { Resource, Value } from "./value.ts";

export class List extends ResourceBase<List> {
  /** The items, behind unused places for more of them before the first: `prepend` costs what `append` does. */
  private items: Value[];
  /** Where the first item is. */
  private start: number;

  constructor(items: Value[] = [], start = 0) {
    super();
    this.items = items;
    this.start = start;
  }

  get size(): number {
    return this.items.length - this.start;
  }

  /** The value at an index from 0; undefined outside the list. */
  at(index: number): Value | undefined {
    const value = this.peek(index);
    if (this.lender === undefined || !(value instanceof ResourceBase)) return value;
    this.takeOver();
    return this.peek(index);
  }

  /** The value, for looking at it only. */
  peek(index: number): Value | undefined {
    return index < 0 ? undefined : this.items[this.start + index];
  }

  parts(): Iterable<Value> {
    return this.start === 0 ? this.items : this.items.slice(this.start);
  }

  /** Sets an element; a gap before it is filled with `undef`. Gives the previous value. */
  set(index: number, value: Value): Value | undefined {
    this.prepareWrite();
    checkElements(index);
    const place = this.start + index;
    const previous = this.items[place];
    while (this.items.length < place) this.items.push(UNDEF);
    this.items[place] = value;
    return previous;
  }

  /** Removes an element; those after it move down. An index outside the list changes nothing. */
  remove(index: number): Value | undefined {
    this.prepareWrite();
    return index >= 0 && index < this.size
      ? this.items.splice(this.start + index, 1)[0]
      : undefined;
  }

  append(value: Value): void {
    this.prepareWrite();
    checkElements(this.size);
    this.items.push(value);
  }

  prepend(value: Value): void {
    this.prepareWrite();
    checkElements(this.size);
    if (this.start === 0) this.makeRoom();
    this.items[--this.start] = value;
  }

  /** A copy of the elements, protected where the list is. */
  toArray(): Value[] {
    if (this.lender !== undefined) this.takeOver();
    return this.items.slice(this.start);
  }

  protected makeView(): List {
    return new ProtectedList(this);
  }

  protected copyDeep(budget: SizeBudget): List {
    return new List(this.items.slice(this.start).map((item) => duplicate(item, budget)));
  }

  split(): List {
    return new List(this.items, this.start);
  }

  become(original: Resource, keepsProtection = true): void {
    invariant(original instanceof List && original.isFrozen, "a list becomes a frozen list");
    this.items = original.items;
    this.start = original.start;
    this.borrow(original, keepsProtection);
  }

  protected takeOver(): void {
    this.items = this.items.slice(this.start).map((item) => ownPart(item, this.keepsProtection));
    this.start = 0;
    this.lender = undefined;
  }

  /** Doubles the room, at the front. */
  private makeRoom(): void {
    const room = Math.max(8, this.items.length);
    this.items = new Array<Value>(room).fill(UNDEF).concat(this.items);
    this.start = room;
  }

  writableCopy(): List {
    return new List(this.items.slice(this.start).map(protect));
  }
}

class ProtectedList extends List {
  override readonly isProtected = true;
  private readonly base: List;

  constructor(base: List) {
    super(noItems);
    this.base = base;
  }

  override get isFrozen(): boolean {
    return this.base.isFrozen;
  }

  override get original(): List | undefined {
    return this.base.original;
  }

  override get isExact(): boolean {
    return this.base.isExact;
  }

  override get viewed(): List {
    return this.base;
  }

  override thaw(): List {
    return this.base.thaw();
  }

  override get size(): number {
    return this.base.size;
  }

  override at(index: number): Value | undefined {
    const value = this.base.peek(index);
    return value === undefined ? undefined : protect(value);
  }

  override peek(index: number): Value | undefined {
    return this.at(index);
  }

  override *parts(): Iterable<Value> {
    for (const part of this.base.parts()) yield protect(part);
  }

  override split(): never {
    return forbidden();
  }

  override become(): never {
    return forbidden();
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
    return Array.from({ length: this.size }, (_, i) => this.at(i) as Value);
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
