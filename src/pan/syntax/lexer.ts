/**
 * The lexer: text → tokens, with comments, annotations and heredoc bodies beside them.
 *
 * As in the reference grammar the longest token wins. The word `template` makes the next word a template's
 * name, whatever it contains; a heredoc begins at the line end after its `<<NAME`. A token that cannot be read
 * is reported, and becomes one that lets the parser go on.
 */

import type { TokenType } from "chevrotain";
import { largestLong } from "../../base/long.ts";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import { annotationProblem } from "./annotation-body.ts";
import type { Annotation, Comment } from "./ast.ts";
import {
  annotationNamePart,
  digit,
  hexDigit,
  identifierPart,
  identifierStart,
  isCharacter,
  octalDigit,
  templateNamePart,
  whitespace,
} from "./characters.ts";
import { decodeDoubleQuoted, decodeSingleQuoted } from "./decode-string.ts";
import { pairToken, singleToken } from "./punctuation.ts";
import { Token, type TokenValue } from "./token.ts";
import * as t from "./tokens.ts";
import { unclosedHeredoc } from "./unclosed-heredoc.ts";
import { describeCharacter, unexpectedHelp } from "./unexpected-character.ts";

/** The text of a heredoc: from the start of its first line to the end of the line with its name. */
export interface HeredocBody {
  readonly start: number;
  readonly end: number;
}

export interface LexResult {
  /** In the order of the text; the last one is the end of the file. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly annotations: readonly Annotation[];
  readonly heredocs: readonly HeredocBody[];
  readonly diagnostics: readonly Diagnostic[];
}

export function lex(text: string, file: string): LexResult {
  return new Lexer(text, file).run();
}

const newline = 10;
const carriageReturn = 13;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const dot = 46;
const at = 64;
const backslash = 92;

/** State of one run; a class because a dozen functions advance the same offset. */
class Lexer {
  private readonly text: string;
  private readonly file: string;
  private offset = 0;
  /** Whether the word `template` has been read and the name has not. */
  private nameExpected = false;
  private readonly tokens: Token[] = [];
  private readonly comments: Comment[] = [];
  private readonly annotations: Annotation[] = [];
  private readonly heredocs: HeredocBody[] = [];
  /** Heredocs whose `<<NAME` has been read and whose text has not. */
  private readonly pending: Token[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  /** The first carriage return from an offset on, and that offset; the end of the text if there is none. */
  private carriage = -1;
  private carriageFrom = 0;
  /** Characters that do not occur in the rest of the text. */
  private readonly absent = new Set<string>();

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
  }

  run(): LexResult {
    const { text } = this;
    while (this.offset < text.length) {
      const code = text.charCodeAt(this.offset);
      if (isCharacter(code, whitespace)) this.space(code);
      else if (code === hash) this.comment();
      else if (code === at) this.annotation();
      else if (this.nameExpected) this.templateName(code);
      else this.token(code);
    }
    this.tokens.push(new Token(t.endOfFile, "", text.length, text.length, undefined));
    this.unclosedHeredocs();
    const { tokens, comments, annotations, heredocs, diagnostics } = this;
    return { tokens, comments, annotations, heredocs, diagnostics };
  }

  // ------------------------------------------------------------------------------------------- trivia

  private space(code: number): void {
    this.offset++;
    if (this.pending.length === 0 || (code !== newline && code !== carriageReturn)) return;
    if (code === carriageReturn && this.text.charCodeAt(this.offset) === newline) this.offset++;
    this.heredocBodies();
  }

  private comment(): void {
    const start = this.offset;
    this.offset = this.lineEnd(start);
    this.comments.push({ kind: "Comment", start, end: this.offset });
  }

  private annotation(): void {
    const { text, offset: start } = this;
    const nameStart = this.skip(start + 1, whitespace);
    const nameEnd = this.skip(nameStart, annotationNamePart);
    const open = this.skip(nameEnd, whitespace);
    const closer = closers[text[open] ?? ""];
    const close = closer === undefined ? -1 : this.find(closer, open + 1);
    if (close < 0) {
      const reason =
        closer === undefined ? "no bracket follows its name" : "its bracket is not closed";
      const end = Math.max(start + 1, nameEnd);
      if (!this.followsUnexpected()) this.refuseAnnotation(start, end, reason);
      return this.push(t.Unexpected, end);
    }
    const name = text.slice(nameStart, nameEnd);
    const body = text.slice(open + 1, close);
    const problem = annotationProblem(name, body);
    if (problem !== undefined) this.refuseAnnotation(start, close + 1, problem);
    this.annotations.push({ kind: "Annotation", name, body, start, end: close + 1 });
    this.offset = close + 1;
  }

  private refuseAnnotation(start: number, end: number, reason: string): void {
    this.report(diagnostic("invalid-annotation", this.span(start, end), { reason }));
  }

