/**
 * The one layout of a template.
 *
 * Only blanks and line ends change, besides commas and semicolons that say nothing: tokens, comments and annotations
 * stay as written and in their order. A text with syntax errors has no layout.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Located } from "../../text/span.ts";
import type { Template } from "../syntax/ast.ts";
import type { Dialect } from "../syntax/dialect.ts";
import { lex } from "../syntax/lexer.ts";
import { parseTemplate } from "../syntax/parse-template.ts";
import type { Doc } from "./doc.ts";
import { formatHeader, formatStatement } from "./format-statement.ts";
import { printDoc } from "./print-doc.ts";
import { TokenSource } from "./token-source.ts";

export interface FormatOptions {
  /** What diagnostics call it. */
  readonly file: string;
  readonly dialect: Dialect;
  /** Columns that a line should not exceed. */
  readonly width: number;
}

export interface FormatResult {
  /** The text in its layout; undefined if it has syntax errors. */
  readonly text: string | undefined;
  /** The errors of a text that was left alone. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What the reference's linter allows, and what templates of public libraries keep to. */
export const defaultWidth = 120;

/** A template's text in its one layout; what has syntax errors is left alone, and they are told. */
export function formatTemplate(text: string, options: FormatOptions): FormatResult {
  const { parts, diagnostics } = formatParts(text, options);
  if (parts === undefined) return { text: undefined, diagnostics };
  const lines = parts.map((part) => `${part.formatted}${separatorAfter(part)}`);
  return { text: lines.join(""), diagnostics: [] };
}

/** A statement, or the first line, with its comments: from the end of the one before to its own end. */
export interface FormattedPart extends Located {
  readonly formatted: string;
  /** Whether an empty line follows. */
  readonly follows: boolean;
}

interface FormattedParts {
  readonly parts: readonly FormattedPart[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function formatParts(text: string, options: FormatOptions): FormattedParts {
  const { file, dialect, width } = options;
  const { template, diagnostics } = parseTemplate(text, { file, dialect, mode: "compile" });
  const errors = diagnostics.filter(isSyntaxError);
  if (errors.length > 0) return { parts: undefined, diagnostics: errors };
  return { parts: layOut(text, template, width), diagnostics: [] };
}

/** Errors of other phases, such as a range that no number is in, are no obstacle. */
function isSyntaxError({ severity, category }: Diagnostic): boolean {
  return severity === "error" && category === "syntax";
}

function layOut(text: string, template: Template, width: number): readonly FormattedPart[] {
  const source = new TokenSource(text, lex(text, ""));
  const parts: FormattedPart[] = [];
  let open: FormattedPart | undefined;
  const add = (doc: Doc): void => {
    const own = printDoc(doc, width).trimEnd();
    const start = open?.start ?? parts.at(-1)?.end ?? 0;
    const formatted = open === undefined ? own : `${open.formatted}${separatorAfter(open)}${own}`;
    // An empty line follows the first line of a template.
    const follows = source.followsBlank() || (parts.length === 0 && open === undefined);
    open = { formatted, start, end: source.reached(), follows };
    // A comment that has gone to the other side of a `;` makes one part of both sides.
    if (source.hasMovedComments()) return;
    parts.push(open);
    open = undefined;
  };
  add(formatHeader(source));
  for (const statement of template.statements) {
    // A lone `;` has been left out, unless it separates an annotation from what follows.
    const isLeftOut = statement.kind === "EmptyStatement" && source.nextStart !== statement.start;
    if (!isLeftOut) add(formatStatement(source, statement));
  }
  if (source.hasLead()) add(source.itemLead());
  if (open !== undefined) parts.push(open);
  return parts.map((part, i) =>
    i < parts.length - 1 ? part : { ...part, end: text.length, follows: false },
  );
}

/** What stands between a part and the next one. */
export function separatorAfter({ follows }: FormattedPart): string {
  return follows ? "\n\n" : "\n";
}
