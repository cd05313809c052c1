import { Dict } from "../../tree/dict.ts";
import { List } from "../../tree/list.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";
import { mergeDicts, mergeLists } from "./support/merge-resources.ts";

export const merge: Builtin = {
  name: "merge",
  signature: "merge(first: resource, second: resource, ...) -> resource",
  summary: "One dict with the pairs of all dicts, or one list with the elements of all lists.",
  minArguments: 1,
  maxArguments: Number.POSITIVE_INFINITY,
  call(ctx, args, site) {
    const first = args[0] as Value;
    if (first instanceof Dict) return mergeDicts(ctx, args, site);
    return first instanceof List
      ? mergeLists(ctx, args, site)
      : site.failType(ctx, 0, "a list or a dict", first);
  },
};
