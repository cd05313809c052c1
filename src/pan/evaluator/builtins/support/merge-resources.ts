/** Merging of resources of one kind. */

import { Dict } from "../../../tree/dict.ts";
import { List } from "../../../tree/list.ts";
import type { Value } from "../../../tree/value.ts";
import type { CallSite, FunctionContext } from "../../builtin.ts";

export function mergeDicts(ctx: FunctionContext, args: readonly Value[], site: CallSite): Dict {
  const merged = new Dict();
  for (const [i, dict] of args.entries()) {
    if (!(dict instanceof Dict)) return site.failType(ctx, i, "a dict, as the first is", dict);
    for (const key of dict.keys()) {
      if (merged.put(key, dict.get(key) as Value) !== undefined)
        site.fail(ctx, "duplicate-key", { key });
    }
  }
  return merged;
}

export function mergeLists(ctx: FunctionContext, args: readonly Value[], site: CallSite): List {
  const merged = new List();
  for (const [i, list] of args.entries()) {
    if (!(list instanceof List)) return site.failType(ctx, i, "a list, as the first is", list);
    for (const value of list.toArray()) merged.append(value);
  }
  return merged;
}
