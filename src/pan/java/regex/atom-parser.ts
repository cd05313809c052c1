/** Atoms: runs of literal characters, and escapes. */

import { singleSet } from "./class-parser.ts";
import { parseEscape } from "./escape-parser.ts";
import { parseFamily } from "./family-parser.ts";
import { code, isBeyondBmp, type ParserState } from "./parser-state.ts";
import type { RegexNode } from "./syntax.ts";

/**
 * A run of literal characters, or one escape. A quantifier belongs to the last character alone, so the run ends
 * before that.
 */
export function parseAtom(state: ParserState): RegexNode {
  const codes: number[] = [];
  let last = state.cursor;
  let char = state.peek();
  while (!endsLiteral(char) && !(char === 0 && state.atEnd)) {
    const start = state.cursor;
    if (char === code("\\")) {
      const escape = parseAtomEscape(state, codes.length === 0);
      if (typeof escape === "object") return escape;
      if (escape === undefined) break;
      codes.push(escape);
      char = state.peek();
    } else {
      codes.push(char);
      char = state.next();
    }
    last = start;
  }
  if (startsQuantifier(char) && codes.length > 1) {
    state.cursor = last;
    codes.pop();
  }
  return literal(state, codes);
}

/**
 * An escape inside an atom: a character that continues the literal; a node when the escape stands first; undefined,
 * and the cursor back at the backslash, when it ends the literal before it.
 */
function parseAtomEscape(state: ParserState, first: boolean): number | RegexNode | undefined {
  const start = state.cursor;
  const letter = state.nextEscaped();
  if (letter === code("p") || letter === code("P")) {
    if (first) return state.setNode(parseFamily(state, letter));
    state.cursor = start;
    return undefined;
  }
  state.cursor = start;
  const escape = parseEscape(state, first);
  if (escape === undefined) state.cursor = start;
  return escape;
}

function literal(state: ParserState, codes: readonly number[]): RegexNode {
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return state.setNode(singleSet(state, only));
  if (codes.some(isBeyondBmp)) state.byCodePoint = true;
  return { kind: "literal", codes, casing: state.casing };
}

function endsLiteral(char: number): boolean {
  return "*+?{$.^([|)".includes(String.fromCodePoint(char));
}

function startsQuantifier(char: number): boolean {
  return "*+?{".includes(String.fromCodePoint(char));
}
