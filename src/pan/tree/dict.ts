/**
 * Dicts (the manual also says nlists): keys to values, iterated in the order of their UTF-16 code units.
 */

import { invariant } from "../../base/invariant.ts";
import { duplicate, forbidden, ownPart, protect, ResourceBase } from "./resource.ts";
import type { SizeBudget } from "./size-limit.ts";
import { NULL } from "./transient.ts";
import type { Resource, Value } from "./value.ts";

export class Dict extends ResourceBase<Dict> {
  private changes = 0;
  private entries: Map<string, Value>;
  private sorted: readonly string[] | undefined;

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
    const value = this.entries.get(key);
    if (this.lender === undefined || !(value instanceof ResourceBase)) return value;
    this.takeOver();
    return this.entries.get(key);
  }

  /** The value, for looking at it only. */
  peek(key: string): Value | undefined {
    return this.entries.get(key);
  }

  /** Keys with their values, in any order, for looking at them only. */
  content(): Iterable<readonly [string, Value]> {
    return this.entries;
  }

  parts(): Iterable<Value> {
    return this.entries.values();
  }

  /** Keys in order. */
  keys(): readonly string[] {
    if (this.lender !== undefined) return this.lender.keys();
    if (this.sorted === undefined) this.sorted = [...this.entries.keys()].sort();
    return this.sorted;
  }

  /** Sets a key; `NULL` removes it. Gives the previous value. Whether the kinds fit is the caller's matter. */
  put(key: string, value: Value): Value | undefined {
    if (value === NULL) return this.remove(key);
    this.prepareWrite();
    const previous = this.entries.get(key);
    if (previous === undefined) {
      this.sorted = undefined;
      this.changes++;
    }
    this.entries.set(key, value);
    return previous;
  }

  remove(key: string): Value | undefined {
    if (this.lender !== undefined && !this.entries.has(key)) return undefined;
    this.prepareWrite();
    const previous = this.entries.get(key);
    if (previous !== undefined) {
      this.entries.delete(key);
      this.sorted = undefined;
      this.changes++;
    }
    return previous;
  }

  protected makeView(): Dict {
    return new ProtectedDict(this);
  }

  protected copyDeep(budget: SizeBudget): Dict {
    const copy = new Map<string, Value>();
    for (const [key, value] of this.entries) copy.set(key, duplicate(value, budget));
    return new Dict(copy);
  }

  split(): Dict {
    return new Dict(this.entries);
  }

  become(original: Resource, keepsProtection = true): void {
    invariant(original instanceof Dict && original.isFrozen, "a dict becomes a frozen dict");
    this.entries = original.entries;
    this.changes++;
    this.borrow(original, keepsProtection);
  }

  protected takeOver(): void {
    const own = new Map<string, Value>();
    for (const [key, value] of this.entries) own.set(key, ownPart(value, this.keepsProtection));
    this.sorted = this.lender?.keys();
    this.entries = own;
    this.lender = undefined;
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

  override get isFrozen(): boolean {
    return this.base.isFrozen;
  }

  override get original(): Dict | undefined {
    return this.base.original;
  }

  override get isExact(): boolean {
    return this.base.isExact;
  }

  override thaw(): Dict {
    return this.base.thaw();
  }

  override get size(): number {
    return this.base.size;
  }

  override get version(): number {
    return this.base.version;
  }

  override get(key: string): Value | undefined {
    const value = this.base.peek(key);
    return value === undefined ? undefined : protect(value);
  }

  override peek(key: string): Value | undefined {
    return this.get(key);
  }

  override get viewed(): Dict {
    return this.base;
  }

  override content(): Iterable<readonly [string, Value]> {
    return this.base.keys().map((key) => [key, this.get(key) as Value] as const);
  }

  override *parts(): Iterable<Value> {
    for (const part of this.base.parts()) yield protect(part);
  }

  override keys(): readonly string[] {
    return this.base.keys();
  }

  override split(): never {
    return forbidden();
  }

  override become(): never {
    return forbidden();
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
