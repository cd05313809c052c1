/** The level of `deprecated`: a long that is not negative. */

import type { Value } from "../../../tree/value.ts";
import type { CallSite, FunctionContext } from "../../builtin.ts";

export function checkLevel(ctx: FunctionContext | undefined, site: CallSite, level: Value): void {
  if (typeof level !== "bigint" || level < 0n)
    site.failType(ctx, 0, "a long that is not negative", level);
}
