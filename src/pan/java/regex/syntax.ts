/** The syntax tree of a regular expression, with everything that flags decide already decided. */

import type { CharSet } from "./char-set.ts";

export type RegexNode =
  | SetNode
  | LiteralNode
  | AnchorNode
  | BoundaryNode
  | LineBreakNode
  | BackReferenceNode
  | GroupNode
  | LookNode
  | AtomicNode
  | RepeatNode;

/** Alternatives, each a sequence. */
export type Alternatives = readonly (readonly RegexNode[])[];

/** How letters are compared. */
export type Casing = "exact" | "ascii" | "unicode";

export type RepeatMode = "greedy" | "lazy" | "possessive";

/** One character of a set. */
export interface SetNode {
  readonly kind: "set";
  readonly set: CharSet;
}

/** A run of characters; the empty run is what a quantifier at the beginning repeats. */
export interface LiteralNode {
  readonly kind: "literal";
  readonly codes: readonly number[];
  readonly casing: Casing;
}

export type Anchor =
  | "begin"
  | "end"
  /** `^` with MULTILINE; the Unix ones know `\n` only. */
  | "line-begin"
  | "unix-line-begin"
  /** `$` and `\Z`: the end, or before a final line terminator. */
  | "last-line-end"
  | "unix-last-line-end"
  | "line-end"
  | "unix-line-end"
  /** `\G`: where the previous match ended. */
  | "previous-match";

export interface AnchorNode {
  readonly kind: "anchor";
  readonly anchor: Anchor;
}

/** `\b` and `\B`. */
export interface BoundaryNode {
  readonly kind: "boundary";
  readonly negated: boolean;
  readonly unicode: boolean;
}

/** `\R`. */
export interface LineBreakNode {
  readonly kind: "line-break";
}

export interface BackReferenceNode {
  readonly kind: "back-reference";
  readonly group: number;
  readonly casing: Casing;
}

export interface GroupNode {
  readonly kind: "group";
  /** Number of the capturing group, undefined for `(?:…)`. */
  readonly capture: number | undefined;
  readonly body: Alternatives;
}

export interface LookNode {
  readonly kind: "look";
  readonly ahead: boolean;
  readonly negated: boolean;
  readonly body: Alternatives;
  /** Of a look-behind: the pattern from here on has characters beyond U+FFFF, so steps are code points. */
  readonly byCodePoint: boolean;
  /** Of a look-behind: least and greatest length. */
  readonly min: number;
  readonly max: number;
}

/** `(?>…)`. */
export interface AtomicNode {
  readonly kind: "atomic";
  readonly body: Alternatives;
}

export interface RepeatNode {
  readonly kind: "repeat";
  readonly atom: RegexNode;
  readonly min: number;
  /** `unlimited` when there is no upper bound. */
  readonly max: number;
  readonly mode: RepeatMode;
}

export const unlimited = 0x7fff_ffff;

/** A parsed pattern. */
export interface RegexSyntax {
  readonly body: Alternatives;
  /** Number of capturing groups, without the whole match. */
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  readonly hasBackReferences: boolean;
  /** A search steps by code points, not by UTF-16 units. */
  readonly byCodePoint: boolean;
}