  /** Reads the text of all heredocs that were begun on the line before. */
  private heredocBodies(): void {
    const { text } = this;
    for (let marker = this.pending[0]; marker !== undefined; marker = this.pending[0]) {
      const start = this.offset;
      const name = marker.image.slice(2);
      let line = start;
      let end = this.lineEnd(line);
      while (end < text.length && !(end - line === name.length && text.startsWith(name, line))) {
        line = this.afterLineEnd(end);
        end = this.lineEnd(line);
      }
      const closed = end - line === name.length && text.startsWith(name, line);
      marker.value = text.slice(start, closed ? line : end);
      this.heredocs.push({ start, end });
      this.offset = end;
      if (!closed) return;
      this.pending.shift();
      if (this.pending.length > 0) this.offset = this.afterLineEnd(end);
    }
  }

  /** Reports the first one: it has swallowed the text of the others. */
  private unclosedHeredocs(): void {
    for (const marker of this.pending) marker.value ??= "";
    const marker = this.pending[0];
    if (marker === undefined) return;
    this.report(unclosedHeredoc(this.file, this.text, marker));
  }

  // ------------------------------------------------------------------------------------------- tokens

  private templateName(code: number): void {
    const start = this.offset;
    const end = this.skip(start, templateNamePart);
    this.nameExpected = false;
    // Without a name the template is refused anyway; ordinary tokens let the parser say so.
    if (end === start) this.token(code);
    else this.push(t.TemplateName, end);
  }

  private token(code: number): void {
    if (isCharacter(code, identifierStart)) this.word();
    else if (isCharacter(code, digit)) this.number();
    else if (code === singleQuote) this.singleQuoted();
    else if (code === doubleQuote) this.doubleQuoted();
    else this.punctuation(code);
  }

  private word(): void {
    const start = this.offset;
    const end = this.skip(start + 1, identifierPart);
    const word = this.text.slice(start, end);
    const type = t.keywords.get(word) ?? t.contextualWords.get(word) ?? t.Identifier;
    if (type === t.Template) this.nameExpected = true;
    this.tokens.push(new Token(type, word, start, end, undefined));
    this.offset = end;
  }

  private number(): void {
    const { text, offset: start } = this;
    const end = this.skip(start + 1, digit);
    const doubleEnd = this.doubleEnd(end);
    if (doubleEnd > end) {
      return this.push(t.DoubleNumber, doubleEnd, Number(text.slice(start, doubleEnd)));
    }
    if (text.charCodeAt(start) !== 48) return this.long(t.DecimalLong, end, "");
    const mark = text[start + 1];
    const hexEnd = mark === "x" || mark === "X" ? this.skip(start + 2, hexDigit) : 0;
    if (hexEnd > start + 2) return this.long(t.HexadecimalLong, hexEnd, "");
    // Decimal digits end an octal number: `08` is `0` and `8`.
    this.long(t.OctalLong, this.skip(start + 1, octalDigit), "0o");
  }

  /** Where the double ends that begins with the digits before `digitsEnd`; `digitsEnd` if it is none. */
  private doubleEnd(digitsEnd: number): number {
    const { text } = this;
    let end = digitsEnd;
    // A digit must follow the dot: `1..5` is a range.
    if (text.charCodeAt(end) === dot && isCharacter(text.charCodeAt(end + 1), digit)) {
      end = this.skip(end + 2, digit);
    }
    if (text[end] !== "e" && text[end] !== "E") return end;
    const sign = text[end + 1] === "+" || text[end + 1] === "-" ? 1 : 0;
    const exponent = end + 1 + sign;
    const exponentEnd = this.skip(exponent, digit);
    return exponentEnd > exponent ? exponentEnd : end;
  }

  private long(type: TokenType, end: number, radix: string): void {
    const { offset: start } = this;
    const image = this.text.slice(start, end);
    const value = BigInt(radix + image);
    if (value > largestLong) {
      this.report(diagnostic("number-too-large", this.span(start, end), { number: image }));
    }
    this.push(type, end, BigInt.asIntN(64, value));
  }

