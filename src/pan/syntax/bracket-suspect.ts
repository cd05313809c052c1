/**
 * Which bracket was really forgotten. When a `}` is missing, the one that is left over belongs to an inner `{`
 * for the parser, but to an outer one for the person who indented it.
 */

import type { Token } from "./token.ts";
import * as t from "./tokens.ts";

interface OpenBrace {
  readonly token: Token;
  readonly indent: number;
}

/**
 * The first `{` after `opener` whose `}` stands further left than its own line, or `undefined`. Looks at the
 * tokens before the offset `end`.
 */
export function suspectBrace(
  text: string,
  tokens: readonly Token[],
  opener: Token,
  end: number,
): Token | undefined {
  const open: OpenBrace[] = [];
  let line = lineAt(text, opener.startOffset);
  let from = opener.end;
  for (let i = indexAfter(tokens, opener.startOffset); i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.startOffset >= end) break;
    const lineEnd = lastLineEnd(text, from, token.startOffset);
    if (lineEnd >= 0) line = lineAt(text, lineEnd + 1);
    from = token.end;
    if (token.tokenType === t.LeftBrace) {
      open.push({ token, indent: line.indent });
    } else if (token.tokenType === t.RightBrace) {
      const closed = open.pop();
      const isFirst = line.start + line.indent === token.startOffset;
      if (closed !== undefined && isFirst && line.indent < closed.indent) return closed.token;
    }
  }
  return undefined;
}

/** The index of the first token that begins after the offset. */
function indexAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).startOffset > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Line {
  readonly start: number;
  /** Number of blanks it begins with. */
  readonly indent: number;
}

function lineAt(text: string, offset: number): Line {
  const start = lastLineEnd(text, 0, offset) + 1;
  let first = start;
  while (text[first] === " " || text[first] === "\t") first++;
  return { start, indent: first - start };
}

/** The last line end in a range, or -1. */
function lastLineEnd(text: string, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    if (text[i] === "\n" || text[i] === "\r") return i;
  }
  return -1;
}
