import { decodeLong, parseLong, roundToLong } from "../../java/number-text.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin, CallSite, FunctionContext } from "../builtin.ts";

export const toLong: Builtin = {
  name: "to_long",
  signature: "to_long(value: property, radix?: long) -> long",
  summary:
    "The value as a long: doubles are rounded, true is 1, strings are read as literals or in the radix.",
  minArguments: 1,
  maxArguments: 2,
  call(ctx, args, site) {
    const value = args[0] as Value;
    const radix = args.length === 2 ? radixOf(ctx, args, site) : undefined;
    if (typeof value === "bigint") return value;
    if (typeof value === "boolean") return value ? 1n : 0n;
    if (typeof value === "number") return roundToLong(value);
    if (typeof value !== "string") return site.failType(ctx, 0, "a property", value);
    const parsed = radix === undefined ? decodeLong(value) : parseLong(value, radix);
    return parsed ?? site.fail(ctx, "not-a-long", { text: value });
  },
};

function radixOf(ctx: FunctionContext, args: readonly Value[], site: CallSite): number {
  const radix = site.long(ctx, args, 1);
  return radix >= 2n && radix <= 36n
    ? Number(radix)
    : site.fail(ctx, "radix-out-of-range", { radix });
}
