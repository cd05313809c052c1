/** Quantifiers: `?`, `*`, `+`, `{n}`, `{n,}`, `{n,m}`, greedy, lazy (`?`) or possessive (`+`). */

import { isAsciiDigit } from "../character.ts";
import { code, type ParserState } from "./parser-state.ts";
import { type RegexNode, type RepeatMode, unlimited } from "./syntax.ts";

/** The node with the quantifier at the cursor, if there is one. */
export function parseQuantifier(state: ParserState, atom: RegexNode): RegexNode {
  switch (String.fromCodePoint(state.peek())) {
    case "?":
      return { kind: "repeat", atom, min: 0, max: 1, mode: parseMode(state) };
    case "*":
      return { kind: "repeat", atom, min: 0, max: unlimited, mode: parseMode(state) };
    case "+":
      return { kind: "repeat", atom, min: 1, max: unlimited, mode: parseMode(state) };
    case "{":
      return parseCount(state, atom);
    default:
      return atom;
  }
}

function parseMode(state: ParserState): RepeatMode {
  const char = state.next();
  if (char !== code("?") && char !== code("+")) return "greedy";
  state.next();
  return char === code("?") ? "lazy" : "possessive";
}

function parseCount(state: ParserState, atom: RegexNode): RegexNode {
  const first = state.skip();
  if (!isAsciiDigit(first)) state.fail("a '{' begins no repetition");
  const least = parseNumber(state, first);
  let max = least.value;
  let { char } = least;
  if (char === code(",")) {
    char = state.read();
    if (char === code("}")) {
      max = unlimited;
    } else {
      const most = parseNumber(state, char);
      max = most.value;
      char = most.char;
    }
  }
  if (char !== code("}")) state.fail("a repetition is not closed with '}'");
  if (max < least.value) state.fail("a repetition ends below its beginning");
  state.unread();
  return { kind: "repeat", atom, min: least.value, max, mode: parseMode(state) };
}

/** Digits from `first`, which is taken already, and the character after them. */
function parseNumber(
  state: ParserState,
  first: number,
): { readonly value: number; readonly char: number } {
  let value = 0;
  let char = first;
  while (isAsciiDigit(char)) {
    value = value * 10 + (char - 0x30);
    if (value > unlimited) state.fail("a repetition is greater than 2147483647");
    char = state.read();
  }
  return { value, char };
}
