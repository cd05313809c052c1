/** Texts as the client edits them. */

import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { type LineIndex, lineIndex } from "../text/line-index.ts";

/** The text after the changes of a message: each is of the text that the one before it has left. */
export function editedText(
  text: string,
  changes: readonly TextDocumentContentChangeEvent[],
): string {
  return changes.reduce(edited, text);
}

/**
 * The offset of a position of the protocol, which counts from 0: one behind the end of its line stands for the end, one
 * behind the last line for the end of the text.
 */
export function offsetAt(lines: LineIndex, line: number, character: number): number {
  if (line < 0) return 0;
  const last = lines.lineCount - 1;
  if (line > last) return lines.offset(last + 1, Number.MAX_SAFE_INTEGER);
  const start = lines.offset(line + 1, 1);
  return start + Math.min(Math.max(0, character), lines.lineText(line + 1).length);
}

function edited(text: string, change: TextDocumentContentChangeEvent): string {
  if (!("range" in change)) return change.text;
  const lines = lineIndex(text);
  const { start, end } = change.range;
  const [a, b] = [
    offsetAt(lines, start.line, start.character),
    offsetAt(lines, end.line, end.character),
  ];
  // A range may be given backwards.
  return text.slice(0, Math.min(a, b)) + change.text + text.slice(Math.max(a, b));
}
