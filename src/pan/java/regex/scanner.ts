/**
 * Reading a pattern: its code points, a cursor, and the flags that hold at the cursor.
 *
 * `peek`, `next` and `read` pass over white space and comments while COMMENTS holds; the `…Escaped` ones do
 * not. The names and the meaning of the positions are those that Java's grammar is explained with: past the end
 * every code point is 0.
 */

import { COMMENTS, UNIX_LINES } from "./flags.ts";
import { RegexProblem } from "./problem.ts";
import { removeQuotation } from "./quotation.ts";

export class PatternScanner {
  cursor = 0;
  flags: number;
  /** Number of code points. */
  readonly length: number;
  private readonly codes: number[];

  constructor(pattern: string, flags: number) {
    this.codes = removeQuotation([...pattern].map((char) => char.codePointAt(0) as number));
    this.length = this.codes.length;
    this.flags = flags;
  }

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  /** The code point at a position. */
  at(position: number): number {
    return this.codes[position] ?? 0;
  }

  /** The text between two positions. */
  text(start: number, end: number): string {
    return String.fromCodePoint(...this.codes.slice(start, end));
  }

  get atEnd(): boolean {
    return this.cursor >= this.length;
  }

  peek(): number {
    return this.skipBlanksHere(this.at(this.cursor));
  }

  /** Takes the code point at the cursor. */
  read(): number {
    const code = this.at(this.cursor++);
    return this.has(COMMENTS) ? this.skipBlanksAfter(code) : code;
  }

  /** Moves on and gives the code point there. */
  next(): number {
    return this.skipBlanksHere(this.at(++this.cursor));
  }

  nextEscaped(): number {
    return this.at(++this.cursor);
  }

  /** Passes the code point at the cursor and takes the one after it. */
  skip(): number {
    this.cursor += 2;
    return this.at(this.cursor - 1);
  }

  unread(): void {
    this.cursor--;
  }

  /** Takes one code point, which must be this one. */
  expect(code: number, message: string): void {
    if (this.read() !== code) this.fail(message);
  }

  /** Refuses the pattern; the place is that of the last code point that was taken, unless it is given. */
  fail(message: string, at: number = this.cursor - 1): never {
    throw new RegexProblem("invalid", message, Math.max(0, Math.min(at, this.length)));
  }

  failUnsupported(what: string): never {
    throw new RegexProblem(
      "unsupported",
      what,
      Math.max(0, Math.min(this.cursor - 1, this.length)),
    );
  }

  /** With COMMENTS, moves the cursor to the next significant code point. */
  private skipBlanksHere(code: number): number {
    if (!this.has(COMMENTS)) return code;
    let here = code;
    while (isSpace(here) || here === HASH) {
      while (isSpace(here)) here = this.at(++this.cursor);
      if (here === HASH) here = this.skipCommentHere();
    }
    return here;
  }

  private skipCommentHere(): number {
    let here = this.at(++this.cursor);
    while (here !== 0 && !this.isLineEnd(here)) here = this.at(++this.cursor);
    return here;
  }

  /** The same for a code point that is already taken. */
  private skipBlanksAfter(code: number): number {
    let taken = code;
    while (isSpace(taken) || taken === HASH) {
      while (isSpace(taken)) taken = this.at(this.cursor++);
      if (taken === HASH) taken = this.skipCommentAfter();
    }
    return taken;
  }

  private skipCommentAfter(): number {
    let taken = this.at(this.cursor++);
    while (taken !== 0 && !this.isLineEnd(taken)) taken = this.at(this.cursor++);
    if (taken !== 0 || this.cursor <= this.length) return taken;
    this.cursor = this.length;
    return this.at(this.cursor++);
  }

  private isLineEnd(code: number): boolean {
    return this.has(UNIX_LINES) ? code === 0x0a : isLineTerminator(code);
  }
}

/** Java's line terminators besides the pair CR LF. */
export function isLineTerminator(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

const HASH = 0x23;

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
