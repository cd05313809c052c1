/** Merging of resources of one kind. */

import { Dict } from "../../../tree/dict.ts";
import { List } from "../../../tree/list.ts";
import { checkElements } from "../../../tree/size-limit.ts";
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
  const lists = args.map((list, i) =>
    list instanceof List ? list : site.failType(ctx, i, "a list, as the first is", list),
  );
  checkElements(lists.reduce((sum, { size }) => sum + size, 0));
  return listOf(lists.flatMap((list) => list.toArray()));
}
