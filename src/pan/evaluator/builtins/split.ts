import { splitText } from "../../java/regex/split.ts";
import { List } from "../../tree/list.ts";
import type { Builtin } from "../builtin.ts";
import { regexOf, withinBudget } from "./support/regex.ts";

export const split: Builtin = {
  name: "split",
  signature: "split(pattern: string, limit?: long, text: string) -> list",
  summary: "The parts of the text between the matches of the regular expression.",
  minArguments: 2,
  maxArguments: 3,
  call(ctx, args, site) {
    const pattern = site.string(ctx, args, 0);
    const regex = regexOf(ctx, site, pattern, 0);
    const limit = args.length === 3 ? Number(BigInt.asIntN(32, site.long(ctx, args, 1))) : 0;
    const text = site.string(ctx, args, args.length - 1);
    return new List(withinBudget(ctx, site, pattern, () => splitText(regex, text, limit)));
  },
};
