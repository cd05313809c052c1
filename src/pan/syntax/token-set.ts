/** Sets of token types, as tables: the parser asks them for every token. */

import type { TokenType } from "chevrotain";

export interface TokenSet {
  has(tokenTypeIdx: number): boolean;
}

/** The types and all types of their categories. */
export function tokenSet(types: readonly TokenType[]): TokenSet {
  const indexes = types.flatMap((type) => [
    type.tokenTypeIdx as number,
    ...(type.categoryMatches as number[]),
  ]);
  const table = new Uint8Array(Math.max(...indexes) + 1);
  for (const index of indexes) table[index] = 1;
  return { has: (index) => table[index] === 1 };
}
