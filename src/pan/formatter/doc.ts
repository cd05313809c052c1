/**
 * Documents: what to print, and where it may be broken into lines. The printer decides.
 *
 * The idea is Wadler's ("A prettier printer"): a group is printed on one line if it fits, else all of its own lines
 * break. Comments, annotations and heredocs have documents of their own, since each of them ends a line.
 */

import { assertNever } from "../../base/assert-never.ts";

export type Doc =
  | string
  | readonly Doc[]
  | Indent
  | Group
  | Line
  | IfBroken
  | TrailingComment
  | OwnLine
  | Heredoc;

export interface Indent {
  readonly kind: "Indent";
  readonly content: Doc;
}

export interface Group {
  readonly kind: "Group";
  readonly content: Doc;
  /** Whether something inside needs a line of its own, so that one line will not do. */
  readonly broken: boolean;
  /** Whether it ends in a comment: it may stand on one line itself, but what contains it may not. */
  readonly endsLine: boolean;
}

export interface Line {
  readonly kind: "Line";
  /** What stands instead where the group fits on one line. */
  readonly flat: "" | " ";
  readonly hard: boolean;
  /** Whether an empty line follows. */
  readonly blank: boolean;
}

/** What is printed only where the group is broken. */
export interface IfBroken {
  readonly kind: "IfBroken";
  readonly text: string;
}

/** A comment behind what is on the line: the next text begins a line. */
export interface TrailingComment {
  readonly kind: "TrailingComment";
  readonly text: string;
}

/** A comment or an annotation on lines of its own. */
export interface OwnLine {
  readonly kind: "OwnLine";
  readonly role: "comment" | "annotation";
  readonly text: string;
  /** The indentation of its first line in the source, from which that of the others is taken. */
  readonly column: number;
}

/** The `<<NAME` of a heredoc, and the lines that follow the line on which it stands. */
export interface Heredoc {
  readonly kind: "Heredoc";
  readonly mark: string;
  readonly body: string;
}

export const line: Line = { kind: "Line", flat: " ", hard: false, blank: false };
export const softLine: Line = { kind: "Line", flat: "", hard: false, blank: false };
export const hardLine: Line = { kind: "Line", flat: "", hard: true, blank: false };
export const blankLine: Line = { kind: "Line", flat: "", hard: true, blank: true };

export function indent(...content: readonly Doc[]): Indent {
  return { kind: "Indent", content };
}

export function group(...content: readonly Doc[]): Group {
  const broken = needsLines(content);
  return { kind: "Group", content, broken, endsLine: !broken && endsInComment(content) };
}

export function ifBroken(text: string): IfBroken {
  return { kind: "IfBroken", text };
}

/**
 * Whether a document cannot stand on one line; a comment at its very end is no reason. Groups know it, so that each
 * is asked once.
 */
export function needsLines(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (!("kind" in doc)) return partsNeedLines(doc);
  switch (doc.kind) {
    case "Group":
      return doc.broken;
    case "Indent":
      return needsLines(doc.content);
    case "Line":
      return doc.hard;
    case "OwnLine":
      return true;
    case "TrailingComment":
    case "IfBroken":
    case "Heredoc":
      return false;
    default:
      return assertNever(doc);
  }
}

function partsNeedLines(parts: readonly Doc[]): boolean {
  let endsLine = false;
  for (const part of parts) {
    if (endsLine && !isEmpty(part)) return true;
    if (needsLines(part)) return true;
    endsLine ||= endsInComment(part);
  }
  return false;
}

function endsInComment(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if ("kind" in doc) {
    if (doc.kind === "Group") return doc.endsLine;
    if (doc.kind === "Indent") return endsInComment(doc.content);
    return doc.kind === "TrailingComment";
  }
  const last = doc.findLast((part) => !isEmpty(part));
  return last !== undefined && endsInComment(last);
}

function isEmpty(doc: Doc): boolean {
  return typeof doc === "string" ? doc === "" : !("kind" in doc) && doc.every(isEmpty);
}
