/** The rules of single values: literals, variables with their indexes, calls, parentheses. */

import type { IOrAlt, ParserMethod } from "chevrotain";
import type {
  CallExpression,
  Expression,
  StringLiteral,
  UnaryOperator,
  VariableReference,
} from "./ast.ts";
import {
  booleanLiteral,
  constantLiteral,
  doubleLiteral,
  longLiteral,
  quotedLiteral,
  stringNode,
} from "./literal-nodes.ts";
import type { Token } from "./token.ts";
import { tokenSet } from "./token-set.ts";
import * as t from "./tokens.ts";
import { TolerantParser } from "./tolerant-parser.ts";

const unsignedTokens = [
  t.LongNumber,
  t.DoubleNumber,
  t.QuotedString,
  t.Heredoc,
  t.True,
  t.False,
  t.Undef,
  t.Null,
  t.Identifier,
  t.LeftParen,
];
const operandTokens = [...unsignedTokens, t.UnaryOperator];
/** What an expression begins with. */
export const expressionTokens = [...operandTokens, t.If, t.While, t.For, t.Foreach];
/** What begins where a block may stand too. */
export const dmlTokens = [...expressionTokens, t.LeftBrace];

const unsignedStart = tokenSet(unsignedTokens);
const operandStart = tokenSet(operandTokens);
const dmlStart = tokenSet(dmlTokens);
const stringStart = tokenSet([t.QuotedString, t.Heredoc]);
const unaryOperators = tokenSet([t.UnaryOperator]);
const bracketsAfterName = tokenSet([t.LeftParen, t.LeftBracket]);
/** What an argument may follow directly. */
const argumentStart = tokenSet([t.LeftParen, t.Comma]);

const semicolon = t.Semicolon.tokenTypeIdx as number;

/** A name with what follows it; the name is the first token. */
type Named = VariableReference | CallExpression;

export abstract class OperandParser extends TolerantParser {
  abstract readonly dml: ParserMethod<[], Expression>;

  // Made once, not for every call: the hot choice.
  private readonly operandChoices: IOrAlt<Expression>[] = [
    { ALT: () => this.SUBRULE(this.named) },
    { ALT: () => this.SUBRULE(this.stringLiteral) },
    { ALT: () => longLiteral(this.CONSUME(t.LongNumber) as Token) },
    { ALT: () => doubleLiteral(this.CONSUME(t.DoubleNumber) as Token) },
    { ALT: () => booleanLiteral(this.CONSUME(t.True) as Token, true) },
    { ALT: () => booleanLiteral(this.CONSUME(t.False) as Token, false) },
    { ALT: () => constantLiteral("UndefLiteral", this.CONSUME(t.Undef) as Token) },
    { ALT: () => constantLiteral("NullLiteral", this.CONSUME(t.Null) as Token) },
    {
      ALT: () => {
        const open = this.expectOpening(0, t.LeftParen);
        const inner = this.SUBRULE(this.dml);
        this.expectClosing(1, t.RightParen, open);
        return inner;
      },
    },
  ];

  /** One value, perhaps with one sign: signs do not repeat, `!!x` is written `!(!x)`. */
  readonly operand = this.RULE("operand", (): Expression => {
    const first = this.next();
    if (!this.RECORDING_PHASE && (!operandStart.has(first.tokenTypeIdx) || this.isStringOfNext())) {
      return this.missing("a value");
    }
    const isSigned = unaryOperators.has(first.tokenTypeIdx);
    if (this.RECORDING_PHASE || isSigned) this.OPTION(() => this.CONSUME(t.UnaryOperator));
    const isGap = !this.RECORDING_PHASE && !unsignedStart.has(this.next().tokenTypeIdx);
    const operand = isGap ? this.missing("a value after the sign") : this.OR(this.operandChoices);
    if (!isSigned) return operand;
    const operator = first.image as UnaryOperator;
    const end = this.endOfPrevious();
    return { kind: "UnaryExpression", operator, operand, start: first.startOffset, end };
  });

