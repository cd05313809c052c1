/** Operators and punctuation, by their characters. */

import type { TokenType } from "chevrotain";
import * as t from "./tokens.ts";

const pairs: ReadonlyMap<string, TokenType> = new Map([
  ["<<", t.HeredocMark],
  ["..", t.Range],
  ["||", t.Or],
  ["&&", t.And],
  ["==", t.Equal],
  ["!=", t.NotEqual],
  [">=", t.GreaterEqual],
  ["<=", t.LessEqual],
  ["?=", t.AssignDefault],
]);

/** Whether a character is the second one of a pair. */
const endsPair = new Uint8Array(128);
for (const pair of pairs.keys()) endsPair[pair.charCodeAt(1)] = 1;

const singles: readonly (TokenType | undefined)[] = byCharacter([
  ["?", t.Question],
  [":", t.Colon],
  [";", t.Semicolon],
  [",", t.Comma],
  ["(", t.LeftParen],
  [")", t.RightParen],
  ["[", t.LeftBracket],
  ["]", t.RightBracket],
  ["{", t.LeftBrace],
  ["}", t.RightBrace],
  ["=", t.Assign],
  ["+", t.Plus],
  ["-", t.Minus],
  ["*", t.Asterisk],
  ["/", t.Slash],
  ["%", t.Percent],
  ["!", t.Not],
  ["~", t.Tilde],
  [">", t.Greater],
  ["<", t.Less],
  ["|", t.BitOr],
  ["^", t.BitXor],
  ["&", t.BitAnd],
]);

function byCharacter(
  entries: readonly (readonly [string, TokenType])[],
): readonly (TokenType | undefined)[] {
  const table: (TokenType | undefined)[] = new Array(128).fill(undefined);
  for (const [character, type] of entries) table[character.charCodeAt(0)] = type;
  return table;
}

/** The token of two characters that begins with the first of them; undefined if they are two tokens. */
export function pairToken(text: string, offset: number): TokenType | undefined {
  const next = text.charCodeAt(offset + 1);
  return next < 128 && endsPair[next] === 1 ? pairs.get(text.slice(offset, offset + 2)) : undefined;
}

export function singleToken(code: number): TokenType | undefined {
  return code < 128 ? singles[code] : undefined;
}
