/**
 * The wishes of a search, in the order in which they are decided.
 *
 * Most are known from the start; soft clauses turn up when the atom that brings them in becomes true. Wishes
 * with the priority `afterAllElse` are kept apart, at the end.
 */
import type { RuleId, Wish } from "./problem.ts";
import type { ClauseSource } from "./solution.ts";

export interface WishEntry {
  /** The literal, in the solver's numbers, that is to be true. */
  readonly literal: number;
  readonly priority: number;
  readonly rule: RuleId;
  /** The order in which wishes became known. */
  readonly serial: number;
  readonly from:
    | { readonly kind: "literal"; readonly wish: Wish }
    /** Soft clauses; more than one if they share a key. */
    | { readonly kind: "clauses"; readonly clauses: ClauseSource[] };
}

export class WishList {
  readonly entries: WishEntry[] = [];
  private serial = 0;

  /** Adds a wish; says at which index it is now. */
  add(wish: Omit<WishEntry, "serial">): number {
    const entry = { ...wish, serial: this.serial++ };
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareWishes(this.entries[middle] as WishEntry, entry) < 0) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, entry);
    return low;
  }
}

export function compareWishes(left: WishEntry, right: WishEntry): number {
  // Infinity minus Infinity is no number, hence the test for equality.
  if (left.priority !== right.priority) return left.priority < right.priority ? -1 : 1;
  return left.rule - right.rule || left.serial - right.serial;
}
