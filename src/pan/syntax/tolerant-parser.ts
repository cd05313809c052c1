/**
 * Errors: how the parser says what is missing, and goes on.
 *
 * Chevrotain is asked to take a token only when it is there, so it never fails. A missing token is reported and
 * made up; a gap becomes a `MissingExpression`. One mistake is one message: after an error the parser is silent
 * until it has found its way back, at the next statement (while editing: at the next expression of a block).
 */

import type { TokenType } from "chevrotain";
import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import {
  type Diagnostic,
  type DiagnosticArguments,
  type DiagnosticExtras,
  diagnostic,
  type Fix,
  type RelatedPlace,
} from "../../diagnostics/diagnostic.ts";
import { type Located, spanIn } from "../../text/span.ts";
import type { MissingExpression } from "./ast.ts";
import { suspectBrace } from "./bracket-suspect.ts";
import { describeToken } from "./describe-token.ts";
import { hintFor } from "./hints.ts";
import { Token } from "./token.ts";
import {
  assignments,
  conditionStart,
  presences,
  quotedStrings,
  ruleWords,
} from "./token-groups.ts";
import { type ParserInput, TokenParser } from "./token-parser.ts";
import { tokenSet } from "./token-set.ts";
import * as t from "./tokens.ts";

/** The words that begin statements, and first lines of templates. */
const statementKeywords = tokenSet([
  t.Bind,
  t.Final,
  t.FunctionKeyword,
  t.Include,
  t.Prefix,
  t.Type,
  t.Valid,
  t.Variable,
  t.ObjectKeyword,
  t.Structure,
  t.Unique,
  t.Declaration,
  t.Template,
]);
const openers = tokenSet([t.LeftBrace, t.LeftBracket, t.LeftParen]);
const closers = tokenSet([t.RightBrace, t.RightBracket, t.RightParen]);
/** Found where an opener should have been closed: the opener is worth showing. */
const endings = tokenSet([t.RightBrace, t.RightBracket, t.RightParen, t.Semicolon]);

export abstract class TolerantParser extends TokenParser {
  protected problems: Diagnostic[] = [];
  /** What is not worth reading about, because something before it is wrong. */
  protected silenced: Located[] = [];
  /** The call that was read last: a misspelt keyword looks like one. */
  protected lastCall = noCall;
  /** The first word of the rule statement that is being read. */
  protected ruleWord: string | undefined;
  private lexerProblems: readonly Diagnostic[] = [];
  private nextLexerProblem = 0;
  /** Whether there is an error that the parser has not recovered from, and where it is. */
  private failed = false;
  private failedAt = 0;
  /** Where the statement began, and where the parser was last on firm ground. */
  private statementStart = 0;
  private statementIndent: number | undefined;
  /** The brackets that are open, as their closing types. */
  private open: number[] = [];
  private firmGround = 0;
  private recoversInside = false;

  protected override begin(input: ParserInput): void {
    super.begin(input);
    this.problems = [];
    this.silenced = [];
    this.lastCall = noCall;
    this.ruleWord = undefined;
    this.lexerProblems = input.lexed.diagnostics;
    this.nextLexerProblem = 0;
    this.failed = false;
    this.statementStart = 0;
    this.statementIndent = undefined;
    this.open = [];
    this.firmGround = 0;
    this.recoversInside = input.mode === "editor";
  }

  // ------------------------------------------------------------------------------------ missing tokens

  /** Takes a token; if another one is there, reports what is wanted and makes the token up. */
  protected expect(index: number, type: TokenType, wanted?: string): Token {
    if (this.RECORDING_PHASE || this.matches(type)) return this.consume(index, type) as Token;
    this.failExpected(wanted ?? labelOf(type));
    return this.madeUp(type);
  }

  /** Takes a bracket that `expectClosing` will close. */
  protected expectOpening(index: number, type: TokenType, wanted?: string): Token {
    const token = this.expect(index, type, wanted);
    this.open.push(closingOf.get(type) ?? 0);
    return token;
  }

  /** Takes the bracket that closes `opener`. */
  protected expectClosing(index: number, type: TokenType, opener: Token, wanted?: string): Token {
    this.open.pop();
    if (this.RECORDING_PHASE || this.matches(type)) return this.consume(index, type) as Token;
    this.failUnclosed(wanted ?? labelOf(type), opener);
    return this.madeUp(type);
  }

