import { List } from "../../tree/list.ts";
import type { Builtin } from "../builtin.ts";
import { checkMatchConstants, matchArguments, withinBudget } from "./support/regex.ts";

export const matches: Builtin = {
  name: "matches",
  signature: "matches(text: string, pattern: string, flags?: string) -> list",
  summary:
    "The first match of the regular expression and its groups; an empty list if there is none.",
  minArguments: 2,
  maxArguments: 3,
  checkConstants: checkMatchConstants,
  call(ctx, args, site) {
    const { text, pattern, regex } = matchArguments(ctx, site, args);
    const found = withinBudget(ctx, site, pattern, () => regex.find(text, undefined));
    const groups = [...(found?.groups ?? [])];
    // Groups at the end that took no part are left out, those between are empty.
    while (groups.length > 1 && groups.at(-1) === undefined) groups.pop();
    return new List(groups.map((group) => group ?? ""));
  },
};
