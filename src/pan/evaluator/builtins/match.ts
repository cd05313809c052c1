import type { Builtin } from "../builtin.ts";
import { checkMatchConstants, matchArguments, withinBudget } from "./support/regex.ts";

export const match: Builtin = {
  name: "match",
  signature: "match(text: string, pattern: string, flags?: string) -> boolean",
  summary: "Whether the regular expression occurs in the text.",
  minArguments: 2,
  maxArguments: 3,
  isTest: true,
  checkConstants: checkMatchConstants,
  call(ctx, args, site) {
    const { text, pattern, regex } = matchArguments(ctx, site, args);
    return withinBudget(ctx, site, pattern, () => regex.test(text));
  },
};
