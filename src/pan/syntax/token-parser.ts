/** What all rules of the parser stand on: the tokens, the annotations between them, and how deep they nest. */

import { EmbeddedActionsParser, type ILookaheadStrategy, type TokenType } from "chevrotain";
import type { Annotation } from "./ast.ts";
import type { Dialect } from "./dialect.ts";
import { FirstTokenLookahead } from "./first-token-lookahead.ts";
import type { LexResult } from "./lexer.ts";
import type { Token } from "./token.ts";
import * as t from "./tokens.ts";

/**
 * Deeper nesting is refused: the parser and the evaluator go as deep as the source does. The stack that Node
 * gives by default ends at about 220 calls in each other before the engine has compiled the parser, and the limit
 * must come first, so that the same text always gives the same diagnostics. Templates that people wrote nest less
 * than 20 levels.
 */
export const nestingLimit = 150;

/** Unwinds the parser when the source nests too deep; never leaves this folder. */
export class NestingTooDeep extends Error {}

export interface ParserConfig {
  /** How it decides; a test gives Chevrotain's own. */
  readonly lookaheadStrategy?: ILookaheadStrategy;
  /** Whether the grammar is taken as it is: checking it takes time, and a test has done it. */
  readonly skipValidations: boolean;
}

export interface ParserInput {
  readonly file: string;
  readonly text: string;
  readonly dialect: Dialect;
  readonly mode: "compile" | "editor";
  readonly lexed: LexResult;
}

export abstract class TokenParser extends EmbeddedActionsParser {
  protected file = "";
  protected text = "";
  protected dialect: Dialect = "pan";
  private annotations: readonly Annotation[] = [];
  private nextAnnotation = 0;
  private depth = 0;

  constructor({ skipValidations, lookaheadStrategy = new FirstTokenLookahead() }: ParserConfig) {
    // One token of lookahead decides everywhere; the few places that need more look themselves.
    super([...t.vocabulary], {
      maxLookahead: 1,
      lookaheadStrategy,
      skipValidations,
      recoveryEnabled: false,
    });
  }

  protected begin(input: ParserInput): void {
    this.input = input.lexed.tokens as Token[];
    this.file = input.file;
    this.text = input.text;
    this.dialect = input.dialect;
    this.annotations = input.lexed.annotations;
    this.nextAnnotation = 0;
    this.depth = 0;
  }

  // ------------------------------------------------------------------------------------------- tokens

  protected next(): Token {
    return this.LA(1) as Token;
  }

  protected previous(): Token {
    return this.LA(0) as Token;
  }

  protected isNext(type: TokenType): boolean {
    return this.next().tokenTypeIdx === type.tokenTypeIdx;
  }

  protected isAtEnd(): boolean {
    return this.isNext(t.endOfFile);
  }

  /** Where the last token that was taken ends. */
  protected endOfPrevious(): number {
    return this.previous().end ?? 0;
  }

  /** Whether the token that follows at a distance is the first one of its line. */
  protected isFirstOfLine(distance: number): boolean {
    const from = (this.LA(distance - 1) as Token).end ?? 0;
    const to = this.LA(distance).startOffset;
    for (let i = from; i < to; i++) {
      if (this.text[i] === "\n" || this.text[i] === "\r") return true;
    }
    return from === 0;
  }

  /** The number of blanks that the line of an offset begins with. */
  protected indentAt(offset: number): number {
    let start = offset;
    while (start > 0 && this.text[start - 1] !== "\n" && this.text[start - 1] !== "\r") start--;
    let first = start;
    while (this.text[first] === " " || this.text[first] === "\t") first++;
    return first - start;
  }

  /** Annotations before `token` that no other node has taken. */
  protected takeAnnotations(token: Token): readonly Annotation[] {
    if (this.nextAnnotation >= this.annotations.length) return noAnnotations;
    const from = this.endOfPrevious();
    const taken: Annotation[] = [];
    for (;;) {
      const annotation = this.annotations[this.nextAnnotation];
      if (annotation === undefined || annotation.start >= token.startOffset) break;
      if (annotation.start >= from) taken.push(annotation);
      this.nextAnnotation++;
    }
    return taken;
  }

  // ------------------------------------------------------------------------------------------- nesting

  /** Counts a level; the rule that enters it leaves it again. */
  protected enter(): void {
    if (++this.depth > nestingLimit) throw new NestingTooDeep();
  }

  protected leave(): void {
    this.depth--;
  }
}

const noAnnotations: readonly Annotation[] = [];
