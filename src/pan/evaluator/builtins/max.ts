import type { Builtin } from "../builtin.ts";

export const max: Builtin = {
  name: "max",
  signature: "max(a: number, b: number) -> number",
  summary: "The larger number; a double if one of them is.",
  minArguments: 2,
  maxArguments: 2,
  call(ctx, args, site) {
    const [a, b] = args;
    if (typeof a === "bigint" && typeof b === "bigint") {
      const isFirst = a > b;
      return isFirst ? a : b;
    }
    return Math.max(site.number(ctx, args, 0), site.number(ctx, args, 1));
  },
};
