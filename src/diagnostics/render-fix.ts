/** A fix as a small diff: the lines it touches, before and after. */

import { oneLine } from "../text/display-width.ts";
import { applyEdits, sortEdits, type TextEdit } from "../text/edit.ts";
import type { Located } from "../text/span.ts";
import type { Fix } from "./diagnostic.ts";
import { viewLine } from "./snippet/line-view.ts";
import { Row } from "./snippet/row.ts";
import type { SnippetStyle } from "./snippet/snippet.ts";
import type { SourceText } from "./source-text.ts";

interface Hunk {
  /** Numbers of the first line, in the text before and after. */
  readonly before: number;
  readonly after: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Lines of one side of a hunk, and hunks, that are shown; of more only the first. */
const mostLines = 6;
const mostHunks = 3;

export function renderFix(
  fix: Fix,
  source: SourceText | undefined,
  style: SnippetStyle,
): readonly string[] {
  const title = `${style.palette.help("help")}: ${oneLine(fix.title)}`;
  const hunks = source === undefined ? [] : hunksOf(source, fix.edits);
  if (hunks.length === 0) return [title];
  const dots = style.palette.gutter("...");
  const rows = hunks
    .slice(0, mostHunks)
    .flatMap((hunk, i) => [...(i > 0 ? [dots] : []), ...hunkRows(hunk, style)]);
  const bar = style.palette.gutter(`${" ".repeat(style.gutter)} |`);
  return [title, bar, ...rows, ...(hunks.length > mostHunks ? [dots] : [])];
}

/** The largest line number that the diff shows. */
export function lastLineOfFix(fix: Fix, source: SourceText | undefined): number {
  if (source === undefined) return 0;
  return Math.max(
    0,
    ...hunksOf(source, fix.edits).map(({ before, after, removed, added }) =>
      Math.max(before + removed.length, after + added.length),
    ),
  );
}

function hunksOf(source: SourceText, edits: readonly TextEdit[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let shift = 0;
  for (const group of groupByLines(source, sortEdits(edits))) {
    const hunk = hunkOf(source, group, shift);
    shift += hunk.added.length - hunk.removed.length;
    if (hunk.added.length + hunk.removed.length > 0) hunks.push(hunk);
  }
  return hunks;
}

interface LineGroup {
  readonly first: number;
  readonly last: number;
  readonly edits: readonly TextEdit[];
}

/** Edits whose lines touch belong together. */
function groupByLines(source: SourceText, edits: readonly TextEdit[]): readonly LineGroup[] {
  const groups: LineGroup[] = [];
  for (const edit of edits) {
    const first = source.lines.position(edit.start).line;
    const last = source.lines.position(edit.end).line;
    const group = groups.at(-1);
    if (group !== undefined && first <= group.last + 1) {
      const joined = { first: group.first, last, edits: [...group.edits, edit] };
      groups.splice(-1, 1, joined);
    } else {
      groups.push({ first, last, edits: [edit] });
    }
  }
  return groups;
}

function hunkOf(source: SourceText, { first, last, edits }: LineGroup, shift: number): Hunk {
  const start = source.lines.offset(first, 1);
  const end = Math.max(
    source.lines.offset(last, Number.POSITIVE_INFINITY),
    // Inside a line end: the whole of it is looked at.
    ...edits.map((edit) => behindLineEnd(source.text, edit)),
  );
  const moved = edits.map((edit) => ({
    start: edit.start - start,
    end: edit.end - start,
    text: edit.text,
  }));
  const before = source.text.slice(start, end).split(lineEnds);
  const after = applyEdits(source.text.slice(start, end), moved).split(lineEnds);
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    before: first + head,
    after: first + head + shift,
    removed: before.slice(head, before.length - tail),
    added: after.slice(head, after.length - tail),
  };
}

const lineEnds = /\r\n|\n|\r/;

/** The end of an edit; behind the line end if it is between its two characters. */
function behindLineEnd(text: string, { end }: TextEdit): number {
  return text[end - 1] === "\r" && text[end] === "\n" ? end + 1 : end;
}

function hunkRows(hunk: Hunk, style: SnippetStyle): readonly string[] {
  const side = (
    sign: "-" | "+",
    first: number,
    lines: readonly string[],
    others: readonly string[],
  ) =>
    lines
      .slice(0, mostLines)
      .map((line, i) => diffRow(sign, first + i, line, difference(line, others[i]), style));
  const { removed, added } = hunk;
  const isCut = removed.length > mostLines || added.length > mostLines;
  return [
    ...side("-", hunk.before, removed, added),
    ...side("+", hunk.after, added, removed),
    ...(isCut ? [style.palette.gutter("...")] : []),
  ];
}

/** Where a line differs from its counterpart, so that a long line is clipped around it. */
function difference(line: string, other: string | undefined): Located {
  let start = 0;
  while (start < line.length && line[start] === other?.[start]) start++;
  return { start, end: Math.min(line.length, start + 1) };
}

function diffRow(
  sign: "-" | "+",
  number: number,
  line: string,
  focus: Located,
  { palette, gutter, width }: SnippetStyle,
): string {
  const paint = sign === "+" ? palette.added : palette.removed;
  const row = new Row();
  row.putCells(0, viewLine(line, [focus], Math.max(20, width - gutter - 3)).cells, paint);
  const text = row.toString();
  const head = `${palette.gutter(String(number).padStart(gutter))} ${paint(sign)}`;
  return text === "" ? head : `${head} ${text}`;
}
