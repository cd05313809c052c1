/** `\p{…}`, `\P{…}` and their one-letter forms. */

import type { CharSet } from "./char-set.ts";
import { familySet } from "./families.ts";
import { CASE_INSENSITIVE, UNICODE_CHARACTER_CLASS } from "./flags.ts";
import { code, type ParserState } from "./parser-state.ts";

/** Reads a family; the cursor is at its letter, `p` or `P`. */
export function parseFamily(state: ParserState, letter: number): CharSet {
  const name = parseName(state);
  const set = familySet(name, {
    ignoreCase: state.has(CASE_INSENSITIVE),
    unicode: state.has(UNICODE_CHARACTER_CLASS),
  });
  if (set === "unknown") state.fail(`there is no property '${name}'`);
  if (set === "unsupported") state.failUnsupported(`Unicode blocks, '${name}'`);
  if (letter === code("p")) return set;
  state.byCodePoint = true;
  return set.complement();
}

function parseName(state: ParserState): string {
  if (state.next() !== code("{")) {
    const name = String.fromCodePoint(state.at(state.cursor));
    state.read();
    return name;
  }
  state.next();
  const start = state.cursor;
  while (state.read() !== code("}")) {
    if (state.cursor > state.length) state.fail("the name of a property is not closed with '}'");
  }
  const end = state.cursor - 1;
  if (end <= start) state.fail("the name of a property is empty");
  return state.text(start, end);
}
