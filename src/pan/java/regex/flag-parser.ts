/** The letters of `(?i)`, `(?i-s:…)` and the like. */

import { flagOfLetter } from "./flags.ts";
import { code, type ParserState } from "./parser-state.ts";

/** Reads letters and changes the flags by them; stops at the first other character. */
export function parseFlags(state: ParserState): void {
  let remove = false;
  for (let char = state.peek(); ; char = state.next()) {
    if (char === code("-") && !remove) {
      remove = true;
      continue;
    }
    if (char === code("c")) state.failUnsupported("canonical equivalence, '(?c)'");
    const flag = flagOfLetter(char);
    if (flag === undefined) return;
    state.flags = remove ? state.flags & ~flag : state.flags | flag;
  }
}
