/** The name of a capturing group, in `(?<name>` and `\k<name>`. */

import { code, type ParserState } from "./parser-state.ts";

/** Reads a name up to and with its `>`; `first` is its first character, which is taken already. */
export function parseGroupName(state: ParserState, first: number): string {
  let name = "";
  let char = first;
  if (!/^[A-Za-z]$/.test(String.fromCodePoint(char))) {
    state.fail("the name of a group must begin with a letter from A to Z");
  }
  do {
    name += String.fromCodePoint(char);
    char = state.read();
  } while (/^[A-Za-z0-9]$/.test(String.fromCodePoint(char)));
  if (char !== code(">")) state.fail("the name of a group is not closed with '>'");
  return name;
}
