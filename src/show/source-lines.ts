/** Statements as their templates have them, one line of each. */

import { type SourceLookup, sourceTexts } from "../diagnostics/source-text.ts";
import type { Span } from "../text/span.ts";

/** The first line of what a span covers, with a sign where more follow; undefined where nobody has the text. */
export type SourceLine = (span: Span) => string | undefined;

const longest = 160;

export function sourceLines(lookup: SourceLookup): SourceLine {
  const textOf = sourceTexts(lookup);
  return (span) => {
    const source = textOf(span.file);
    if (source === undefined) return undefined;
    const [first = "", ...more] = source.text
      .slice(span.start, span.end)
      .trimEnd()
      .split(/\r\n?|\n/);
    const line = first.trimEnd();
    const isShortened = more.length > 0 || line.length > longest;
    return isShortened ? `${line.slice(0, longest)} …` : line;
  };
}
