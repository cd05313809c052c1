/**
 * The shape of a built-in function whose arguments are evaluated before the call.
 *
 * One file each in `builtins/`, one line each in `builtins/registry.ts`. Functions that look at their arguments
 * before they are evaluated (`exists`, `first`, `append`, …) are special forms, see `special-form.ts`.
 */

import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import type {
  Diagnostic,
  DiagnosticArguments,
  DiagnosticExtras,
  RelatedPlace,
} from "../../diagnostics/diagnostic.ts";
import { type Located, spanIn } from "../../text/span.ts";
import type { Value } from "../tree/value.ts";
import { fail } from "./site.ts";
import { describe } from "./value-text.ts";

export interface Builtin {
  readonly name: string;
  /** As the manual writes it: `substr(text: string, start: long, length?: long) -> string`. */
  readonly signature: string;
  /** One sentence. */
  readonly summary: string;
  readonly minArguments: number;
  /** `Infinity` when there is no upper bound. */
  readonly maxArguments: number;
  /** The call may not stand in an argument or an index, as it never gives a value (`error`). */
  readonly neverReturns?: true;
  /** A call with literals only is done while the template is read; its result counts as a literal. */
  readonly folds?: true;
  /** What the call gives while a template is read; its arguments are not evaluated then. */
  readonly readTimeValue?: Value;
  /** It tells little of its arguments, and nothing but them counts: what is shared depends on its result only. */
  readonly isTest?: true;
  /** The call needs the profile, so it is not evaluated while the template is read. */
  readonly needsProfile?: true;
  /**
   * Checks arguments that are literals (`undefined` for the others) while the template is read. What it refuses
   * is a syntax error, as in the reference compiler; it refuses through `site.fail`.
   */
  readonly checkConstants?: (args: readonly (Value | undefined)[], site: CallSite) => void;
  readonly call: (ctx: FunctionContext, args: readonly Value[], site: CallSite) => Value;
}

/** What a function may know of the evaluation around it. */
export interface FunctionContext {
  /** The template is being read; no profile exists. */
  readonly compileTime: boolean;
  /** Name of the object template. */
  readonly objectName: string;
  readonly deprecationWarnings: "off" | "on" | "fatal";
  /** Value of a local variable, else of a global one. */
  variable(name: string): Value | undefined;
  /** Value of a global variable. */
  globalVariable(name: string): Value | undefined;
  /** A line for the user, on stderr when the command line runs this. */
  print(text: string): void;
  /** Reports something that does not end the evaluation. */
  report(diagnostic: Diagnostic): void;
  /** The calls and includes that led here, innermost first. */
  trace(): readonly RelatedPlace[];
}

/** One call in a template. */
export class CallSite implements Located {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly builtin: Pick<Builtin, "name" | "signature">;

  constructor(file: string, place: Located, builtin: Pick<Builtin, "name" | "signature">) {
    this.file = file;
    this.start = place.start;
    this.end = place.end;
    this.builtin = builtin;
  }

  /** Ends the evaluation with a diagnostic at the call. */
  fail<Code extends DiagnosticCode>(
    ctx: FunctionContext | undefined,
    code: Code,
    args: DiagnosticArguments<Code>,
    extras: DiagnosticExtras = {},
  ): never {
    return fail(ctx, spanIn(this.file, this), code, args, extras);
  }

  /** Ends the evaluation because argument `index` (from 0) is of the wrong kind; `wanted` reads "a string". */
  failType(ctx: FunctionContext | undefined, index: number, wanted: string, given: Value): never {
    return this.fail(ctx, "wrong-argument-type", {
      function: this.builtin.name,
      wanted,
      position: ordinal(index + 1),
      given: describe(given),
      signature: this.builtin.signature,
    });
  }

  /** A literal among the arguments of `checkConstants`, which must be a string; undefined for what is no literal. */
  literalString(args: readonly (Value | undefined)[], index: number): string | undefined {
    const value = args[index];
    if (value === undefined || typeof value === "string") return value;
    return this.failType(undefined, index, "a string", value);
  }

  string(ctx: FunctionContext | undefined, args: readonly Value[], index: number): string {
    const value = args[index] as Value;
    return typeof value === "string" ? value : this.failType(ctx, index, "a string", value);
  }

  /** A long or a double, as a double. */
  number(ctx: FunctionContext | undefined, args: readonly Value[], index: number): number {
    const value = args[index] as Value;
    if (typeof value === "bigint" || typeof value === "number") return Number(value);
    return this.failType(ctx, index, "a number", value);
  }

  /** A long that fits 32 bits. */
  int(ctx: FunctionContext | undefined, args: readonly Value[], index: number): number {
    const value = this.long(ctx, args, index);
    if (BigInt.asIntN(32, value) === value) return Number(value);
    return this.failType(ctx, index, "a long of 32 bits", value);
  }

  long(ctx: FunctionContext | undefined, args: readonly Value[], index: number): bigint {
    const value = args[index] as Value;
    return typeof value === "bigint" ? value : this.failType(ctx, index, "a long", value);
  }
}

function ordinal(n: number): string {
  return ["first", "second", "third", "fourth"][n - 1] ?? `${n}th`;
}
