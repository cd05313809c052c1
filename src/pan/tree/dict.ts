/**
 * Dicts (the manual also says nlists): keys to values, iterated in the order of their UTF-16 code units.
 */

import { invariant } from "../../base/invariant.ts";
import { duplicate, ownPart, protect, ResourceBase } from "./resource.ts";
import { SizeBudget } from "./size-limit.ts";
import { NULL } from "./transient.ts";
import type { Value } from "./value.ts";

export class Dict extends ResourceBase {
  private changes = 0;
  private entries: Map<string, Value>;
  /** The frozen dict whose entries these are still; they are copied when they are written, or a part is given out. */
  private lender: Dict | undefined;
  /** Whether parts that are protected in the lender's dict stay so. */
  private keepsProtection = false;
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
    const value = this.entries.get(key);
    if (this.lender === undefined || !(value instanceof ResourceBase)) return value;
    this.takeOver();
    return this.entries.get(key);
  }

  /** The value, for looking at it only. */
  peek(key: string): Value | undefined {
    return this.entries.get(key);
  }

  get original(): Dict | undefined {
    return this.frozen && this.lender === undefined ? this : this.lender;
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

  protect(): Dict {
    this.view ??= new ProtectedDict(this);
    return this.view;
  }

  duplicate(budget = new SizeBudget()): Dict {
    const { original } = this;
    if (original !== undefined) {
      budget.spend(original.countFrozen());
      return original.lend(false);
    }
    budget.spend(this.entries.size);
    const copy = new Map<string, Value>();
    for (const [key, value] of this.entries) copy.set(key, duplicate(value, budget));
    return new Dict(copy);
  }

  thaw(): Dict {
    invariant(this.original !== undefined, "a dict that is not frozen is thawed");
    // What is lent already stays a copy of the same kind.
    return this.original.lend(this.isExact);
  }

  /** What a view is of; itself if it is none. */
  get viewed(): Dict {
    return this;
  }

  get isExact(): boolean {
    return this.lender === undefined || this.keepsProtection;
  }

  split(): Dict {
    return new Dict(this.entries);
  }

  become(original: ResourceBase, keepsProtection = true): void {
    invariant(original instanceof Dict && original.isFrozen, "a dict becomes a frozen dict");
    this.entries = original.entries;
    this.lender = original;
    this.keepsProtection = keepsProtection;
    this.changes++;
  }

  private lend(keepsProtection: boolean): Dict {
    const copy = new Dict(this.entries);
    copy.lender = this;
    copy.keepsProtection = keepsProtection;
    return copy;
  }

  private prepareWrite(): void {
    if (this.frozen) forbidden();
    if (this.lender !== undefined) this.takeOver();
  }

  /** Makes the entries its own. */
  private takeOver(): void {
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

function forbidden(): never {
  invariant(false, "a protected or frozen dict was written");
}