  readonly stringLiteral = this.RULE("stringLiteral", (): StringLiteral => {
    if (!this.RECORDING_PHASE && !stringStart.has(this.next().tokenTypeIdx)) {
      const { start, end } = this.missing("a string");
      return { kind: "StringLiteral", value: "", quote: "single", start, end };
    }
    return this.OR([
      { ALT: () => quotedLiteral(this.CONSUME(t.QuotedString) as Token) },
      { ALT: () => stringNode(this.CONSUME(t.Heredoc) as Token, "heredoc") },
    ]);
  });

  /** A call, or a variable with its indexes. */
  readonly named = this.RULE("named", (): Named => {
    const name = this.CONSUME(t.Identifier) as Token;
    if (!this.RECORDING_PHASE && !bracketsAfterName.has(this.next().tokenTypeIdx)) {
      return variableNode(name, noExpressions, name.end);
    }
    return this.OR<Named>([
      {
        ALT: () => {
          const args = this.SUBRULE(this.argumentList);
          const { image: text, startOffset: start } = name;
          const end = this.endOfPrevious();
          this.lastCall = { name: text, end };
          return {
            kind: "CallExpression",
            name: { text, start, end: name.end },
            args,
            start,
            end,
          };
        },
      },
      {
        ALT: () => {
          const indexes = this.SUBRULE(this.indexList);
          return variableNode(name, indexes, this.endOfPrevious());
        },
      },
    ]);
  });

  readonly variable = this.RULE("variable", (): VariableReference => {
    const name = this.expect(1, t.Identifier, "the name of a variable");
    if (!this.RECORDING_PHASE && !this.isNext(t.LeftBracket)) {
      return variableNode(name, noExpressions, name.end);
    }
    const indexes = this.SUBRULE(this.indexList);
    return variableNode(name, indexes, this.endOfPrevious());
  });

  readonly indexList = this.RULE("indexList", (): Expression[] => {
    const indexes: Expression[] = [];
    this.MANY(() => {
      const open = this.expectOpening(0, t.LeftBracket);
      indexes.push(this.SUBRULE(this.dml));
      this.expectClosing(1, t.RightBracket, open);
    });
    return indexes;
  });

  /** A comma may stand before the first argument and after the last one, as in the reference. */
  readonly argumentList = this.RULE("argumentList", (): Expression[] => {
    const args: Expression[] = [];
    const name = this.previous();
    const open = this.expectOpening(0, t.LeftParen);
    do {
      this.OPTION({
        GATE: () => !this.isStatementStart(1),
        DEF: () => args.push(this.SUBRULE(this.dml)),
      });
      this.MANY({
        GATE: () => this.dmlFollowsSeparator(),
        DEF: () => {
          this.CONSUME(t.Comma);
          args.push(this.SUBRULE2(this.dml));
        },
      });
      this.OPTION2(() => this.CONSUME2(t.Comma));
    } while (!this.RECORDING_PHASE && this.argumentsGoOn(open));
    // What follows `(` in a misspelt `for` is no list of arguments.
    if (this.isNext(t.Semicolon)) this.lastCall = { name: name.image, end: this.endOfPrevious() };
    this.expectClosing(1, t.RightParen, open, this.afterArgument());
    return args;
  });

  // ------------------------------------------------------------------------------------------ decisions

  /**
   * Whether an expression follows the `;` or `,` that is next. As in the reference another `;` counts, and is
   * then refused by name.
   */
  protected dmlFollowsSeparator(): boolean {
    const { tokenTypeIdx } = this.LA(2);
    if (!dmlStart.has(tokenTypeIdx) && tokenTypeIdx !== semicolon) return false;
    return !this.isStatementStart(2);
  }

  private afterArgument(): string {
    return argumentStart.has(this.previous().tokenTypeIdx) ? "an argument or `)`" : "`,` or `)`";
  }

  private argumentsGoOn(open: Token): boolean {
    if (this.isNext(t.RightParen) || this.atStatement() || this.isStringOfNext()) return false;
    if (!this.isNext(t.Comma) && !dmlStart.has(this.next().tokenTypeIdx)) return false;
    this.failUnclosed(this.afterArgument(), open);
    return true;
  }
}

const noExpressions: readonly Expression[] = [];

function variableNode(name: Token, indexes: readonly Expression[], end: number): VariableReference {
  const { startOffset: start } = name;
  return {
    kind: "VariableReference",
    name: { text: name.image, start, end: name.end },
    indexes,
    start,
    end,
  };
}
