/** Rule statements, by their tokens: which texts are paths, and which are operands. */

import type { Token } from "../../pan/syntax/token.ts";
import * as t from "../../pan/syntax/tokens.ts";
import { isText } from "./text-token.ts";

/** `conflict …`, `suggest …`, and `valid` with a condition in place of `=`. */
export function isRuleStatement(tokens: readonly Token[]): boolean {
  const [first, second, third] = tokens;
  if (first?.image === "conflict" || first?.image === "suggest") return true;
  if (first?.image !== "valid" || second === undefined) return false;
  return !isText(second) || (third !== undefined && third.image !== "=");
}

export type RuleText =
  /** A path; its first comparison may follow. */
  | { readonly kind: "path" }
  /** What the value at a path is compared with. */
  | { readonly kind: "operand"; readonly path: Token }
  /** A message. */
  | { readonly kind: "words" };

/** What a text that begins behind the tokens is. */
export function ruleTextBehind(tokens: readonly Token[]): RuleText {
  if (tokens.at(-1)?.image === "message") return { kind: "words" };
  const call = tokens.findLastIndex(({ image }) => image === "(");
  const callee = tokens[call - 1]?.image;
  if (callee === "value") return { kind: "path" };
  const at = callee === "list" ? call - 2 : tokens.length - 1;
  const operator = tokens[at];
  const path = tokens[at - 1];
  const isOperator = operator !== undefined && isComparison(operator);
  return isOperator && path !== undefined && isText(path)
    ? { kind: "operand", path }
    : { kind: "path" };
}

/** `=` stands in suggestions only. */
function isComparison({ tokenType, image }: Token): boolean {
  return image === "=" || image === "in" || (tokenType.CATEGORIES ?? []).includes(t.RuleOperator);
}
