/** What the parts of the parser share: the scanner, and what was met so far. */

import type { CharSet } from "./char-set.ts";
import { CASE_INSENSITIVE, UNICODE_CASE, UNICODE_CHARACTER_CLASS, UNIX_LINES } from "./flags.ts";
import { PatternScanner } from "./scanner.ts";
import type { Anchor, Casing, RegexNode } from "./syntax.ts";

export class ParserState extends PatternScanner {
  readonly groupNames = new Map<string, number>();
  /** Number of the next capturing group. */
  nextGroup = 1;
  hasBackReferences = false;
  byCodePoint = false;
  /** Groups that are open at the cursor. */
  depth = 0;

  constructor(pattern: string, flags: number) {
    super(pattern, (flags & UNICODE_CHARACTER_CLASS) === 0 ? flags : flags | UNICODE_CASE);
  }

  get casing(): Casing {
    if (!this.has(CASE_INSENSITIVE)) return "exact";
    return this.has(UNICODE_CASE) ? "unicode" : "ascii";
  }

  /** A node for one character of a set; sets beyond U+FFFF make the search step by code points. */
  setNode(set: CharSet): RegexNode {
    if (!set.bmp) this.byCodePoint = true;
    return { kind: "set", set };
  }

  /** `$` without MULTILINE, and `\Z`. */
  get lastLineEnd(): Anchor {
    return this.has(UNIX_LINES) ? "unix-last-line-end" : "last-line-end";
  }
}

/** The code point of a character literal. */
export function code(char: string): number {
  return char.charCodeAt(0);
}

/** Beyond U+FFFF, or half a surrogate pair. */
export function isBeyondBmp(char: number): boolean {
  return char > 0xffff || (char >= 0xd800 && char <= 0xdfff);
}
