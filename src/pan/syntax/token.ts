/** Tokens: what the lexer makes and the parser reads. Chevrotain takes any object of this shape. */

import type { IToken, TokenType } from "chevrotain";

/** What a literal means: its text or number; a name has none. */
export type TokenValue = string | bigint | number | undefined;

/** A class only for speed: every token has the same hidden class. */
export class Token implements IToken {
  readonly tokenType: TokenType;
  readonly tokenTypeIdx: number;
  /** The text as written; the empty string for a token that the parser made up to go on. */
  readonly image: string;
  readonly startOffset: number;
  /** One past the last character. (Chevrotain's `endOffset`, which nobody reads here, is the last one.) */
  readonly end: number;
  /** A heredoc's text is known only when its lines have been read. */
  value: TokenValue;

  constructor(
    tokenType: TokenType,
    image: string,
    startOffset: number,
    end: number,
    value: TokenValue,
  ) {
    this.tokenType = tokenType;
    this.tokenTypeIdx = tokenType.tokenTypeIdx as number;
    this.image = image;
    this.startOffset = startOffset;
    this.end = end;
    this.value = value;
  }
}
