import { Dict } from "../../tree/dict.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";

export const key: Builtin = {
  name: "key",
  signature: "key(dict: dict, index: long) -> string",
  summary: "The key at a position in the order of keys.",
  minArguments: 2,
  maxArguments: 2,
  call(ctx, args, site) {
    const dict = args[0] as Value;
    if (!(dict instanceof Dict)) return site.failType(ctx, 0, "a dict", dict);
    const index = site.long(ctx, args, 1);
    return (
      dict.keys()[Number(index)] ??
      site.fail(ctx, "key-index-out-of-range", { index, size: dict.size })
    );
  },
};
