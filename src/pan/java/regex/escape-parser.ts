/** Escapes: a backslash and what follows, outside of character classes. */

import { parseCharacterEscape } from "./character-escape.ts";
import { UNICODE_CHARACTER_CLASS } from "./flags.ts";
import { parseGroupName } from "./group-name.ts";
import { code, type ParserState } from "./parser-state.ts";
import { shorthandSet } from "./shorthand.ts";
import type { Anchor, RegexNode } from "./syntax.ts";

/**
 * Reads an escape; the cursor is at the backslash. A character is given as its code point. What is no character is
 * given as a node if it is wanted, else as undefined.
 */
export function parseEscape(state: ParserState, wanted: boolean): number | RegexNode | undefined {
  const letter = state.skip();
  if (letter >= code("1") && letter <= code("9")) {
    return wanted ? parseBackReference(state, letter - code("0")) : undefined;
  }
  if (letter === code("k")) return parseNamedReference(state, wanted);
  const node = nodeOfLetter(state, letter, wanted);
  return node === "character" ? parseCharacterEscape(state, letter) : node;
}

function nodeOfLetter(
  state: ParserState,
  letter: number,
  wanted: boolean,
): RegexNode | "character" | undefined {
  const set = shorthandSet(state, letter);
  if (set !== undefined) return wanted ? state.setNode(set) : undefined;
  const anchor = anchorOfLetter(state, letter);
  if (anchor !== undefined) return wanted ? { kind: "anchor", anchor } : undefined;
  switch (String.fromCodePoint(letter)) {
    case "b":
    case "B":
      return wanted ? parseBoundary(state, letter === code("B")) : undefined;
    case "R":
      return wanted ? { kind: "line-break" } : undefined;
    case "X":
      return state.failUnsupported("grapheme clusters, '\\X'");
    default:
      return "character";
  }
}

function anchorOfLetter(state: ParserState, letter: number): Anchor | undefined {
  switch (String.fromCodePoint(letter)) {
    case "A":
      return "begin";
    case "G":
      return "previous-match";
    case "Z":
      return state.lastLineEnd;
    case "z":
      return "end";
    default:
      return undefined;
  }
}

function parseBoundary(state: ParserState, negated: boolean): RegexNode {
  if (!negated && state.peek() === code("{")) {
    if (state.at(state.cursor + 1) === code("g")) {
      state.failUnsupported("boundaries of grapheme clusters, '\\b{g}'");
    }
  }
  return { kind: "boundary", negated, unicode: state.has(UNICODE_CHARACTER_CLASS) };
}

/** More digits belong to the number as long as there is such a group. */
function parseBackReference(state: ParserState, first: number): RegexNode {
  let group = first;
  for (;;) {
    const digit = state.peek() - code("0");
    if (digit < 0 || digit > 9 || state.nextGroup - 1 < group * 10 + digit) break;
    group = group * 10 + digit;
    state.read();
  }
  state.hasBackReferences = true;
  return { kind: "back-reference", group, casing: state.casing };
}

function parseNamedReference(state: ParserState, wanted: boolean): RegexNode | undefined {
  if (state.read() !== code("<")) state.fail("'\\k' is not followed by '<'");
  const name = parseGroupName(state, state.read());
  const group = state.groupNames.get(name);
  if (group === undefined) return state.fail(`there is no group named '${name}' before this`);
  if (!wanted) return undefined;
  state.hasBackReferences = true;
  return { kind: "back-reference", group, casing: state.casing };
}
