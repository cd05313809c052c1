import { unescapeKey } from "../../tree/escape.ts";
import type { Builtin } from "../builtin.ts";

export const unescape: Builtin = {
  name: "unescape",
  signature: "unescape(key: string) -> string",
  summary: "The text that was escaped.",
  minArguments: 1,
  maxArguments: 1,
  folds: true,
  call(ctx, args, site) {
    const key = site.string(ctx, args, 0);
    const result = unescapeKey(key);
    return "text" in result
      ? result.text
      : site.fail(ctx, "escape-sequence-broken", { key, sequence: result.invalid });
  },
};
