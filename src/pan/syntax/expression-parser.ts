/**
 * The rules of DML: expressions and blocks.
 *
 * Binary operators are one rule; `operator-precedence.ts` sorts the operands, without recursion, so a chain of
 * any length is fine.
 */

import type { IOrAlt } from "chevrotain";
import type {
  CallExpression,
  Expression,
  ForExpression,
  ForeachExpression,
  IfExpression,
  StringLiteral,
  UnaryOperator,
  VariableReference,
  WhileExpression,
} from "./ast.ts";
import {
  booleanLiteral,
  constantLiteral,
  doubleLiteral,
  longLiteral,
  quotedLiteral,
  stringNode,
} from "./literal-nodes.ts";
import { OperatorStack } from "./operator-precedence.ts";
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
const unsignedStart = tokenSet(unsignedTokens);
const operandStart = tokenSet(operandTokens);
const expressionStart = tokenSet([...operandTokens, t.If, t.While, t.For, t.Foreach]);
const dmlStart = tokenSet([...operandTokens, t.If, t.While, t.For, t.Foreach, t.LeftBrace]);
/** What an argument may follow directly. */
const argumentStart = tokenSet([t.LeftParen, t.Comma]);
const stringStart = tokenSet([t.QuotedString, t.Heredoc]);
const binaryOperators = tokenSet([t.BinaryOperator]);
const unaryOperators = tokenSet([t.UnaryOperator]);
const bracketsAfterName = tokenSet([t.LeftParen, t.LeftBracket]);

const semicolon = t.Semicolon.tokenTypeIdx as number;
const assign = t.Assign.tokenTypeIdx as number;

/** A name with what follows it; the name is the first token. */
type Named = VariableReference | CallExpression;

export abstract class ExpressionParser extends TolerantParser {
  // Made once, not for every call: these are the hot choices.
  private readonly expressionChoices: IOrAlt<Expression>[] = [
    { ALT: () => this.SUBRULE(this.operation) },
    { ALT: () => this.SUBRULE(this.ifExpression) },
    { ALT: () => this.SUBRULE(this.foreachExpression) },
    { ALT: () => this.SUBRULE(this.forExpression) },
    { ALT: () => this.SUBRULE(this.whileExpression) },
  ];
  private readonly dmlChoices: IOrAlt<Expression>[] = [
    ...this.expressionChoices,
    { ALT: () => this.SUBRULE(this.block) },
  ];
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

  /** What may stand wherever a value is wanted. The empty statement `;` is refused by name. */
  readonly dml = this.RULE("dml", (): Expression => {
    if (!this.RECORDING_PHASE && !dmlStart.has(this.next().tokenTypeIdx)) return this.missingDml();
    this.enter();
    const result = this.OR(this.dmlChoices);
    this.leave();
    return result;
  });

  readonly block = this.RULE("block", (): Expression => {
    const open = this.expectOpening(0, t.LeftBrace);
    const expressions = [this.SUBRULE(this.dml)];
    do {
      this.MANY({
        GATE: () => this.dmlFollowsSeparator(),
        DEF: () => {
          this.CONSUME(t.Semicolon);
          expressions.push(this.SUBRULE2(this.dml));
        },
      });
      this.OPTION(() => this.CONSUME2(t.Semicolon));
    } while (!this.RECORDING_PHASE && this.blockGoesOn(open, expressions));
    const close = this.expectClosing(1, t.RightBrace, open, "`;` or `}`");
    return { kind: "Block", expressions, start: open.startOffset, end: close.end };
  });

  readonly expression = this.RULE("expression", (): Expression => {
    const next = this.next();
    if (!this.RECORDING_PHASE && !expressionStart.has(next.tokenTypeIdx)) {
      return this.missing("an expression");
    }
    return this.OR(this.expressionChoices);
  });

  /** `if (condition) dml [else dml]`; a chain of `else if` is read in a loop and nests to the right. */
  readonly ifExpression = this.RULE("ifExpression", (): IfExpression => {
    const branches: Branch[] = [];
    const first = this.CONSUME(t.If) as Token;
    const open = this.expectOpening(1, t.LeftParen, "`(` after `if`");
    const condition = this.SUBRULE(this.dml);
    this.expectClosing(1, t.RightParen, open);
    branches.push({ start: first.startOffset, condition, consequence: this.SUBRULE2(this.dml) });
    this.MANY({
      GATE: () => this.LA(2).tokenType === t.If,
      DEF: () => {
        this.CONSUME(t.Else);
        const { startOffset: start } = this.CONSUME2(t.If);
        const openNext = this.expectOpening(2, t.LeftParen, "`(` after `if`");
        const next = this.SUBRULE3(this.dml);
        this.expectClosing(2, t.RightParen, openNext);
        branches.push({ start, condition: next, consequence: this.SUBRULE4(this.dml) });
      },
    });
    const alternative = this.OPTION(() => {
      this.CONSUME2(t.Else);
      return this.SUBRULE5(this.dml);
    });
    return nestBranches(branches, alternative, this.endOfPrevious());
  });

  readonly whileExpression = this.RULE("whileExpression", (): WhileExpression => {
    const first = this.CONSUME(t.While) as Token;
    const open = this.expectOpening(1, t.LeftParen, "`(` after `while`");
    const condition = this.SUBRULE(this.dml);
    this.expectClosing(1, t.RightParen, open);
    const body = this.SUBRULE2(this.dml);
    return {
      kind: "WhileExpression",
      condition,
      body,
      start: first.startOffset,
      end: this.endOfPrevious(),
    };
  });

