/** Regular expressions of calls: compiled once, refused with the place of the mistake. */

import {
  CASE_INSENSITIVE,
  COMMENTS,
  DOTALL,
  MULTILINE,
  UNICODE_CASE,
} from "../../../java/regex/flags.ts";
import { RegexBudgetExceeded } from "../../../java/regex/machine.ts";
import { RegexProblem } from "../../../java/regex/problem.ts";
import { compileRegex, type Regex } from "../../../java/regex/regex.ts";
import type { Value } from "../../../tree/value.ts";
import type { CallSite, FunctionContext } from "../../builtin.ts";

const compiled = new Map<string, Regex | RegexProblem>();
const capacity = 2000;

/** The compiled pattern under flags of `flags.ts`. */
export function regexOf(
  ctx: FunctionContext | undefined,
  site: CallSite,
  pattern: string,
  flags: number,
): Regex {
  const regex = compileOnce(pattern, flags);
  if (!(regex instanceof RegexProblem)) return regex;
  const args = { pattern, why: regex.message, position: regex.index + 1 };
  return regex.kind === "invalid"
    ? site.fail(ctx, "regex-invalid", args)
    : site.fail(ctx, "regex-unsupported", args);
}

/** The result of a search; one that takes too long ends the evaluation. */
export function withinBudget<Result>(
  ctx: FunctionContext,
  site: CallSite,
  pattern: string,
  search: () => Result,
): Result {
  try {
    return search();
  } catch (exceeded) {
    if (!(exceeded instanceof RegexBudgetExceeded)) throw exceeded;
    return site.fail(ctx, "regex-too-slow", { pattern });
  }
}

function compileOnce(pattern: string, flags: number): Regex | RegexProblem {
  const key = `${flags} ${pattern}`;
  let regex = compiled.get(key);
  if (regex === undefined) {
    // Many different patterns come from a loop that makes them; then keeping them is of no use.
    if (compiled.size >= capacity) compiled.clear();
    regex = compileRegex(pattern, flags);
    compiled.set(key, regex);
  }
  return regex;
}

const flagBits: Readonly<Record<string, number>> = {
  i: CASE_INSENSITIVE,
  s: DOTALL,
  m: MULTILINE,
  u: UNICODE_CASE,
  x: COMMENTS,
};

/** The flags of `match` and `matches`, one letter each. */
function matchFlags(ctx: FunctionContext | undefined, site: CallSite, letters: string): number {
  let flags = 0;
  for (const flag of letters) {
    const bit = Object.hasOwn(flagBits, flag) ? flagBits[flag] : undefined;
    flags |= bit ?? site.fail(ctx, "regex-flag-unknown", { function: site.builtin.name, flag });
  }
  return flags;
}

/** What can be said of the literal arguments of `match` and `matches`. */
export function checkMatchConstants(args: readonly (Value | undefined)[], site: CallSite): void {
  const [, pattern, letters] = args.map((_, i) => site.literalString(args, i));
  const flags = letters === undefined ? 0 : matchFlags(undefined, site, letters);
  if (pattern !== undefined) regexOf(undefined, site, pattern, flags);
}

/** The text and the compiled pattern of a call of `match` or `matches`. */
export function matchArguments(
  ctx: FunctionContext,
  site: CallSite,
  args: readonly Value[],
): { readonly text: string; readonly pattern: string; readonly regex: Regex } {
  const text = site.string(ctx, args, 0);
  const pattern = site.string(ctx, args, 1);
  const flags = args.length === 3 ? matchFlags(ctx, site, site.string(ctx, args, 2)) : 0;
  return { text, pattern, regex: regexOf(ctx, site, pattern, flags) };
}
