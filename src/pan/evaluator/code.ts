/**
 * Compiled DML: closures, made once per template and run for every profile.
 *
 * Besides the closure a compiled expression carries what the template's reader must know of it: the value of a
 * literal or of a folded operation, and whether something in it is forbidden in certain places.
 */

import type { Value } from "../tree/value.ts";
import type { Evaluation } from "./evaluation.ts";

export type Code = (ctx: Evaluation) => Value;

export interface Compiled {
  readonly run: Code;
  /** The value, if it is known when the template is read. */
  readonly constant: Value | undefined;
  /** A call that never gives a value (`return`, `error`) is somewhere in it. */
  readonly leaves: boolean;
  /** `SELF` is somewhere in it. */
  readonly usesSelf: boolean;
  /** Running it without a profile is known to fail, so nobody need try. */
  readonly needsProfile: boolean;
  /** Set for a plain variable reference, which some functions treat apart. */
  readonly variable?: VariableAccess;
}

/** A variable reference, for functions that look at the variable rather than at its value. */
export interface VariableAccess {
  readonly name: string;
  /** Index of the local variable in its body. */
  readonly slot: number;
  readonly indexes: readonly Compiled[];
  /** The value, or undefined if there is none. */
  readonly lookUp: (ctx: Evaluation) => Value | undefined;
}

/** A piece of DML with local variables of its own: a statement's value, a function, a validation. */
export interface Body {
  readonly run: Code;
  /** Names of the local variables, by slot. */
  readonly locals: readonly string[];
}

export function constantCode(value: Value): Compiled {
  return { run: () => value, constant: value, leaves: false, usesSelf: false, needsProfile: false };
}

export type Flags = Pick<Compiled, "leaves" | "usesSelf" | "needsProfile">;

/** Flags of an expression that evaluates all of `parts`, in order. */
export function flagsOf(parts: readonly Flags[]): Flags {
  let leaves = false;
  let usesSelf = false;
  let needsProfile = false;
  for (const part of parts) {
    leaves ||= part.leaves;
    usesSelf ||= part.usesSelf;
    needsProfile ||= part.needsProfile;
  }
  return { leaves, usesSelf, needsProfile };
}
