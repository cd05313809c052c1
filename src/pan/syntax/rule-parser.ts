/** The rules of rule statements (`valid`, `conflict`, `suggest`), which only the dialect `vmcs` has. */

import type {
  Comparison,
  ComparisonOperator,
  Condition,
  DoubleLiteral,
  Expression,
  LongLiteral,
  Operand,
  PathText,
  RuleStatement,
} from "./ast.ts";
import { LegacyParser } from "./legacy-parser.ts";
import { booleanLiteral, doubleLiteral, longLiteral } from "./literal-nodes.ts";
import type { Token } from "./token.ts";
import { conditionStart, numbers, ruleClauses } from "./token-groups.ts";
import { tokenSet } from "./token-set.ts";
import * as t from "./tokens.ts";

const literalStart = tokenSet([
  t.QuotedString,
  t.Heredoc,
  t.Minus,
  t.LongNumber,
  t.DoubleNumber,
  t.True,
  t.False,
]);

const operandForms = "a literal, `list(…)` or `value('/path')`";

export interface RuleClauses {
  readonly when: Condition | undefined;
  readonly priority: bigint | undefined;
  readonly message: string | undefined;
}

interface WrittenClauses {
  when?: Condition;
  priority?: bigint;
  message?: string;
}

export abstract class RuleParser extends LegacyParser {
  /** What `suggest` recommends: a value (`=`), a comparison, or just that something is there. */
  readonly suggestion = this.RULE("suggestion", (): Comparison => {
    const path = this.modern(this.SUBRULE(this.path));
    const compared = this.OPTION(() => {
      const operator = this.SUBRULE(this.suggestOperator);
      return { operator, operand: this.SUBRULE(this.ruleOperand) };
    });
    return comparison(path, compared?.operator, compared?.operand, this.endOfPrevious());
  });

  readonly suggestOperator = this.RULE("suggestOperator", (): ComparisonOperator => {
    const token = this.OR([
      { ALT: () => this.CONSUME(t.Assign) },
      { ALT: () => this.CONSUME(t.RuleOperator) },
    ]);
    return token.image as ComparisonOperator;
  });

  readonly condition = this.RULE("condition", (): Condition => {
    let left = this.SUBRULE(this.conjunction);
    this.MANY(() => {
      this.CONSUME(t.Or);
      const right = this.SUBRULE2(this.conjunction);
      left = { kind: "OrCondition", left, right, start: left.start, end: right.end };
    });
    return left;
  });

  readonly conjunction = this.RULE("conjunction", (): Condition => {
    let left = this.SUBRULE(this.simpleCondition);
    this.MANY(() => {
      this.CONSUME(t.And);
      const right = this.SUBRULE2(this.simpleCondition);
      left = { kind: "AndCondition", left, right, start: left.start, end: right.end };
    });
    return left;
  });

  readonly simpleCondition = this.RULE("simpleCondition", (): Condition => {
    if (!this.RECORDING_PHASE && !conditionStart.has(this.next().tokenTypeIdx)) {
      return this.missingCondition();
    }
    this.enter();
    const condition = this.OR<Condition>([
      {
        ALT: () => {
          const { startOffset: start } = this.CONSUME(t.Not);
          const operand = this.SUBRULE(this.simpleCondition);
          return { kind: "NotCondition", operand, start, end: this.endOfPrevious() };
        },
      },
      {
        ALT: () => {
          const open = this.expectOpening(0, t.LeftParen);
          const inner = this.SUBRULE(this.condition);
          const { end } = this.expectClosing(1, t.RightParen, open);
          return { ...inner, start: open.startOffset, end };
        },
      },
      { ALT: () => this.SUBRULE(this.comparison) },
    ]);
    this.leave();
    return condition;
  });

  /** A path with a comparison; a bare path is present. */
  readonly comparison = this.RULE("comparison", (): Comparison => {
    const path = this.modern(this.SUBRULE(this.path));
    const compared = this.OPTION(() => {
      const operator = this.CONSUME(t.RuleOperator).image as ComparisonOperator;
      return { operator, operand: this.SUBRULE(this.ruleOperand) };
    });
    return comparison(path, compared?.operator, compared?.operand, this.endOfPrevious());
  });

  /** A literal, `list(…)` of literals, or `value('/path')`. */
  readonly ruleOperand = this.RULE("ruleOperand", (): Operand => {
    const isCall = this.isNext(t.Identifier) && this.LA(2).tokenType === t.LeftParen;
    if (!this.RECORDING_PHASE && !isCall && !literalStart.has(this.next().tokenTypeIdx)) {
      return { kind: "LiteralOperand", value: this.missing(operandForms) };
    }
    return this.OR<Operand>([
      { ALT: () => ({ kind: "LiteralOperand", value: this.SUBRULE(this.literal) }) },
      { ALT: () => this.SUBRULE(this.operandCall) },
    ]);
  });

