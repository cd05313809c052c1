import { ReplacementProblem, replaceMatches } from "../../java/regex/replace.ts";
import type { Builtin } from "../builtin.ts";
import { regexOf, withinBudget } from "./support/regex.ts";

export const replace: Builtin = {
  name: "replace",
  signature: "replace(pattern: string, replacement: string, text: string) -> string",
  summary: "The text with every match of the regular expression replaced.",
  minArguments: 3,
  maxArguments: 3,
  call(ctx, args, site) {
    const pattern = site.string(ctx, args, 0);
    const regex = regexOf(ctx, site, pattern, 0);
    const replacement = site.string(ctx, args, 1);
    const text = site.string(ctx, args, 2);
    const result = withinBudget(ctx, site, pattern, () => replaceMatches(regex, text, replacement));
    if (!(result instanceof ReplacementProblem)) return result;
    return site.fail(ctx, "replacement-invalid", { replacement, why: result.message });
  },
};
