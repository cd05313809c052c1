import type { Builtin } from "../builtin.ts";

export const toUppercase: Builtin = {
  name: "to_uppercase",
  signature: "to_uppercase(text: string) -> string",
  summary: "The text with every letter in upper case.",
  minArguments: 1,
  maxArguments: 1,
  call: (ctx, args, site) => site.string(ctx, args, 0).toUpperCase(),
};
