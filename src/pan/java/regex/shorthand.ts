/** The escapes that stand for sets: `\d \D \h \H \s \S \v \V \w \W`. */

import { type CharSet, classSet } from "./char-set.ts";
import { unicodeSpace, unicodeWord } from "./families.ts";
import { UNICODE_CHARACTER_CLASS } from "./flags.ts";
import type { ParserState } from "./parser-state.ts";

const digits = classSet("0-9", true);
const spaces = classSet("\\u{20}\\u{9}-\\u{d}", true);
const wordCharacters = classSet("A-Za-z0-9_", true);
const unicodeDigits = classSet("\\p{Nd}", false);
const unicodeSpaces = classSet(unicodeSpace, false);
const unicodeWordCharacters = classSet(unicodeWord, false);
const horizontalSpaces = classSet(
  "\\u{9}\\u{20}\\u{a0}\\u{1680}\\u{180e}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}\\u{3000}",
  true,
);
const verticalSpaces = classSet("\\u{a}-\\u{d}\\u{85}\\u{2028}\\u{2029}", true);

/** The set of an escape's letter; undefined for other letters. */
export function shorthandSet(state: ParserState, letter: number): CharSet | undefined {
  const unicode = state.has(UNICODE_CHARACTER_CLASS);
  const char = String.fromCodePoint(letter);
  const set = setOf(char.toLowerCase(), unicode);
  return char === char.toLowerCase() ? set : set?.complement();
}

/** The characters of a word under the flags, for `\b` as well. */
export function wordSet(unicode: boolean): CharSet {
  return unicode ? unicodeWordCharacters : wordCharacters;
}

function setOf(lowerLetter: string, unicode: boolean): CharSet | undefined {
  switch (lowerLetter) {
    case "d":
      return unicode ? unicodeDigits : digits;
    case "h":
      return horizontalSpaces;
    case "s":
      return unicode ? unicodeSpaces : spaces;
    case "v":
      return verticalSpaces;
    case "w":
      return wordSet(unicode);
    default:
      return undefined;
  }
}
