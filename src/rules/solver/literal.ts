/** Literals as numbers: an atom and its sign in one. */
import type { Atom, Literal } from "./problem.ts";

/** The atom is true. */
export function holds(atom: Atom): Literal {
  return atom << 1;
}

/** The atom is false. */
export function fails(atom: Atom): Literal {
  return (atom << 1) | 1;
}

export function atomOf(literal: Literal): Atom {
  return literal >> 1;
}

export function isNegative(literal: Literal): boolean {
  return (literal & 1) === 1;
}