  readonly forExpression = this.RULE("forExpression", (): ForExpression => {
    const first = this.CONSUME(t.For) as Token;
    const open = this.expectOpening(1, t.LeftParen, "`(` after `for`");
    const initialization = this.SUBRULE(this.dml);
    this.expect(1, t.Semicolon, "`;` after the start of the `for` loop");
    const condition = this.SUBRULE2(this.dml);
    this.expect(2, t.Semicolon, "`;` after the condition of the `for` loop");
    const increment = this.SUBRULE3(this.dml);
    this.expectClosing(1, t.RightParen, open);
    const body = this.SUBRULE4(this.dml);
    return {
      kind: "ForExpression",
      initialization,
      condition,
      increment,
      body,
      start: first.startOffset,
      end: this.endOfPrevious(),
    };
  });

  readonly foreachExpression = this.RULE("foreachExpression", (): ForeachExpression => {
    const first = this.CONSUME(t.Foreach) as Token;
    const open = this.expectOpening(1, t.LeftParen, "`(` after `foreach`");
    const key = this.SUBRULE(this.variable);
    this.expect(1, t.Semicolon, "`;` after the key variable of `foreach`");
    const value = this.SUBRULE2(this.variable);
    this.expect(2, t.Semicolon, "`;` after the value variable of `foreach`");
    const resource = this.SUBRULE(this.dml);
    this.expectClosing(1, t.RightParen, open);
    const body = this.SUBRULE2(this.dml);
    return {
      kind: "ForeachExpression",
      key,
      value,
      resource,
      body,
      start: first.startOffset,
      end: this.endOfPrevious(),
    };
  });

  /** Operands and operators, or an assignment. Only a variable outside parentheses can be assigned to. */
  readonly operation = this.RULE("operation", (): Expression => {
    const first = this.next();
    const left = this.SUBRULE(this.operand);
    if (this.RECORDING_PHASE || this.isAssignment(first, left)) {
      const value = this.OPTION(() => {
        this.CONSUME(t.Assign);
        this.enter();
        const assigned = this.SUBRULE(this.expression);
        this.leave();
        return assigned;
      });
      if (value !== undefined && !this.RECORDING_PHASE) {
        const target = left as VariableReference;
        return {
          kind: "Assignment",
          target,
          value,
          start: target.start,
          end: this.endOfPrevious(),
        };
      }
    }
    if (!this.RECORDING_PHASE && !binaryOperators.has(this.next().tokenTypeIdx)) return left;
    const stack = new OperatorStack(left, first.startOffset, this.endOfPrevious());
    this.MANY(() => {
      const operator = this.CONSUME(t.BinaryOperator);
      const start = this.next().startOffset;
      const right = this.SUBRULE2(this.operand);
      stack.push(operator.image, right, start, this.endOfPrevious());
    });
    return stack.finish();
  });

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
  private dmlFollowsSeparator(): boolean {
    const { tokenTypeIdx } = this.LA(2);
    if (!dmlStart.has(tokenTypeIdx) && tokenTypeIdx !== semicolon) return false;
    return !this.isStatementStart(2);
  }

  private isAssignment(first: Token, left: Expression): boolean {
    return (
      this.next().tokenTypeIdx === assign &&
      left.kind === "VariableReference" &&
      left.start === first.startOffset
    );
  }

  private missingDml(): Expression {
    const at = this.endOfPrevious();
    if (this.isNext(t.Semicolon)) this.fail("empty-expression", this.nextPlace(), {});
    else return this.missing("an expression");
    return { kind: "MissingExpression", start: at, end: at };
  }

  /** After an error inside a block: skips to where the block can be read again. */
  private blockGoesOn(open: Token, expressions: Expression[]): boolean {
    if (this.isNext(t.RightBrace) || this.atStatement()) return false;
    this.failInBlock(open);
    const skipped = this.skip();
    if (skipped.end > skipped.start) expressions.push({ kind: "MissingExpression", ...skipped });
    if (!this.isNext(t.Semicolon)) return false;
    this.recover();
    return true;
  }

  /** What follows an expression of a block on a new line was meant to be the next one. */
  private failInBlock(open: Token): void {
    const next = this.next();
    if (!dmlStart.has(next.tokenTypeIdx) || !this.isFirstOfLine(1)) {
      return this.failUnclosed("`;` or `}`", open);
    }
    this.failExpected("`;` or `}`", { fixes: [this.insertion(";")] });
  }

  private afterArgument(): string {
    return argumentStart.has(this.previous().tokenTypeIdx) ? "an argument or `)`" : "`,` or `)`";
  }

  private argumentsGoOn(open: Token): boolean {
    if (this.isNext(t.RightParen) || this.atStatement() || this.isStringOfNext()) return false;
    if (!this.isNext(t.Comma) && !dmlStart.has(this.next().tokenTypeIdx)) return false;
    this.expectClosing(1, t.RightParen, open, this.afterArgument());
    return true;
  }
}

interface Branch {
  readonly start: number;
  readonly condition: Expression;
  readonly consequence: Expression;
}

function nestBranches(
  branches: readonly Branch[],
  last: Expression | undefined,
  end: number,
): IfExpression {
  let nested: Expression | undefined = last;
  for (let i = branches.length - 1; i >= 0; i--) {
    const branch = branches[i] as Branch;
    nested = { kind: "IfExpression", ...branch, alternative: nested, end };
  }
  return nested as IfExpression;
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
