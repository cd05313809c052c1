/** A difference between two trees: one leaf, or the order of a list. */

import type { Term } from "../pan/tree/term.ts";
import type { Property } from "../pan/tree/value.ts";

/** An element of a list by what identifies it, wherever it stands. */
export interface Identity {
  /** The key of the element that has the value; undefined where the element is the value. */
  readonly by: string | undefined;
  readonly value: Property;
}

export type Step = Term | Identity;

export interface Located {
  /** Whole path of the value on its side. */
  readonly terms: readonly Term[];
  readonly leaf: ShownLeaf;
}

/** A value without parts: dicts and lists are such where they are empty; so is the order of a list's elements. */
export interface ShownLeaf {
  readonly kind: "property" | "empty-dict" | "empty-list" | "order";
  readonly value: Property;
}

export type ChangeKind = "added" | "removed" | "changed" | "reordered";

export interface Change {
  readonly kind: ChangeKind;
  /** The same for the same value of both sides, and of all machines. */
  readonly steps: readonly Step[];
  /** How many steps lead to the whole that came or went with this leaf; all where it did alone. */
  readonly whole: number;
  readonly before: Located | undefined;
  readonly after: Located | undefined;
}
