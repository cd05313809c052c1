import { UNDEF } from "../../tree/transient.ts";
import { isResource, type Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";

export const length: Builtin = {
  name: "length",
  signature: "length(value: string | resource | undef) -> long",
  summary: "The number of characters of a string or of children of a resource; 0 for undef.",
  minArguments: 1,
  maxArguments: 1,
  call(ctx, args, site) {
    const value = args[0] as Value;
    if (typeof value === "string") return BigInt(value.length);
    if (value === UNDEF) return 0n;
    return isResource(value)
      ? BigInt(value.size)
      : site.failType(ctx, 0, "a string, list, dict or undef", value);
  },
};