  private singleQuoted(): void {
    const { text, offset: start } = this;
    let end = start + 1;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === newline || code === carriageReturn) break;
      if (code !== singleQuote) continue;
      if (text.charCodeAt(end + 1) !== singleQuote) {
        const value = decodeSingleQuoted(text.slice(start + 1, end));
        return this.push(t.SingleQuotedString, end + 1, value);
      }
      end++;
    }
    this.unclosedString(t.SingleQuotedString, Math.min(end, text.length));
  }

  /**
   * The longest match: a quote after a backslash may end the string or belong to it, so it ends it only if no
   * other quote of the line (or of its continuation) does. This holds after `\\` too, as in the reference.
   */
  private doubleQuoted(): void {
    const { text, offset: start } = this;
    let close = -1;
    let i = start + 1;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === doubleQuote) {
        close = i;
        if (text.charCodeAt(i - 1) !== backslash) break;
      } else if (code === newline || code === carriageReturn) {
        if (text.charCodeAt(i - 1) !== backslash) break;
        if (code === carriageReturn && text.charCodeAt(i + 1) === newline) i++;
      }
    }
    if (close <= start) return this.unclosedString(t.DoubleQuotedString, this.lineEnd(i));
    this.push(t.DoubleQuotedString, close + 1, this.decode(start + 1, close));
  }

  private decode(start: number, end: number): string {
    const body = this.text.slice(start, end);
    if (!body.includes("\\")) return body;
    const report = (problem: Diagnostic): void => this.report(problem);
    return decodeDoubleQuoted({ file: this.file, offset: start, report }, body);
  }

  /**
   * Takes what the string was probably meant to be: several lines, if its quote follows there before the end of
   * something; otherwise the rest of the line, without what looks like the end of a statement.
   */
  private unclosedString(type: TokenType, limit: number): void {
    const { text, offset: start } = this;
    const quote = text[start] ?? "";
    this.report(diagnostic("unclosed-string", this.span(start, start + 1), { quote }));
    const close = this.find(quote, limit);
    if (close >= 0 && /^[ \t]*[;,)\]}]/.test(text.slice(close + 1, this.lineEnd(close)))) {
      return this.push(type, close + 1, text.slice(start + 1, close));
    }
    let end = limit;
    while (end > start + 1 && " \t\f;,)]}".includes(text[end - 1] ?? "")) end--;
    this.push(type, end, text.slice(start + 1, end));
  }

  private punctuation(code: number): void {
    const { text, offset: start } = this;
    const pair = pairToken(text, start);
    if (pair === t.HeredocMark) return this.heredocMark();
    if (pair !== undefined) return this.push(pair, start + 2);
    const single = singleToken(code);
    if (single === undefined) return this.unexpected();
    this.tokens.push(new Token(single, text[start] as string, start, start + 1, undefined));
    this.offset = start + 1;
  }

  private heredocMark(): void {
    const name = this.offset + 2;
    if (!isCharacter(this.text.charCodeAt(name), identifierStart)) {
      return this.push(t.HeredocMark, name);
    }
    this.push(t.Heredoc, this.skip(name, identifierPart));
    this.pending.push(this.tokens.at(-1) as Token);
  }

  /** Reports the first of several characters in a row. */
  private unexpected(): void {
    const { text, offset: start } = this;
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    const end = start + character.length;
    if (!this.followsUnexpected()) {
      const args = { character: describeCharacter(character) };
      const help = unexpectedHelp(character);
      this.report(diagnostic("unexpected-character", this.span(start, end), args, { help }));
    }
    this.push(t.Unexpected, end);
  }

  private followsUnexpected(): boolean {
    const last = this.tokens.at(-1);
    return last !== undefined && last.tokenType === t.Unexpected && last.end === this.offset;
  }

  // ------------------------------------------------------------------------------------------ helpers

  private push(type: TokenType, end: number, value?: TokenValue): void {
    const start = this.offset;
    this.tokens.push(new Token(type, this.text.slice(start, end), start, end, value));
    this.offset = end;
  }

  /** `indexOf`, which looks only once for what is not there. */
  private find(wanted: string, from: number): number {
    if (this.absent.has(wanted)) return -1;
    const found = this.text.indexOf(wanted, from);
    if (found < 0) this.absent.add(wanted);
    return found;
  }

  private skip(from: number, bits: number): number {
    const { text } = this;
    let end = from;
    while (isCharacter(text.charCodeAt(end), bits)) end++;
    return end;
  }

  /** Where the line that contains `from` ends. */
  private lineEnd(from: number): number {
    const { text } = this;
    const feed = text.indexOf("\n", from);
    const end = feed < 0 ? text.length : feed;
    // Looked for once, and again only behind the one that was found.
    if (from < this.carriageFrom || from > this.carriage) {
      const found = text.indexOf("\r", from);
      this.carriageFrom = from;
      this.carriage = found < 0 ? text.length : found;
    }
    return Math.min(end, this.carriage);
  }

  private afterLineEnd(end: number): number {
    const long =
      this.text.charCodeAt(end) === carriageReturn && this.text.charCodeAt(end + 1) === newline;
    return Math.min(end + (long ? 2 : 1), this.text.length);
  }

  private span(start: number, end: number): Span {
    return { file: this.file, start, end: Math.min(end, this.text.length) };
  }

  private report(problem: Diagnostic): void {
    this.diagnostics.push(problem);
  }
}

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
