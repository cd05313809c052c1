/**
 * The lines of a template, told apart as panlint does it.
 *
 * Lines that an annotation or the text of a heredoc touches are left alone, lines with a comment only are passed
 * over, and a comment at the end of a line does not belong to its code.
 */

import type { Located } from "../../text/span.ts";
import type { LexResult } from "../syntax/lexer.ts";

export interface Line extends Located {
  /** `empty` has no character at all: a line of white space is code. */
  readonly kind: "empty" | "comment" | "ignored" | "code";
  /** Where the code ends: before the comment at the end of the line and the white space in front of it. */
  readonly codeEnd: number;
  /** Whether the line begins inside a string that began on another one. */
  readonly startsInString: boolean;
}

export function linesOf(text: string, lexed: LexResult): readonly Line[] {
  const places = linePlaces(text);
  const ignored = new Set<number>();
  for (const { start, end } of [...lexed.annotations, ...lexed.heredocs]) {
    const last = indexAt(places, end);
    for (let i = indexAt(places, start); i <= last; i++) ignored.add(i);
  }
  const inString = new Set<number>();
  for (const { startOffset, end, image } of lexed.tokens) {
    if (!/[\r\n]/.test(image)) continue;
    const last = indexAt(places, end);
    for (let i = indexAt(places, startOffset) + 1; i <= last; i++) inString.add(i);
  }
  const comments = new Map(lexed.comments.map(({ start }) => [indexAt(places, start), start]));
  return places.map((place, i) => {
    const comment = comments.get(i);
    const code = text.slice(place.start, comment ?? place.end);
    const codeEnd = comment === undefined ? place.end : place.start + code.trimEnd().length;
    const kind = ignored.has(i) ? "ignored" : kindOf(place, comment, codeEnd);
    return { ...place, kind, codeEnd, startsInString: inString.has(i) };
  });
}

function kindOf({ start, end }: Located, comment: number | undefined, codeEnd: number) {
  if (start === end) return "empty";
  return comment !== undefined && codeEnd === start ? "comment" : "code";
}

function linePlaces(text: string): readonly Located[] {
  const places: Located[] = [];
  let start = 0;
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) {
    places.push({ start, end: index });
    start = index + lineEnd.length;
  }
  return [...places, { start, end: text.length }];
}

/** Index of the line that an offset is on. */
export function indexAt(lines: readonly Located[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as Located).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
