/** The write that a value comes from. */

import type { ExplainedWrite, Explanation } from "./explanation.ts";

/**
 * Inside structure templates too; where there is no value, the write that took it away. Undefined if nothing ever
 * wrote the path.
 */
export function winnerOf({ writes }: Pick<Explanation, "writes">): ExplainedWrite | undefined {
  const winner = writes.find(({ isWinner }) => isWinner);
  return winner?.inside === undefined ? winner : (winnerOf(winner.inside) ?? winner);
}
