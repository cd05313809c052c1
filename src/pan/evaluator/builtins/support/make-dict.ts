/** Dicts from arguments: keys and values in turn. */

import { Dict } from "../../../tree/dict.ts";
import { isTermProblem, termFromText } from "../../../tree/term.ts";
import type { Value } from "../../../tree/value.ts";
import type { CallSite, FunctionContext } from "../../builtin.ts";
import { failTerm } from "../../term-problem.ts";

/** Keys that are literals must be keys, and each another one. */
export function checkPairs(args: readonly (Value | undefined)[], site: CallSite): void {
  if (args.length % 2 !== 0) site.fail(undefined, "pairs-needed", { function: site.builtin.name });
  const keys = new Set<string>();
  for (let i = 0; i < args.length; i += 2) {
    const given = args[i];
    if (given === undefined) continue;
    const key = keyOf(undefined, site, given, i);
    if (keys.has(key)) site.fail(undefined, "duplicate-key", { key });
    keys.add(key);
  }
}

export function makeDict(ctx: FunctionContext, args: readonly Value[], site: CallSite): Dict {
  const dict = new Dict();
  for (let i = 0; i < args.length; i += 2) {
    const key = keyOf(ctx, site, args[i] as Value, i);
    if (dict.put(key, args[i + 1] as Value) !== undefined) site.fail(ctx, "duplicate-key", { key });
  }
  return dict;
}

function keyOf(
  ctx: FunctionContext | undefined,
  site: CallSite,
  given: Value,
  index: number,
): string {
  if (typeof given !== "string") return site.failType(ctx, index, "a string", given);
  const term = termFromText(given);
  if (isTermProblem(term)) return failTerm(ctx, site, term);
  return typeof term === "string" ? term : site.fail(ctx, "index-as-key", { key: given });
}
