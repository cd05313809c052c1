/** The radix of `to_long`. */

import type { Value } from "../../../tree/value.ts";
import type { CallSite, FunctionContext } from "../../builtin.ts";

export function radixOf(ctx: FunctionContext, args: readonly Value[], site: CallSite): number {
  const radix = site.long(ctx, args, 1);
  return radix >= 2n && radix <= 36n
    ? Number(radix)
    : site.fail(ctx, "radix-out-of-range", { radix });
}
