/** Merging of resources of one kind. */

import { Dict } from "../../../tree/dict.ts";
import { List } from "../../../tree/list.ts";
import type { Value } from "../../../tree/value.ts";
import type { CallSite, FunctionContext } from "../../builtin.ts";
import { listOf } from "./list-builder.ts";

/** All pairs; no key may occur twice. */
export function mergeDicts(ctx: FunctionContext, args: readonly Value[], site: CallSite): Dict {
  const merged = new Dict();
  for (const [i, dict] of args.entries()) {
    if (!(dict instanceof Dict)) return site.failType(ctx, i, "a dict, as the first is", dict);
    for (const key of dict.keys()) {
      const previous = merged.put(key, dict.get(key) as Value);
      if (previous !== undefined) site.fail(ctx, "duplicate-key", { key });
    }
  }
  return merged;
}

/** All elements, in order. */
export function mergeLists(ctx: FunctionContext, args: readonly Value[], site: CallSite): List {
  return listOf(
    args.flatMap((list, i) =>
      list instanceof List
        ? list.toArray()
        : site.failType(ctx, i, "a list, as the first is", list),
    ),
  );
}
