/**
 * Source lines with marks under them, in the layout that rustc made familiar.
 *
 *     3 | '/x' = f(A, B);
 *       |          -  ^
 *       |          |
 *       |          set here
 */

import type { Located } from "../../text/span.ts";
import type { Paint, Palette } from "../palette.ts";
import type { SourceText } from "../source-text.ts";
import { inlineRows } from "./inline-rows.ts";
import { type LineView, viewLine } from "./line-view.ts";
import { isMultiline, linesOf, type Mark } from "./mark.ts";
import { Row } from "./row.ts";

export interface SnippetStyle {
  readonly palette: Palette;
  /** Paint of the marks of the diagnostic's own place. */
  readonly primary: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Digits of the largest line number of the report. */
  readonly gutter: number;
}

/** Columns in front of the source for the bar of a place of several lines. */
const barWidth = 2;
/** Source is shown on so many columns even if the terminal is narrower. */
const leastWidth = 20;

/** The largest line number that a snippet of these marks shows. */
export function lastLine(marks: readonly Mark[]): number {
  return Math.max(0, ...marks.map(({ endLine }) => endLine));
}

/** The rows of a snippet, each without its line end. */
export function renderSnippet(
  source: SourceText,
  marks: readonly Mark[],
  style: SnippetStyle,
): readonly string[] {
  const bar = marks.find(isMultiline);
  const sheet: Sheet = { source, marks, bar, margin: bar === undefined ? 0 : barWidth, style };
  const rows: string[] = [];
  let before: number | undefined;
  for (const line of shownLines(source, marks)) {
    if (before !== undefined && line > before + 1) rows.push(elision(sheet, line));
    rows.push(...lineRows(sheet, line));
    before = line;
  }
  return rows;
}

interface Sheet {
  readonly source: SourceText;
  readonly marks: readonly Mark[];
  /** The mark of several lines, which has a bar at the left. */
  readonly bar: Mark | undefined;
  readonly margin: number;
  readonly style: SnippetStyle;
}

/** Sorted; a gap of one line is closed, as it takes no more room than the sign for a gap. */
function shownLines(source: SourceText, marks: readonly Mark[]): readonly number[] {
  const lines = new Set(marks.flatMap(linesOf));
  for (const mark of marks) {
    // At the end of the file the last line is empty: the one before says where we are.
    const isAtEnd = mark.startLine === source.lines.lineCount && mark.startLine > 1;
    if (isAtEnd && source.lines.lineText(mark.startLine) === "") lines.add(mark.startLine - 1);
  }
  for (const line of [...lines]) if (lines.has(line + 2)) lines.add(line + 1);
  return [...lines].sort((a, b) => a - b);
}

function lineRows(sheet: Sheet, line: number): readonly string[] {
  const { source, marks, bar, margin, style } = sheet;
  const text = source.lines.lineText(line);
  const width = Math.max(leastWidth, style.width - style.gutter - 3 - margin);
  const view = viewLine(text, focusOn(line, marks), width);
  const begins = bar?.startLine === line;
  // A bar from the first character on needs no row of its own: it begins with a slash.
  const isSlashed = begins && text.slice(0, bar.start).trim() === "";

  // The rows under the line have the bar on the first line too, and on the last until it turns.
  const content = barRow(sheet, isBetween(bar, line - 1, line));
  const newRow = (): Row => barRow(sheet, isBetween(bar, line, line));
  if (isSlashed) content.put(0, "/", style.primary);
  content.putCells(margin, view.cells);
  const rows = [content];
  if (begins && !isSlashed) rows.push(cornerRow(sheet, view.column(bar.start)));
  rows.push(...inlineRows(inlineMarks(sheet, line, view), newRow));
  if (bar?.endLine === line) {
    const corner = cornerRow(sheet, view.column(Math.max(0, bar.end - 1)));
    corner.put(0, "|", style.primary);
    rows.push(corner);
  }
  return rows.map((row, i) => withGutter(i === 0 ? String(line) : "", row, style));
}

/** The places of a line that must be seen, the diagnostic's own first. */
function focusOn(line: number, marks: readonly Mark[]): readonly Located[] {
  return marks
    .filter(({ startLine, endLine }) => startLine === line || endLine === line)
    .toSorted((a, b) => Number(b.primary) - Number(a.primary))
    .map((mark) => ({
      start: mark.startLine === line ? mark.start : Math.max(0, mark.end - 1),
      end: mark.endLine === line ? mark.end : mark.start + 1,
    }));
}

function inlineMarks({ marks, margin, style }: Sheet, line: number, view: LineView) {
  return marks
    .filter((mark) => mark.startLine === line && !isMultiline(mark))
    .map((mark) => {
      const from = margin + view.column(mark.start);
      const to = Math.max(from + 1, margin + view.column(mark.end));
      const paint = mark.primary ? style.primary : style.palette.related;
      return { from, to, primary: mark.primary, label: mark.label, paint };
    });
}

/** Whether a mark has begun in a line or before it, and has not ended before the other one. */
function isBetween(bar: Mark | undefined, begun: number, notEnded: number): boolean {
  return bar !== undefined && bar.startLine <= begun && bar.endLine >= notEnded;
}

function barRow({ style }: Sheet, hasBar: boolean): Row {
  const row = new Row();
  if (hasBar) row.put(0, "|", style.primary);
  return row;
}

/** A row that leads from the bar to a column of the source: `____^`. */
function cornerRow({ margin, style }: Sheet, column: number): Row {
  const row = new Row();
  row.fill(1, margin + column, "_", style.primary);
  row.put(margin + column, "^", style.primary);
  return row;
}

/** The sign for lines that are left out in front of a line. */
function elision(sheet: Sheet, line: number): string {
  const { gutter, palette } = sheet.style;
  const row = barRow(sheet, isBetween(sheet.bar, line - 1, line)).toString();
  return row === "" ? palette.gutter("...") : `${palette.gutter("...".padEnd(gutter + 2))} ${row}`;
}

function withGutter(number: string, row: Row, { gutter, palette }: SnippetStyle): string {
  const text = row.toString();
  const head = palette.gutter(`${number.padStart(gutter)} |`);
  return text === "" ? head : `${head} ${text}`;
}
