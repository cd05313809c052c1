/**
 * A source line as the terminal shows it: tabs expanded, wide characters counted, and clipped around what matters
 * when it is too long.
 */

import { type Cell, cellsOf } from "../../text/display-width.ts";
import type { Located } from "../../text/span.ts";

export interface LineView {
  readonly cells: readonly Pick<Cell, "text" | "width">[];
  /** Column of a UTF-16 offset in the line; what is clipped away is at the edge. */
  column(offset: number): number;
}

const ellipsis = { text: "…", width: 1 };

/** Of a line of more code units, only the surroundings of the first focus are looked at. */
const longestWhole = 4000;

/** Views a line in at most `width` columns; the first place of `focus` is visible in any case. */
export function viewLine(text: string, focus: readonly Located[], width: number): LineView {
  const [from, to] = piece(text, focus[0]?.start ?? 0);
  const cells = cellsOf(text.slice(from, to));
  const columns = [0];
  for (const cell of cells) columns.push((columns.at(-1) ?? 0) + cell.width);
  const total = columns.at(-1) ?? 0;
  const column = (offset: number): number => columns[cellAt(cells, offset - from)] ?? total;
  const isWhole = from === 0 && to === text.length;
  if (isWhole && total <= width) return { cells, column };

  const first = windowStart(focus, column, width);
  const cut = { start: first > 0 || from > 0, end: total > first + width || to < text.length };
  return {
    cells: clip(cells, columns, first, width, cut),
    column: (offset) => Math.max(0, Math.min(column(offset) - first, width)),
  };
}

/** The part of a line that is looked at: all of it, unless it is huge. */
function piece(text: string, anchor: number): readonly [number, number] {
  if (text.length <= longestWhole) return [0, text.length];
  const from = startOfCharacter(text, anchor - longestWhole / 2);
  return [from, Math.min(text.length, anchor + longestWhole / 2)];
}

/** The cells in the columns from `first` on, with a sign where something is cut off. */
function clip(
  cells: readonly Cell[],
  columns: readonly number[],
  first: number,
  width: number,
  cut: { readonly start: boolean; readonly end: boolean },
): LineView["cells"] {
  const low = first + (cut.start ? 1 : 0);
  const high = first + width - (cut.end ? 1 : 0);
  const visible = cells.filter((_, i) => (columns[i] ?? 0) >= low && (columns[i + 1] ?? 0) <= high);
  // Half of a wide character at the edge is a blank.
  const gap = (columns.find((start) => start >= low) ?? low) - low;
  return [
    ...(cut.start ? [ellipsis] : []),
    ...(gap > 0 ? [{ text: " ".repeat(gap), width: gap }] : []),
    ...visible,
    ...(cut.end ? [ellipsis] : []),
  ];
}

/** The first column that is shown: the start of the line if possible, else what centres all places of the focus. */
function windowStart(
  focus: readonly Located[],
  column: (offset: number) => number,
  width: number,
): number {
  const anchor = column(focus[0]?.start ?? 0);
  const low = Math.min(anchor, ...focus.map(({ start }) => column(start)));
  const high = Math.max(anchor, ...focus.map(({ end }) => column(end)));
  const margin = Math.floor(width / 4);
  if (high + margin <= width) return 0;
  if (high - low + 2 * margin <= width) return Math.floor((low + high - width) / 2);
  const edge = high - low + margin <= width ? low : anchor;
  return Math.max(0, edge - margin);
}

/** Index of the cell that an offset is in; the number of cells for the end of the line. */
function cellAt(cells: readonly Cell[], offset: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The offset, or the next one if it would cut a surrogate pair; not below zero. */
function startOfCharacter(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}
