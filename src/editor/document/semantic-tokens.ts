/** What each word of a template is, for colours: types and modifiers in the protocol's standard names. */

import { builtins } from "../../pan/evaluator/builtins/registry.ts";
import { specialForms } from "../../pan/evaluator/special-forms/registry.ts";
import type { Token } from "../../pan/syntax/token.ts";
import * as t from "../../pan/syntax/tokens.ts";
import { compareLocated, type Located } from "../../text/span.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Occurrence } from "../files/occurrence.ts";

export const tokenTypes = [
  ...(["namespace", "type", "variable", "property", "function", "keyword"] as const),
  ...(["comment", "string", "number", "operator", "decorator", "parameter"] as const),
] as const;

export const tokenModifiers = [
  "declaration",
  "modification",
  "defaultLibrary",
  /** Global variables. */
  "static",
] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

/** In the order of the text; none overlaps another, and each is of one line. */
export interface SemanticToken extends Located {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

export function semanticTokens(file: EditorFile): readonly SemanticToken[] {
  const named = file.occurrences.flatMap((occurrence) => nameToken(occurrence));
  const taken = new Set(named.map(({ start }) => start));
  const { tokens, comments, annotations, heredocs } = file.lexed;
  const plain = (type: TokenType) => (at: Located) => ({ ...located(at), type, modifiers: [] });
  const words = tokens.flatMap((token) => wordToken(token, named, taken));
  const all = [
    ...named,
    ...words,
    ...comments.map(plain("comment")),
    ...annotations.map(plain("decorator")),
    ...heredocs.map(plain("string")),
  ];
  return all.toSorted(compareLocated).flatMap((token) => linesOf(file.text, token));
}

function located({ start, end }: Located): Located {
  return { start, end };
}

/** A name in its role; what stands in quotes is told apart from the quotes. */
function nameToken(occurrence: Occurrence): readonly SemanticToken[] {
  const { kind, name, role, use } = occurrence;
  const modifiers: TokenModifier[] = [];
  if (role === "declaration" && kind !== "path") modifiers.push("declaration");
  if (role === "write") modifiers.push("modification");
  const token = (type: TokenType): readonly SemanticToken[] => [
    { ...located(occurrence), type, modifiers },
  ];
  switch (kind) {
    case "template":
      return token("namespace");
    case "variable":
      if (isParameter(name)) return token("parameter");
      modifiers.push("static");
      return token("variable");
    case "local":
      return token("variable");
    case "function":
      if (builtins.has(name) || specialForms.has(name)) modifiers.push("defaultLibrary");
      return token("function");
    case "type":
      return token("type");
    case "field":
      return token("property");
    case "path":
      // The name of a profile in front of it is a token of its own.
      return use === "external" ? [] : token("property");
  }
}

function isParameter(name: string): boolean {
  return name === "SELF" || name === "ARGV" || name === "ARGC";
}

function wordToken(
  token: Token,
  named: readonly SemanticToken[],
  taken: ReadonlySet<number>,
): readonly SemanticToken[] {
  const { startOffset: start, end, image } = token;
  if (image === "" || taken.has(start)) return [];
  const type = typeOf(token);
  if (type === undefined) return [];
  if (type !== "string") return [{ start, end, type, modifiers: [] }];
  // A string that is a name or a path keeps its quotes.
  const inner = named.filter((name) => name.start > start && name.end < end);
  if (inner.length === 0) return [{ start, end, type, modifiers: [] }];
  return [
    { start, end: start + 1, type, modifiers: [] },
    { start: end - 1, end, type, modifiers: [] },
  ];
}

const keywordTypes = new Set([
  ...t.keywords.values(),
  t.Conflict,
  t.Suggest,
  t.When,
  t.Priority,
  t.Message,
]);
const stringTypes = new Set([t.SingleQuotedString, t.DoubleQuotedString, t.HeredocMark, t.Heredoc]);
const numberTypes = new Set([t.DecimalLong, t.HexadecimalLong, t.OctalLong, t.DoubleNumber]);
const operatorTypes = new Set([
  ...[t.Plus, t.Minus, t.Asterisk, t.Slash, t.Percent, t.Not, t.Tilde, t.Or, t.And, t.BitOr],
  ...[t.BitXor, t.BitAnd, t.Equal, t.NotEqual, t.Greater, t.GreaterEqual, t.Less, t.LessEqual],
  ...[t.Assign, t.AssignDefault, t.Range],
]);

function typeOf({ tokenType }: Token): TokenType | undefined {
  if (keywordTypes.has(tokenType)) return "keyword";
  if (stringTypes.has(tokenType)) return "string";
  if (numberTypes.has(tokenType)) return "number";
  return operatorTypes.has(tokenType) ? "operator" : undefined;
}

/** Clients may take no token of several lines. */
function linesOf(text: string, token: SemanticToken): readonly SemanticToken[] {
  const written = text.slice(token.start, token.end);
  if (!/[\r\n]/.test(written)) return [token];
  const lines: SemanticToken[] = [];
  for (const { index, 0: line } of written.matchAll(/[^\r\n]+/g)) {
    const start = token.start + index;
    lines.push({ ...token, start, end: start + line.length });
  }
  return lines;
}
