/** The two values that are not data: `undef` and `null`. */

/** "Not defined yet"; it may not remain in a finished configuration. */
export interface Undef {
  readonly kind: "undef";
}

/** The value that deletes what it is assigned to; it never stands in a tree. */
export interface Null {
  readonly kind: "null";
}

export const UNDEF: Undef = Object.freeze({ kind: "undef" });
export const NULL: Null = Object.freeze({ kind: "null" });
