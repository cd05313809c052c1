/** Regular expressions of calls: compiled once, refused with the place of the mistake. */

import {
  CASE_INSENSITIVE,
  COMMENTS,
  DOTALL,
  MULTILINE,
  UNICODE_CASE,
} from "../../../java/regex/flags.ts";
import { RegexProblem } from "../../../java/regex/problem.ts";
import { compileRegex, type Regex } from "../../../java/regex/regex.ts";
import type { Value } from "../../../tree/value.ts";
import type { CallSite, FunctionContext } from "../../builtin.ts";

const compiled = new Map<string, Regex | RegexProblem>();
const capacity = 2000;

export function regexOf(
  ctx: FunctionContext | undefined,
  site: CallSite,
  pattern: string,
  flags = 0,
): Regex {
  const key = `${flags} ${pattern}`;
  let regex = compiled.get(key);
  if (regex === undefined) {
    if (compiled.size >= capacity) compiled.clear();
    regex = compileRegex(pattern, flags);
    compiled.set(key, regex);
  }
  if (!(regex instanceof RegexProblem)) return regex;
  const args = { pattern, why: regex.message, position: regex.index + 1 };
  return regex.kind === "invalid"
    ? site.fail(ctx, "regex-invalid", args)
    : site.fail(ctx, "regex-unsupported", args);
}

/** The flags of `match` and `matches`, one letter each. */
export function matchFlags(
  ctx: FunctionContext | undefined,
  site: CallSite,
  letters: string,
): number {
  let flags = 0;
  for (const letter of letters) {
    const flag = flagBits[letter];
    if (flag === undefined)
      return site.fail(ctx, "regex-flag-unknown", { function: site.builtin.name, flag: letter });
    flags |= flag;
  }
  return flags;
}

const flagBits: Readonly<Record<string, number>> = {
  i: CASE_INSENSITIVE,
  s: DOTALL,
  m: MULTILINE,
  u: UNICODE_CASE,
  x: COMMENTS,
};

/** What can be said of the literal arguments of `match` and `matches`. */
export function checkMatchConstants(args: readonly (Value | undefined)[], site: CallSite): void {
  for (const [i, value] of args.entries()) {
    if (value !== undefined && typeof value !== "string")
      site.failType(undefined, i, "a string", value);
  }
  const [, pattern, letters] = args;
  const flags = typeof letters === "string" ? matchFlags(undefined, site, letters) : 0;
  if (typeof pattern === "string") regexOf(undefined, site, pattern, flags);
}

/** The text and the compiled pattern of a call of `match` or `matches`. */
export function matchArguments(
  ctx: FunctionContext,
  site: CallSite,
  args: readonly Value[],
): { readonly text: string; readonly regex: Regex } {
  const text = site.string(ctx, args, 0);
  const pattern = site.string(ctx, args, 1);
  const flags = args.length === 3 ? matchFlags(ctx, site, site.string(ctx, args, 2)) : 0;
  return { text, regex: regexOf(ctx, site, pattern, flags) };
}
