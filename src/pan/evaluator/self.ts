/** What `SELF` is during a statement, and what a change of it changes. */

import { invariant } from "../../base/invariant.ts";
import type { Path } from "../tree/path.ts";
import { UNDEF } from "../tree/transient.ts";
import { isResource, type Value } from "../tree/value.ts";
import type { Evaluation } from "./evaluation.ts";
import type { GlobalVariable } from "./global-variable.ts";

export interface SelfHolder {
  /** Undefined in an include statement, where there is no `SELF`. */
  readonly value: Value | undefined;
  readonly readOnly: boolean;
  /** Path of the value in the configuration, when it is there. */
  readonly path: Path | undefined;
  /** Puts another value in its place. */
  replace(value: Value): void;
}

/** `SELF` of a validation: it may be looked at only. */
export function readOnlySelf(value: Value | undefined): SelfHolder {
  return { value, readOnly: true, path: undefined, replace: refuse };
}

function refuse(): never {
  invariant(false, "a SELF that may be read only is replaced");
}

/**
 * `SELF` of an assignment to a path. If there is no value yet, `undef` is put there, so that `value()` of the
 * path finds it.
 */
export class PathSelf implements SelfHolder {
  readonly readOnly = false;
  readonly path: Path;
  private readonly ctx: Evaluation;
  private current: Value;

  constructor(ctx: Evaluation, path: Path, present: Value | undefined) {
    this.ctx = ctx;
    this.path = path;
    this.current = present ?? UNDEF;
    if (present === undefined) ctx.put(path, UNDEF);
  }

  get value(): Value {
    return this.current;
  }

  replace(value: Value): void {
    const isMade = !isResource(this.current);
    this.current = value;
    this.ctx.put(this.path, value);
    // Otherwise it is a copy of what was there.
    if (isMade) this.ctx.recorder?.set(this.path, value);
  }
}

/** `SELF` of a global variable's statement. */
export class VariableSelf implements SelfHolder {
  readonly readOnly = false;
  readonly path = undefined;
  private readonly ctx: Evaluation;
  private readonly variable: GlobalVariable;
  private current: Value;

  constructor(ctx: Evaluation, variable: GlobalVariable) {
    this.ctx = ctx;
    this.variable = variable;
    this.current = variable.value;
  }

  get value(): Value {
    return this.current;
  }

  replace(value: Value): void {
    this.current = value;
    this.variable.set(this.ctx, this.ctx.here, value);
  }
}
