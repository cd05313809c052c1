/** The texts that diagnostics point into. */

import { type LineIndex, lineIndex, type Position } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";

/** Text of a file as it was read for the compilation; undefined when nobody has it. */
export type SourceLookup = (file: string) => string | undefined;

export interface SourceText {
  readonly text: string;
  readonly lines: LineIndex;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Looks each file up once, and finds its lines once. */
export function sourceTexts(lookup: SourceLookup): (file: string) => SourceText | undefined {
  const known = new Map<string, SourceText | undefined>();
  return (file) => {
    if (!known.has(file)) {
      const text = file === "" ? undefined : lookup(file);
      known.set(file, text === undefined ? undefined : { text, lines: lineIndex(text) });
    }
    return known.get(file);
  };
}

export function rangeOf(source: SourceText, span: Pick<Span, "start" | "end">): Range {
  const start = source.lines.position(span.start);
  const end = source.lines.position(Math.max(span.start, span.end));
  return { start, end };
}
