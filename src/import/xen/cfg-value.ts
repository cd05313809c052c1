/** What a configuration of xl says, with the places where it says it. */

import type { Span } from "../../text/span.ts";

export interface CfgText {
  readonly kind: "text";
  readonly text: string;
  /** Whether it is written without quotes. */
  readonly isBare: boolean;
  readonly start: number;
  readonly end: number;
  /** Where each character of the text is written; one more for its end. */
  readonly offsets: readonly number[];
}

export interface CfgList {
  readonly kind: "list";
  readonly items: readonly CfgItem[];
  readonly start: number;
  readonly end: number;
}

export type CfgItem = CfgText | CfgList;

export interface CfgSetting {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: CfgItem;
  /** Whether something was added to it, after which xl takes it for no number. */
  readonly isSum: boolean;
}

/** A piece of a text, with its place; device specifications are cut into these. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function pieceOf(value: CfgText, from = 0, to = value.text.length): Piece {
  const start = value.offsets[from] ?? value.start;
  const end = value.offsets[to] ?? value.end;
  return { text: value.text.slice(from, to), start, end };
}

/** The places of a text that is written as it is read, from `start` on. */
export function plainOffsets(start: number, length: number): readonly number[] {
  return Array.from({ length: length + 1 }, (_, index) => start + index);
}

/** A text that is written nowhere as it is: all of it stands at one place. */
export function madeText(
  text: string,
  isBare: boolean,
  { start, end }: { readonly start: number; readonly end: number },
): CfgText {
  const offsets = Array.from({ length: text.length + 1 }, () => start);
  return { kind: "text", text, isBare, start, end, offsets };
}

export function spanOf(
  file: string,
  place: { readonly start: number; readonly end: number },
): Span {
  return { file, start: place.start, end: place.end };
}
