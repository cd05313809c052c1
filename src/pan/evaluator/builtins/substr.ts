import type { Builtin } from "../builtin.ts";
import { sliceBounds } from "./support/slice-bounds.ts";

export const substr: Builtin = {
  name: "substr",
  signature: "substr(text: string, start: long, length?: long) -> string",
  summary:
    "A part of the text; a negative start counts from the end, a negative length leaves characters off the end.",
  minArguments: 2,
  maxArguments: 3,
  call(ctx, args, site) {
    const text = site.string(ctx, args, 0);
    const length = args.length === 3 ? site.int(ctx, args, 2) : undefined;
    const { start, end } = sliceBounds(ctx, site, text.length, site.int(ctx, args, 1), length);
    return text.slice(start, end);
  },
};
