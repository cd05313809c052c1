/** Escapes that stand for one character, inside and outside of character classes. */

import { code, type ParserState } from "./parser-state.ts";

/** Reads the rest of an escape whose letter is taken; gives the code point. */
export function parseCharacterEscape(state: ParserState, letter: number): number {
  switch (String.fromCodePoint(letter)) {
    case "0":
      return parseOctal(state);
    case "a":
      return 0x07;
    case "c":
      return parseControl(state);
    case "e":
      return 0x1b;
    case "f":
      return 0x0c;
    case "n":
      return 0x0a;
    case "N":
      return state.failUnsupported("character names, '\\N{…}'");
    case "r":
      return 0x0d;
    case "t":
      return 0x09;
    case "u":
      return parseUnicode(state);
    case "x":
      return parseHexadecimal(state);
    default:
      return parseItself(state, letter);
  }
}

/** Letters and digits are reserved; everything else may be escaped without need. */
function parseItself(state: ParserState, letter: number): number {
  const char = String.fromCodePoint(letter);
  if (/^[A-Za-z1-9]$/.test(char)) state.fail(`there is no escape '\\${char}' here`);
  return letter;
}

function parseControl(state: ParserState): number {
  if (state.atEnd) state.fail("'\\c' is not followed by a character");
  return state.read() ^ 64;
}

/** One to three octal digits, at most 377. */
function parseOctal(state: ParserState): number {
  const first = state.read();
  if (!isOctal(first)) state.fail("'\\0' is not followed by an octal digit");
  const second = state.read();
  if (!isOctal(second)) {
    state.unread();
    return first - 0x30;
  }
  const third = state.read();
  const two = (first - 0x30) * 8 + (second - 0x30);
  if (isOctal(third) && first <= code("3")) return two * 8 + (third - 0x30);
  state.unread();
  return two;
}

function isOctal(char: number): boolean {
  return char >= code("0") && char <= code("7");
}

/** `\xhh` or `\x{h…h}`. */
function parseHexadecimal(state: ParserState): number {
  const first = state.read();
  const high = hexValue(first);
  if (high !== undefined) {
    const low = hexValue(state.read());
    if (low !== undefined) return high * 16 + low;
  } else if (first === code("{") && hexValue(state.peek()) !== undefined) {
    return parseBracedHexadecimal(state);
  }
  return state.fail("'\\x' is not followed by two hexadecimal digits or '{…}'");
}

function parseBracedHexadecimal(state: ParserState): number {
  let value = 0;
  let char = state.read();
  for (let digit = hexValue(char); digit !== undefined; digit = hexValue(char)) {
    value = value * 16 + digit;
    if (value > 0x10ffff) state.fail("a hexadecimal escape is beyond 10FFFF");
    char = state.read();
  }
  if (char !== code("}")) state.fail("a hexadecimal escape is not closed with '}'");
  return value;
}

/** `\uhhhh`, or two of them that make a surrogate pair. */
function parseUnicode(state: ParserState): number {
  const high = parseFourDigits(state);
  if (high < 0xd800 || high > 0xdbff) return high;
  const after = state.cursor;
  if (state.read() === code("\\") && state.read() === code("u")) {
    const low = parseFourDigits(state);
    if (low >= 0xdc00 && low <= 0xdfff) return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
  }
  state.cursor = after;
  return high;
}

function parseFourDigits(state: ParserState): number {
  let value = 0;
  for (let i = 0; i < 4; i++) {
    const digit = hexValue(state.read());
    if (digit === undefined) return state.fail("'\\u' is not followed by four hexadecimal digits");
    value = value * 16 + digit;
  }
  return value;
}

function hexValue(char: number): number | undefined {
  const text = String.fromCodePoint(char);
  return /^[0-9A-Fa-f]$/.test(text) ? Number.parseInt(text, 16) : undefined;
}