  protected missing(wanted: string): MissingExpression {
    this.failExpected(wanted);
    const end = this.endOfPrevious();
    return { kind: "MissingExpression", start: end, end };
  }

  private matches(type: TokenType): boolean {
    const index = this.next().tokenTypeIdx;
    if (index === type.tokenTypeIdx) return true;
    return type.isParent === true && type.categoryMatchesMap?.[index] === true;
  }

  private madeUp(type: TokenType): Token {
    const end = this.endOfPrevious();
    return new Token(type, "", end, end, undefined);
  }

  // ------------------------------------------------------------------------------------------- errors

  protected report<Code extends DiagnosticCode>(
    code: Code,
    place: Located,
    args: DiagnosticArguments<Code>,
    extras?: DiagnosticExtras,
  ): void {
    this.problems.push(diagnostic(code, spanIn(this.file, place), args, extras));
  }

  /** Reports an error, unless it is the consequence of another one. */
  protected fail<Code extends DiagnosticCode>(
    code: Code,
    place: Located,
    args: DiagnosticArguments<Code>,
    extras?: DiagnosticExtras,
  ): void {
    if (this.failed) return;
    this.failed = true;
    this.failedAt = this.next().startOffset;
    if (!this.isLexersFault()) this.report(code, place, args, extras);
  }

  protected failExpected(wanted: string, extras?: DiagnosticExtras): void {
    const args = { expected: wanted, found: this.found() };
    this.fail("expected-token", this.gap(), args, { help: this.hint(), ...extras });
  }

  protected found(): string {
    return describeToken(this.next());
  }

  protected hint(): string | undefined {
    const { name, end } = this.lastCall;
    return hintFor({
      earlier: this.LA(-1) as Token,
      before: this.previous(),
      found: this.next(),
      after: this.LA(2) as Token,
      call: end === this.endOfPrevious() ? name : undefined,
      rule: this.ruleWord,
    });
  }

  protected failTooDeep(): void {
    this.failed = false;
    this.fail("nesting-too-deep", this.nextPlace(), {});
  }

  /** What the lexer could not read, between firm ground and here, has been reported. */
  private isLexersFault(): boolean {
    let problem = this.lexerProblems[this.nextLexerProblem];
    while (problem !== undefined && problem.span.start < this.firmGround) {
      problem = this.lexerProblems[++this.nextLexerProblem];
    }
    return problem !== undefined && problem.span.start <= this.next().startOffset;
  }

  protected failUnclosed(wanted: string, opener: Token): void {
    if (this.atStatement()) return this.failForgotten(opener);
    if (!endings.has(this.next().tokenTypeIdx)) return this.failExpected(wanted);
    const span = spanIn(this.file, { start: opener.startOffset, end: opener.end });
    const message = `This \`${opener.image}\` is still open.`;
    this.failExpected(wanted, { related: [{ span, message }] });
  }

  /** A bracket is still open where the next statement begins: nothing that follows can close it. */
  private failForgotten(opener: Token): void {
    const end = this.next().startOffset;
    const related: RelatedPlace[] = [
      {
        span: spanIn(this.file, this.nextPlace()),
        message: `It is still open here, before ${this.found()}.`,
      },
    ];
    const suspect = suspectBrace(this.text, this.input as Token[], opener, end);
    if (suspect !== undefined) {
      const span = spanIn(this.file, { start: suspect.startOffset, end: suspect.end });
      related.unshift({ span, message: "Was this one forgotten? Its `}` is indented otherwise." });
    }
    const place = { start: opener.startOffset, end: opener.end };
    this.fail("unclosed-bracket", place, { bracket: opener.image }, { related });
  }

  /** A fix that inserts what is missing after the last token. */
  protected insertion(text: string): Fix {
    const end = this.endOfPrevious();
    return { title: `Insert \`${text}\``, file: this.file, edits: [{ start: end, end, text }] };
  }

  // ------------------------------------------------------------------------------------------- places

