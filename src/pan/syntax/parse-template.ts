/** Text → syntax tree. Never throws for any text, and always gives a template. */

import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Located } from "../../text/span.ts";
import type { Expression, Template } from "./ast.ts";
import { conflictsOr } from "./conflict-markers.ts";
import type { Dialect } from "./dialect.ts";
import { lex } from "./lexer.ts";
import { sharedParser } from "./pan-parser.ts";

export interface ParseOptions {
  readonly file: string;
  readonly dialect: Dialect;
  /** `compile` wants the first mistake of each statement, `editor` goes on inside it. */
  readonly mode: "compile" | "editor";
}

export interface ParseTemplateResult {
  readonly template: Template;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly tokenCount: number;
}

export function parseTemplate(text: string, options: ParseOptions): ParseTemplateResult {
  const { file } = options;
  const lexed = lex(text, file);
  const parsed = sharedParser().parseTemplate({ ...options, text, lexed });
  const { templateKind, name, annotations, statements } = parsed;
  const template: Template = {
    kind: "Template",
    templateKind,
    name,
    annotations,
    statements,
    comments: lexed.comments,
    start: 0,
    end: text.length,
  };
  return {
    template,
    diagnostics: conflictsOr(inOrder(lexed.diagnostics, parsed), text, options.file),
    tokenCount: lexed.tokens.length,
  };
}

export interface ParseExpressionResult {
  readonly expression: Expression;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses DML that stands alone, as on a command line: one expression, and nothing behind it but semicolons. */
export function parseExpression(text: string, options: ParseOptions): ParseExpressionResult {
  return parseAlone(text, options, "whole");
}

/** Parses the first expression of a text; what follows its semicolon is not looked at. */
export function parseFirstExpression(text: string, options: ParseOptions): ParseExpressionResult {
  return parseAlone(text, options, "first");
}

function parseAlone(
  text: string,
  options: ParseOptions,
  part: "first" | "whole",
): ParseExpressionResult {
  const lexed = lex(text, options.file);
  const parsed = sharedParser().parseExpression({ ...options, text, lexed }, part);
  return { expression: parsed.expression, diagnostics: inOrder(lexed.diagnostics, parsed) };
}

interface ParserReport {
  readonly problems: readonly Diagnostic[];
  readonly silenced: readonly Located[];
}

/** Both reports, without what the lexer says of places that the parser only skipped. */
function inOrder(
  ofLexer: readonly Diagnostic[],
  { problems, silenced }: ParserReport,
): readonly Diagnostic[] {
  if (ofLexer.length === 0 && problems.length < 2) return problems;
  let i = 0;
  const heard = ofLexer.filter(({ code, span }) => {
    while (i < silenced.length && (silenced[i] as Located).end <= span.start) i++;
    const place = silenced[i];
    return outlivesErrors.has(code) || place === undefined || span.start <= place.start;
  });
  return [...heard, ...problems].toSorted((a, b) => a.span.start - b.span.start);
}

/** What is wrong whatever surrounds it. */
const outlivesErrors: ReadonlySet<DiagnosticCode> = new Set([
  "unclosed-heredoc",
  "invalid-annotation",
]);
