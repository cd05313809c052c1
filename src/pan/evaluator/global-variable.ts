/** A global variable: its value, the protected view that DML sees, and the place that froze it. */

import type { Span } from "../../text/span.ts";
import { protect } from "../tree/resource.ts";
import type { Value } from "../tree/value.ts";
import { checkReplacement } from "./access.ts";
import { fail, type Traced } from "./site.ts";

export class GlobalVariable {
  readonly name: string;
  /** The value itself; only `SELF` of the variable's own statement may change it. */
  value: Value;
  /** What everybody else sees. */
  view: Value;
  /** The statement that made it final. */
  final: Span | undefined;

  constructor(name: string, value: Value) {
    this.name = name;
    this.value = value;
    this.view = protect(value);
  }

  set(ctx: Traced, span: Span, value: Value): void {
    if (this.final !== undefined) {
      fail(
        ctx,
        span,
        "variable-is-final",
        { name: this.name },
        {
          related: [{ span: this.final, message: `${this.name} is made final here.` }],
        },
      );
    }
    checkReplacement(ctx, span, this.value, value, this.name);
    this.value = value;
    this.view = protect(value);
  }
}
