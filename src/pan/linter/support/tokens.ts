/** Searches in the tokens of a template. */

import type { Token } from "../../syntax/token.ts";

/** Index of the first token that ends behind an offset. */
function tokenIndexAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first token that ends behind an offset: the one that holds it, if there is one. */
export function tokenBehind(tokens: readonly Token[], offset: number): Token | undefined {
  return tokens[tokenIndexAt(tokens, offset)];
}

/** Whether all of a range is inside one string. */
export function isInsideString(tokens: readonly Token[], start: number, end: number): boolean {
  const token = tokenBehind(tokens, start);
  if (token === undefined || !/^["']/.test(token.image)) return false;
  return token.startOffset <= start && end <= token.end;
}
