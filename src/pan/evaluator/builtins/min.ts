import type { Builtin } from "../builtin.ts";

export const min: Builtin = {
  name: "min",
  signature: "min(a: number, b: number) -> number",
  summary: "The smaller number; a double if one of them is.",
  minArguments: 2,
  maxArguments: 2,
  call(ctx, args, site) {
    const [a, b] = args;
    if (typeof a === "bigint" && typeof b === "bigint") {
      const isFirst = a < b;
      return isFirst ? a : b;
    }
    return Math.min(site.number(ctx, args, 0), site.number(ctx, args, 1));
  },
};
