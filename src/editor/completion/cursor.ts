/**
 * What stands before the cursor: the statement that is being written, the brackets that are open, and the word or text
 * that is half typed. By tokens alone: while something is typed there is seldom a syntax tree that holds it.
 */

import { type LexResult, lex } from "../../pan/syntax/lexer.ts";
import type { Token } from "../../pan/syntax/token.ts";
import * as t from "../../pan/syntax/tokens.ts";
import type { EditorFile } from "../files/editor-file.ts";
import { type ScannedStatement, scanStatement } from "./scan-statement.ts";
import { isText } from "./text-token.ts";

export interface Cursor extends ScannedStatement {
  readonly file: EditorFile;
  readonly offset: number;
  readonly written: Written;
}

/** What the cursor stands in, or behind. */
export type Written =
  /** Between tokens. */
  | { readonly kind: "nothing" }
  /** A name or a word of the language; `text` is what is typed of it. */
  | { readonly kind: "word"; readonly text: string; readonly start: number }
  /** Text whose quote is open; `text` is as it is typed, without the quote. */
  | { readonly kind: "string"; readonly text: string; readonly start: number }
  | { readonly kind: "annotation-name"; readonly text: string; readonly start: number }
  | { readonly kind: "annotation-body"; readonly text: string; readonly start: number }
  /** A comment, a heredoc, a number: nothing is to be said there. */
  | { readonly kind: "silence" };

export function cursorAt(file: EditorFile, offset: number): Cursor {
  const text = file.text.slice(0, offset);
  const lexed = lex(text, file.path);
  // The end of the file is no token that anybody wrote.
  const tokens = lexed.tokens.slice(0, -1);
  const last = tokens.at(-1);
  const written = writtenAt(text, lexed, tokens);
  const isHalf = written.kind === "word" || written.kind === "string";
  const before = isHalf && last !== undefined ? tokens.slice(0, -1) : tokens;
  const half = isHalf ? last : undefined;
  return { file, offset, written, ...scanStatement(text, before, half) };
}

function writtenAt(text: string, lexed: LexResult, tokens: readonly Token[]): Written {
  const silence: Written = { kind: "silence" };
  const comment = lexed.comments.at(-1);
  const last = tokens.at(-1);
  if (comment?.end === text.length && comment.start >= (last?.end ?? 0)) return silence;
  const annotation = openAnnotation(text, tokens);
  if (annotation !== undefined) return annotation;
  if (isInHeredoc(text, lexed, tokens)) return silence;
  if (last === undefined) return { kind: "nothing" };
  if (isText(last)) {
    const start = last.startOffset + 1;
    return isOpenText(text, last, lexed)
      ? { kind: "string", text: text.slice(start), start }
      : endOf(text, last);
  }
  if (last.end !== text.length) return { kind: "nothing" };
  if (/^\d/.test(last.image) || last.tokenType === t.Heredoc) return silence;
  if (!/^\w/.test(last.image)) return { kind: "nothing" };
  return { kind: "word", text: last.image, start: last.startOffset };
}

/** Directly behind a closed text nothing can be written. */
function endOf(text: string, { end }: Token): Written {
  return { kind: end === text.length ? "silence" : "nothing" };
}

/** The lexer has reported its quote, and the line goes on to the cursor. */
function isOpenText(text: string, { startOffset }: Token, { diagnostics }: LexResult): boolean {
  const isReported = diagnostics.some(
    ({ span }) => span.start === startOffset && span.end === startOffset + 1,
  );
  return isReported && !/[\r\n]/.test(text.slice(startOffset));
}

/** The first `@` that the lexer could make nothing of: its bracket is not closed, or not there yet. */
function openAnnotation(text: string, tokens: readonly Token[]): Written | undefined {
  for (const token of tokens) {
    if (token.tokenType !== t.Unexpected || !token.image.startsWith("@")) continue;
    const match = /^@\s*([\w.-]*)(\s*[({[])?/.exec(text.slice(token.startOffset));
    const [whole = "", name = "", bracket] = match ?? [];
    const end = token.startOffset + whole.length;
    if (bracket !== undefined) return bodyAt(text, end);
    if (end === text.length) {
      return { kind: "annotation-name", text: name, start: end - name.length };
    }
  }
  return undefined;
}

/** A key can stand at the beginning of a line of the body. */
function bodyAt(text: string, from: number): Written {
  const line = /(?:^|[\r\n])[ \t]*([\w.-]*)$/.exec(text.slice(from));
  const key = line?.[1];
  if (key === undefined) return { kind: "silence" };
  return { kind: "annotation-body", text: key, start: text.length - key.length };
}

function isInHeredoc(text: string, { heredocs }: LexResult, tokens: readonly Token[]): boolean {
  const body = heredocs.at(-1);
  if (body === undefined || body.end !== text.length) return false;
  const marker = tokens.findLast(({ tokenType }) => tokenType === t.Heredoc);
  const line = text.slice(Math.max(body.start, text.lastIndexOf("\n") + 1));
  // On the line with its name the heredoc is over, and nothing else can be written there.
  return marker !== undefined && (line === marker.image.slice(2) || body.end === text.length);
}
