/**
 * Spans: a piece of a source file, as UTF-16 offsets.
 *
 * Lines and columns are made at the edge, by `line-index.ts`.
 */

/** Half-open range `[start, end)` of UTF-16 code units in `file`. */
export interface Span {
  /** Path of the file as the host knows it; the empty string when there is no file (command line, internal). */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What has a place in a file that is known from the context. */
export interface Located {
  readonly start: number;
  readonly end: number;
}

/** The span of a node of `file`. */
export function spanIn(file: string, node: Located): Span {
  return { file, start: node.start, end: node.end };
}

/** A span that names no place. */
export const noSpan: Span = { file: "", start: 0, end: 0 };

/** The order of the text; of two that begin at one place, the longer one first. */
export function compareLocated(a: Located, b: Located): number {
  return a.start - b.start || b.end - a.end;
}

/** Whether an offset is in a piece; its end counts as inside. */
export function isAround({ start, end }: Located, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Whether two pieces overlap, or one begins where the other ends. */
export function touches(a: Located, b: Located): boolean {
  return a.start <= b.end && b.start <= a.end;
}
