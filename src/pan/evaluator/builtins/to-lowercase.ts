import type { Builtin } from "../builtin.ts";

export const toLowercase: Builtin = {
  name: "to_lowercase",
  signature: "to_lowercase(text: string) -> string",
  summary: "The text with every letter in lower case.",
  minArguments: 1,
  maxArguments: 1,
  call: (ctx, args, site) => site.string(ctx, args, 0).toLowerCase(),
};
