/** Literals: token → node. */

import type {
  BooleanLiteral,
  DoubleLiteral,
  Expression,
  LongLiteral,
  StringLiteral,
} from "./ast.ts";
import type { Token } from "./token.ts";
import * as t from "./tokens.ts";

export function stringNode(token: Token, quote: StringLiteral["quote"]): StringLiteral {
  const value = String(token.value ?? "");
  return { kind: "StringLiteral", value, quote, start: token.startOffset, end: token.end };
}

export function quotedLiteral(token: Token): StringLiteral {
  return stringNode(token, token.tokenType === t.SingleQuotedString ? "single" : "double");
}

export function longLiteral(token: Token): LongLiteral {
  return {
    kind: "LongLiteral",
    value: token.value as bigint,
    start: token.startOffset,
    end: token.end,
  };
}

export function doubleLiteral(token: Token): DoubleLiteral {
  return {
    kind: "DoubleLiteral",
    value: token.value as number,
    start: token.startOffset,
    end: token.end,
  };
}

export function booleanLiteral(token: Token, value: boolean): BooleanLiteral {
  return { kind: "BooleanLiteral", value, start: token.startOffset, end: token.end };
}

export function constantLiteral(kind: "UndefLiteral" | "NullLiteral", token: Token): Expression {
  return { kind, start: token.startOffset, end: token.end };
}
