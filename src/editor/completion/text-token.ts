/** Tokens that are text in quotes. */

import type { Token } from "../../pan/syntax/token.ts";
import * as t from "../../pan/syntax/tokens.ts";

export function isText({ tokenType }: Token): boolean {
  return tokenType === t.SingleQuotedString || tokenType === t.DoubleQuotedString;
}

/** What it says between its quotes. */
export function textOf({ value }: Token): string {
  return typeof value === "string" ? value : "";
}
