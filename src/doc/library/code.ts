/** Source text in pieces: names that the library declares can be followed, and records are shortened. */

import type { Located } from "../../text/span.ts";
import type { DocSource } from "./doc-source.ts";
import type { Code, CodePiece, Reference } from "./library.ts";
import { isCreate, type NameIndex } from "./name-index.ts";

/** A part of the text that is no plain text. */
interface Mark extends Located {
  readonly text: string;
  readonly refers: Reference | undefined;
}

/** Gives the code of parts of a template. */
export type CodeOf = (part: Located) => Code;

/** What is longer than this is cut at the end of a line. */
const longest = 600;

export function codeOf(from: DocSource, index: NameIndex): CodeOf {
  const marks = marksOf(from, index);
  const { text } = from.source;
  return (part) => shortened(aligned(piecesOf(text, part, marks), indentAt(text, part.start)));
}

function piecesOf(text: string, { start, end }: Located, marks: readonly Mark[]): Code {
  const pieces: CodePiece[] = [];
  let at = start;
  for (let i = firstFrom(marks, start); at < end; i++) {
    const mark = marks[i];
    if (mark === undefined || mark.start >= end) break;
    if (mark.start < at || mark.end > end) continue;
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start) });
    const { text: shown, refers } = mark;
    pieces.push(refers === undefined ? { text: shown } : { text: shown, refers });
    at = mark.end;
  }
  return at < end ? [...pieces, { text: text.slice(at, end) }] : pieces;
}

/** A type on one line, as most are written. */
export function typeCodeOf(code: CodeOf): CodeOf {
  return (part) => {
    const pieces = code(part);
    if (pieces.some(({ text }) => text.includes("#"))) return pieces;
    return pieces.map((piece) => ({
      ...piece,
      text: piece.text
        .replace(/\s*\n\s*/g, " ")
        .replaceAll("( ", "(")
        .replaceAll(" )", ")"),
    }));
  };
}

export function codeText(code: Code): string {
  return code.map(({ text }) => text).join("");
}

function marksOf(from: DocSource, index: NameIndex): readonly Mark[] {
  const { nodes } = from.source;
  const marks: Mark[] = [];
  const mark = (kind: Reference["kind"], name: string, start: number): void => {
    const refers = index.reference(kind, name, from);
    if (refers !== undefined) marks.push({ start, end: start + name.length, text: name, refers });
  };
  for (const { start, end } of nodes("RecordType")) {
    marks.push({ start, end, text: "{…}", refers: undefined });
  }
  for (const { name, start } of nodes("NamedType")) mark("type", name, start);
  for (const { type } of nodes("IncludeFields")) mark("type", type.text, type.start);
  for (const { name } of nodes("VariableReference")) mark("variable", name.text, name.start);
  for (const call of nodes("CallExpression")) {
    mark("function", call.name.text, call.name.start);
    const [first] = call.args;
    const isName = isCreate(call) || call.name.text === "if_exists";
    if (isName && first?.kind === "StringLiteral") mark("template", first.value, first.start + 1);
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The first mark that does not begin before an offset. */
function firstFrom(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function indentAt(text: string, offset: number): number {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0].length ?? 0;
}

/** Takes off what the lines behind the first one are indented by. */
function aligned(pieces: readonly CodePiece[], indent: number): Code {
  const margin = new RegExp(`\\n[ \\t]{0,${indent}}`, "g");
  return pieces.map((piece) =>
    piece.text.includes("\n")
      ? { ...piece, text: piece.text.replace(/\r\n?/g, "\n").replace(margin, "\n") }
      : piece,
  );
}

function shortened(code: Code): Code {
  let length = 0;
  const kept: CodePiece[] = [];
  for (const piece of code) {
    length += piece.text.length;
    if (length > longest) {
      const room = piece.text.slice(0, piece.text.length - (length - longest));
      // Not within a word, let alone within a character.
      return [...kept, { text: `${room.replace(/[^\s]*$/, "").trimEnd()} …` }];
    }
    kept.push(piece);
  }
  return kept;
}
