/**
 * Offsets to lines and columns, and back.
 *
 * Lines end with `\n`, `\r\n` or a lone `\r`, as in the Pan grammar. Lines and columns are counted
 * from 1, columns in UTF-16 code units.
 */

export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface LineIndex {
  /** Number of lines; a text that ends with a line end has an empty last line. */
  readonly lineCount: number;
  /** Position of an offset; offsets outside the text are clamped. */
  position(offset: number): Position;
  /**
   * Offset of a position; the line is clamped to the text and the column to the line. The place between `\r` and
   * `\n` has a column of its own, so that every offset comes back.
   */
  offset(line: number, column: number): number;
  /** Text of a line, without its line end; empty for a line that does not exist. */
  lineText(line: number): string;
}

export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[line - 1] ?? text.length;
  const endOf = (line: number): number => lineEnd(text, starts[line]);
  return {
    lineCount: starts.length,
    position(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = lastNotAfter(starts, clamped) + 1;
      return { line, column: clamped - startOf(line) + 1, offset: clamped };
    },
    offset(line, column) {
      const known = Math.max(1, Math.min(line, starts.length));
      const wanted = startOf(known) + Math.max(0, column - 1);
      const end = endOf(known);
      const insideLineEnd = wanted === end + 1 && text[end] === "\r" && text[wanted] === "\n";
      return wanted <= end || insideLineEnd ? wanted : end;
    },
    lineText: (line) => (line < 1 ? "" : text.slice(startOf(line), endOf(line))),
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Where a line ends, without its line end, if the next one starts at `next`. */
function lineEnd(text: string, next: number | undefined): number {
  if (next === undefined) return text.length;
  return text[next - 1] === "\n" && text[next - 2] === "\r" ? next - 2 : next - 1;
}

/** Index of the last element that is not greater than `wanted`. */
function lastNotAfter(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
