/** White space beside tokens, on their line. */

import type { TextEdit } from "../../../text/edit.ts";
import type { Located } from "../../../text/span.ts";

/**
 * The white space behind an offset; undefined where no more code follows on the line: it ends, or a comment or an
 * annotation begins.
 */
export function spaceAfter(text: string, offset: number): Located | undefined {
  let end = offset;
  while (isBlank(text[end])) end++;
  const next = text[end];
  const lineEnds = next === undefined || next === "\n" || next === "\r";
  return lineEnds || next === "#" || next === "@" ? undefined : { start: offset, end };
}

/** The white space before an offset; undefined where the line begins with it. */
export function spaceBefore(text: string, offset: number): Located | undefined {
  let start = offset;
  while (isBlank(text[start - 1])) start--;
  const previous = text[start - 1];
  const lineBegins = previous === undefined || previous === "\n" || previous === "\r";
  return lineBegins ? undefined : { start, end: offset };
}

export function widthOf({ start, end }: Located): number {
  return end - start;
}

export function replacing({ start, end }: Located, text: string): TextEdit {
  return { start, end, text };
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t" || character === "\f";
}
