import { escapeKey } from "../../tree/escape.ts";
import type { Builtin } from "../builtin.ts";

export const escape: Builtin = {
  name: "escape",
  signature: "escape(text: string) -> string",
  summary: "The text as a legal key.",
  minArguments: 1,
  maxArguments: 1,
  folds: true,
  call(ctx, args, site) {
    const text = site.string(ctx, args, 0);
    return escapeKey(text) ?? site.fail(ctx, "text-unescapable", { text });
  },
};