  /** The next token, as a place; the end of the file is where the last token stands. */
  protected nextPlace(): Located {
    const { startOffset, end } = this.next();
    return end > startOffset ? { start: startOffset, end } : this.lastCharacter();
  }

  /** Where something is missing: at the next token, or at the end of the line before it. */
  private gap(): Located {
    return this.isFirstOfLine(1) ? this.lastCharacter() : this.nextPlace();
  }

  private lastCharacter(): Located {
    const end = this.endOfPrevious();
    return { start: Math.max(0, end - 1), end };
  }

  // ------------------------------------------------------------------------------------------ recovery

  /** The parser stands at the beginning of a statement, whatever was before. */
  protected beginStatement(): void {
    this.settle();
    this.ruleWord = undefined;
    this.open.length = 0;
    this.statementStart = this.next().startOffset;
    this.statementIndent = undefined;
  }

  /** The parser has found its way back inside a statement. */
  protected recover(): void {
    if (this.recoversInside) this.settle();
  }

  /** Ends the silence. */
  protected settle(): void {
    // Behind the end of the file there is no token with a place.
    const start = this.next().startOffset || this.text.length;
    if (this.failed) this.silenced.push({ start: this.failedAt, end: start });
    this.failed = false;
    this.firmGround = start;
  }

  /**
   * Whether the next token begins a statement, whatever is still open: it is written like one, on a line that is
   * not indented deeper than the statement that is being read.
   */
  protected atStatement(): boolean {
    return this.isAtEnd() || this.isStatementStart(1);
  }

  /** The same question for a token further on. */
  protected isStatementStart(distance: number): boolean {
    const { tokenTypeIdx } = this.LA(distance);
    if (statementKeywords.has(tokenTypeIdx)) return this.isAtStatementIndent(distance);
    const isWord = ruleWords.has(tokenTypeIdx);
    if (!isWord && !quotedStrings.has(tokenTypeIdx)) return false;
    const after = this.LA(distance + 1).tokenTypeIdx;
    const isStatement = isWord ? this.isRule(after) : assignments.has(after);
    return isStatement && this.isAtStatementIndent(distance);
  }

  /** Whether `conflict` or `suggest`, which are names too, begins a rule: what follows it tells. */
  private isRule(after: number): boolean {
    return this.dialect === "vmcs" && conditionStart.has(after);
  }

  /** Whether a token is the first of a line that is not indented deeper than the statement. */
  protected isAtStatementIndent(distance = 1): boolean {
    if (!this.isFirstOfLine(distance)) return false;
    this.statementIndent ??= this.indentAt(this.statementStart);
    return this.indentAt(this.LA(distance).startOffset) <= this.statementIndent;
  }

  /** Whether the string that follows begins a statement or a field: no expression goes on like that. */
  protected isStringOfNext(): boolean {
    if (!quotedStrings.has(this.next().tokenTypeIdx)) return false;
    const after = this.LA(2).tokenTypeIdx;
    if (presences.has(after)) return this.isFirstOfLine(1);
    return assignments.has(after) && this.isStatementStart(1);
  }

  /** Skips to the next `;` of this level, to what closes an open bracket, or to a statement; the place it skipped. */
  protected skip(): Located {
    const start = this.next().startOffset;
    let open = 0;
    while (!this.atStatement()) {
      const { tokenTypeIdx } = this.next();
      if (openers.has(tokenTypeIdx)) open++;
      else if (open === 0 && tokenTypeIdx === semicolon) break;
      else if (open > 0 && closers.has(tokenTypeIdx)) open--;
      else if (this.open.includes(tokenTypeIdx)) break;
      this.SKIP_TOKEN();
    }
    return { start, end: Math.max(start, this.endOfPrevious()) };
  }
}

const closingOf: ReadonlyMap<TokenType, number> = new Map([
  [t.LeftBrace, t.RightBrace.tokenTypeIdx as number],
  [t.LeftBracket, t.RightBracket.tokenTypeIdx as number],
  [t.LeftParen, t.RightParen.tokenTypeIdx as number],
]);
const noCall: { readonly name: string; readonly end: number } = { name: "", end: -1 };
const semicolon = t.Semicolon.tokenTypeIdx as number;

function labelOf(type: TokenType): string {
  return type.LABEL ?? type.name;
}
