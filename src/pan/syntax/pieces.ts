/** A text cut into tokens and what stands between them, with nothing left out: for tools that keep the layout. */

import type { Located } from "../../text/span.ts";
import type { LexResult } from "./lexer.ts";

export interface Piece extends Located {
  readonly kind: "token" | "comment" | "annotation" | "heredoc" | "space";
}

/** The pieces in the order of the text; joined, they are the text. */
export function pieces(lexed: LexResult): readonly Piece[] {
  const solid: readonly Piece[] = [
    ...lexed.tokens.map(({ startOffset, end }) => piece("token", startOffset, end)),
    ...lexed.comments.map(({ start, end }) => piece("comment", start, end)),
    ...lexed.annotations.map(({ start, end }) => piece("annotation", start, end)),
    ...lexed.heredocs.map(({ start, end }) => piece("heredoc", start, end)),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const all: Piece[] = [];
  let at = 0;
  for (const next of solid) {
    if (next.start > at) all.push(piece("space", at, next.start));
    // The end of the file is a token without text, behind the last space.
    if (next.end > next.start) all.push(next);
    at = next.end;
  }
  return all;
}

function piece(kind: Piece["kind"], start: number, end: number): Piece {
  return { kind, start, end };
}