  readonly operandCall = this.RULE("operandCall", (): Operand => {
    const name = this.CONSUME(t.Identifier) as Token;
    const open = this.expectOpening(0, t.LeftParen);
    const items: Expression[] = [];
    this.OPTION(() => {
      items.push(this.SUBRULE(this.literal));
      this.MANY(() => {
        this.CONSUME(t.Comma);
        items.push(this.SUBRULE2(this.literal));
      });
    });
    this.expectClosing(1, t.RightParen, open, "`,` or `)`");
    return this.RECORDING_PHASE ? { kind: "ListOperand", items } : this.callOperand(name, items);
  });

  readonly literal = this.RULE("literal", (): Expression => {
    const { startOffset: start, tokenTypeIdx } = this.next();
    if (!this.RECORDING_PHASE && !literalStart.has(tokenTypeIdx)) return this.missing("a literal");
    const isNegative = this.OPTION(() => this.CONSUME(t.Minus)) !== undefined;
    if (!this.RECORDING_PHASE && isNegative && !numbers.has(this.next().tokenTypeIdx)) {
      return this.missing("a number after `-`");
    }
    return this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.stringLiteral) },
      { ALT: () => signed(longLiteral(this.CONSUME(t.LongNumber) as Token), isNegative, start) },
      {
        ALT: () => signed(doubleLiteral(this.CONSUME(t.DoubleNumber) as Token), isNegative, start),
      },
      { ALT: () => booleanLiteral(this.CONSUME(t.True) as Token, true) },
      { ALT: () => booleanLiteral(this.CONSUME(t.False) as Token, false) },
    ]);
  });

  readonly ruleClauses = this.RULE("ruleClauses", (): RuleClauses => {
    const clauses: WrittenClauses = {};
    this.MANY(() => {
      if (!this.RECORDING_PHASE) this.checkClause(clauses);
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.When);
            clauses.when = this.SUBRULE(this.condition);
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Priority);
            const value = this.SUBRULE(this.bound);
            if (value !== undefined) clauses.priority = value;
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Message);
            clauses.message = this.SUBRULE(this.stringLiteral).value;
          },
        },
      ]);
    });
    return { when: clauses.when, priority: clauses.priority, message: clauses.message };
  });

  // ------------------------------------------------------------------------------------------ decisions

  /** Of a rule that its word begins: another dialect is told that it has none. */
  protected beginRule(first: Token, construct: string): void {
    if (this.RECORDING_PHASE) return;
    this.requireVmcs(first, construct);
    this.ruleWord = first.image;
  }

  protected requireVmcs(place: Token, construct: string): void {
    if (this.dialect === "vmcs") return;
    const where = { start: place.startOffset, end: place.end };
    this.fail("vmcs-only-syntax", where, { construct });
  }

  protected rule(
    rule: RuleStatement["rule"],
    first: Token,
    condition: Condition,
    clauses: RuleClauses,
    end: number,
  ): RuleStatement {
    const start = first.startOffset;
    if (clauses.priority !== undefined && rule !== "suggest" && !this.RECORDING_PHASE) {
      this.fail("misplaced-priority", { start, end: first.end }, { rule });
    }
    return { kind: "RuleStatement", rule, condition, ...clauses, start, end };
  }

  private missingCondition(): Condition {
    const { start, end } = this.missing("a condition");
    const path = { text: "", start, end };
    return { kind: "Comparison", path, operator: undefined, operand: undefined, start, end };
  }

  private callOperand(name: Token, items: readonly Expression[]): Operand {
    if (name.image === "list") return { kind: "ListOperand", items };
    const [item] = items;
    if (name.image === "value" && items.length === 1 && item?.kind === "StringLiteral") {
      const { value: text, start, end } = item;
      return { kind: "PathOperand", path: this.modern({ text, start, end }) };
    }
    const place = { start: name.startOffset, end: name.end };
    const found =
      name.image === "value" ? "`value` without one path" : `the call of \`${name.image}\``;
    this.fail("expected-token", place, { expected: operandForms, found });
    return { kind: "ListOperand", items };
  }

  private checkClause(written: WrittenClauses): void {
    const { image, startOffset: start, end } = this.next();
    if (ruleClauses.has(this.next().tokenTypeIdx) && image in written) {
      this.fail("repeated-clause", { start, end }, { clause: image });
    }
  }
}

function comparison(
  path: PathText,
  operator: ComparisonOperator | undefined,
  operand: Operand | undefined,
  end: number,
): Comparison {
  return { kind: "Comparison", path, operator, operand, start: path.start, end };
}

function signed(
  number: LongLiteral | DoubleLiteral,
  isNegative: boolean,
  start: number,
): Expression {
  if (!isNegative) return number;
  return number.kind === "LongLiteral"
    ? { ...number, value: -number.value, start }
    : { ...number, value: -number.value, start };
}
