/** The chain of rules that put an atom into a result. */
import type { Atom } from "./problem.ts";
import type { Cause, Solution } from "./solution.ts";

export interface ChainLink {
  readonly atom: Atom;
  readonly cause: Cause;
}

/**
 * From what holds in any case to the atom; nothing if the atom is not in the result.
 *
 * Where a rule has several conditions, the chain follows the first of them, which triggered the rule; the others
 * are in the link's `cause.because`, and have chains of their own.
 */
export function why({ causes }: Solution, atom: Atom): readonly ChainLink[] {
  const chain: ChainLink[] = [];
  for (let at: Atom | undefined = atom; at !== undefined; ) {
    const cause = causes.get(at);
    if (cause === undefined) return [];
    chain.push({ atom: at, cause });
    at = cause.because[0];
  }
  return chain.reverse();
}
