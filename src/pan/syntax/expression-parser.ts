/**
 * The rules of DML: operations, control structures and blocks.
 *
 * Binary operators are one rule; `operator-precedence.ts` sorts the operands, without recursion, so a chain of
 * any length is fine.
 */

import type { IOrAlt } from "chevrotain";
import type {
  Expression,
  ForExpression,
  ForeachExpression,
  IfExpression,
  VariableReference,
  WhileExpression,
} from "./ast.ts";
import { dmlTokens, expressionTokens, OperandParser } from "./operand-parser.ts";
import { OperatorStack } from "./operator-precedence.ts";
import type { Token } from "./token.ts";
import { tokenSet } from "./token-set.ts";
import * as t from "./tokens.ts";

const expressionStart = tokenSet(expressionTokens);
const dmlStart = tokenSet(dmlTokens);
const binaryOperators = tokenSet([t.BinaryOperator]);

const assign = t.Assign.tokenTypeIdx as number;

export abstract class ExpressionParser extends OperandParser {
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
          this.recover();
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

  // ------------------------------------------------------------------------------------------ decisions

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
