/**
 * What is marked in a snippet: a place of a source with a label.
 *
 * Only the diagnostic's own place is marked over several lines. Of related places the first line says enough: it is
 * where a type or a function begins.
 */

import type { Span } from "../../text/span.ts";
import { rangeOf, type SourceText } from "../source-text.ts";

export interface Mark {
  readonly startLine: number;
  readonly endLine: number;
  /** UTF-16 offset in the first line. */
  readonly start: number;
  /** UTF-16 offset in the last line; the mark ends before it. */
  readonly end: number;
  readonly primary: boolean;
  /** The empty string if the mark speaks for itself. */
  readonly label: string;
}

export function markOf(source: SourceText, span: Span, primary: boolean, label: string): Mark {
  const { start, end } = rangeOf(source, span);
  // A place that ends with a line end does not reach into the next line.
  const endsBefore = end.column === 1 && end.line > start.line;
  const lastLine = endsBefore ? end.line - 1 : end.line;
  const endLine = primary ? lastLine : start.line;
  return {
    startLine: start.line,
    endLine,
    start: start.column - 1,
    end: endLine === end.line ? end.column - 1 : source.lines.lineText(endLine).trimEnd().length,
    primary,
    label,
  };
}

export function isMultiline(mark: Mark): boolean {
  return mark.endLine > mark.startLine;
}

/** The lines that a reader needs for the mark: of a long one its first and last lines. */
export function linesOf(mark: Mark): readonly number[] {
  const { startLine, endLine } = mark;
  const count = endLine - startLine + 1;
  if (count <= 6) return Array.from({ length: count }, (_, i) => startLine + i);
  return [startLine, startLine + 1, startLine + 2, endLine - 1, endLine];
}
