/** The layout of a part of a text, as few and small edits: what an editor asks for. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { TextEdit } from "../../text/edit.ts";
import { type Located, touches } from "../../text/span.ts";
import { lex } from "../syntax/lexer.ts";
import { type Piece, pieces } from "../syntax/pieces.ts";
import { type FormatOptions, formatParts, separatorAfter } from "./format-template.ts";

export interface FormatEdits {
  /** In the order of the text; none if it is as it should be, or has syntax errors. */
  readonly edits: readonly TextEdit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The edits that bring a whole text into its layout. */
export function formatEdits(text: string, options: FormatOptions): FormatEdits {
  return formatRange(text, 0, text.length, options);
}

/** The edits for the lines that a range touches. Statements are laid out as wholes, but changed only there. */
export function formatRange(
  text: string,
  start: number,
  end: number,
  options: FormatOptions,
): FormatEdits {
  const { parts, diagnostics } = formatParts(text, options);
  if (parts === undefined) return { edits: [], diagnostics };
  const range = wholeLines(text, { start, end });
  const edits = parts.flatMap((part, i) => {
    if (!touches(part, range)) return [];
    const previous = parts[i - 1];
    const before = previous === undefined ? "" : separatorAfter(previous);
    const after = i === parts.length - 1 ? "\n" : "";
    return editsBetween(text, part, `${before}${part.formatted}${after}`);
  });
  return { edits: edits.filter((edit) => touches(edit, range)), diagnostics: [] };
}

function wholeLines(text: string, { start, end }: Located): Located {
  const next = text.indexOf("\n", end);
  const lineStart = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
  return { start: lineStart, end: next < 0 ? text.length : next };
}

/** The edits that turn a part of the text into another: what stands between tokens, where that is all. */
function editsBetween(text: string, { start, end }: Located, wanted: string): readonly TextEdit[] {
  const written = text.slice(start, end);
  if (written === wanted) return [];
  const edits = gapEdits(written, wanted) ?? [outerEdit(written, wanted)];
  return edits.map((edit) => ({
    start: edit.start + start,
    end: edit.end + start,
    text: edit.text,
  }));
}

/** Undefined if the two have not the same pieces in the same order, as where a heredoc goes to another line. */
function gapEdits(written: string, wanted: string): readonly TextEdit[] | undefined {
  const from = solidPieces(written);
  const to = solidPieces(wanted);
  const edits: TextEdit[] = [];
  let at = 0;
  let [isAdded, isRemoved] = [false, false];
  let reached = 0;
  let wantedReached = 0;
  const close = (end: number, wantedEnd: number): void => {
    const gap = wanted.slice(wantedReached, wantedEnd);
    if (gap !== written.slice(reached, end)) edits.push({ start: reached, end, text: gap });
  };
  for (const piece of from) {
    const old = written.slice(piece.start, piece.end);
    const found = matching(piece, old, to, at, wanted);
    if (found === undefined) {
      if (!isOptional(old)) return undefined;
      isRemoved = true;
      continue;
    }
    if (found > at) isAdded = true;
    const next = to[found] as Piece;
    close(piece.start, next.start);
    const text = wanted.slice(next.start, next.end);
    if (text !== old) edits.push({ start: piece.start, end: piece.end, text });
    reached = piece.end;
    wantedReached = next.end;
    at = found + 1;
  }
  // What is removed here and added there has moved: the one must not happen without the other.
  if (isRemoved && (isAdded || at < to.length)) return undefined;
  close(written.length, wanted.length);
  return edits;
}

/** The piece that stands for an old one: the next, or the one behind what the layout has added. */
function matching(
  piece: Piece,
  old: string,
  to: readonly Piece[],
  at: number,
  wanted: string,
): number | undefined {
  for (let i = at; i < to.length; i++) {
    const { kind, start, end } = to[i] as Piece;
    const text = wanted.slice(start, end);
    if (kind === piece.kind && (kind === "annotation" || text.trimEnd() === old.trimEnd()))
      return i;
    if (!isOptional(text)) return undefined;
  }
  return undefined;
}

function isOptional(text: string): boolean {
  return text === "," || text === ";";
}

function solidPieces(text: string): readonly Piece[] {
  return pieces(lex(text, "")).filter(({ kind }) => kind !== "space");
}

/** One edit for all that differs. */
function outerEdit(written: string, wanted: string): TextEdit {
  const most = Math.min(written.length, wanted.length);
  let head = 0;
  while (head < most && written[head] === wanted[head]) head++;
  let tail = 0;
  while (tail < most - head && written.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  return {
    start: head,
    end: written.length - tail,
    text: wanted.slice(head, wanted.length - tail),
  };
}
