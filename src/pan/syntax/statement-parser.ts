/** The rules of statements. */

import type { Located } from "../../text/span.ts";
import type {
  AssignStatement,
  BindStatement,
  FunctionStatement,
  IncludeStatement,
  InvalidStatement,
  PathText,
  PrefixStatement,
  RuleStatement,
  Statement,
  TypeStatement,
  ValidStatement,
  VariableStatement,
} from "./ast.ts";
import { bindInsteadOfType, modernInclude } from "./legacy-spelling.ts";
import { RuleParser } from "./rule-parser.ts";
import type { Token } from "./token.ts";
import { assignments, conditionStart, ruleClauses } from "./token-groups.ts";
import { tokenSet } from "./token-set.ts";
import * as t from "./tokens.ts";

const definitionStart = tokenSet([t.QuotedString, t.Variable]);
const namesAndPaths = tokenSet([t.Identifier, t.QuotedString]);
/** What follows the path where `valid` begins a rule; in the dialect `pan` only a comparison is meant as one. */
const comparisons = tokenSet([t.RuleOperator]);
const ruleContinuation = tokenSet([
  t.RuleOperator,
  t.And,
  t.Or,
  t.When,
  t.Message,
  t.Priority,
  t.Semicolon,
]);
const ruleStart = tokenSet([t.Not, t.LeftParen]);

/** What `final` may precede. */
type Definition = AssignStatement | VariableStatement | InvalidStatement;

export abstract class StatementParser extends RuleParser {
  /** What was skipped after the last statement. */
  protected skipped: InvalidStatement | undefined;

  readonly statement = this.RULE("statement", (): Statement => {
    return this.OR<Statement>([
      { ALT: () => this.SUBRULE(this.definition) },
      { ALT: () => this.SUBRULE(this.includeStatement) },
      { ALT: () => this.SUBRULE(this.typeStatement) },
      { ALT: () => this.SUBRULE(this.bindStatement) },
      { ALT: () => this.SUBRULE(this.functionStatement) },
      { ALT: () => this.SUBRULE(this.validStatement) },
      { ALT: () => this.SUBRULE(this.prefixStatement) },
      { ALT: () => this.SUBRULE(this.conflictStatement) },
      { ALT: () => this.SUBRULE(this.suggestStatement) },
      {
        ALT: () => {
          const { startOffset: start, end } = this.CONSUME(t.Semicolon) as Token;
          return { kind: "EmptyStatement", start, end };
        },
      },
    ]);
  });

  /** `[final] '/path' = dml;` or `[final] variable NAME = dml;`; `?=` sets what has no value yet. */
  readonly definition = this.RULE("definition", (): Definition => {
    const first = this.next();
    const annotations = this.RECORDING_PHASE ? [] : this.takeAnnotations(first);
    const final = this.OPTION(() => this.CONSUME(t.Final)) !== undefined;
    if (!this.RECORDING_PHASE && !definitionStart.has(this.next().tokenTypeIdx)) {
      return this.invalid(first.startOffset, "a path or `variable`", "after `final`");
    }
    const target = this.OR<DefinitionTarget>([
      { ALT: () => ({ kind: "AssignStatement", path: this.modern(this.SUBRULE(this.path)) }) },
      {
        ALT: () => {
          this.CONSUME(t.Variable);
          return { kind: "VariableStatement", name: this.SUBRULE(this.name) };
        },
      },
    ]);
    const named = target.kind === "AssignStatement" ? target.path : target.name;
    if (!this.RECORDING_PHASE && !assignments.has(this.next().tokenTypeIdx)) {
      return this.invalid(first.startOffset, "`=` or `?=`", "after", named);
    }
    const conditional = this.OR2([
      { ALT: () => this.CONSUME(t.Assign) === undefined },
      { ALT: () => this.CONSUME(t.AssignDefault) !== undefined },
    ]);
    const value = this.SUBRULE(this.dml);
    const end = this.endStatement(1, "after the value of", named);
    return { ...target, final, conditional, value, annotations, start: first.startOffset, end };
  });

  readonly includeStatement = this.RULE("includeStatement", (): IncludeStatement => {
    const { startOffset: start } = this.CONSUME(t.Include);
    const { startOffset } = this.next();
    const expression = this.SUBRULE(this.dml);
    const written = { start: startOffset, end: this.endOfPrevious() };
    const end = this.endStatement(1, "after the name of the included template");
    const template = this.isOld() ? modernInclude(this.legacy(), expression, written) : expression;
    return { kind: "IncludeStatement", template, start, end };
  });

  readonly prefixStatement = this.RULE("prefixStatement", (): PrefixStatement => {
    const { startOffset: start } = this.CONSUME(t.Prefix);
    const path = this.modern(this.SUBRULE(this.path));
    const end = this.endStatement(1, "after the path of `prefix`");
    return { kind: "PrefixStatement", path, start, end };
  });

  /** `valid '/path' = dml;` is Pan's; `valid CONDITION …;` is a rule statement. */
  readonly validStatement = this.RULE(
    "validStatement",
    (): ValidStatement | RuleStatement | InvalidStatement => {
      const first = this.CONSUME(t.Valid) as Token;
      // Neither alternative begins with anything else, and a choice without one would lose the whole template.
      const isStart = conditionStart.has(this.next().tokenTypeIdx);
      if (!this.RECORDING_PHASE && !isStart) {
        this.mayBeRule();
        return this.invalid(first.startOffset, "a path", "after `valid`");
      }
      return this.OR<ValidStatement | RuleStatement | InvalidStatement>({
        IGNORE_AMBIGUITIES: true,
        DEF: [
          {
            GATE: () => !this.isValidRule(),
            ALT: () => this.SUBRULE(this.validation, { ARGS: [first.startOffset] }),
          },
          {
            ALT: () => {
              this.beginRule(first, "`valid` with a comparison");
              const condition = this.SUBRULE(this.condition);
              const clauses = this.SUBRULE(this.ruleClauses);
              const end = this.endStatement(1, "after the rule");
              return this.rule("valid", first, condition, clauses, end);
            },
          },
        ],
      });
    },
  );

  readonly validation = this.RULE(
    "validation",
    (start: number): ValidStatement | InvalidStatement => {
      const path = this.modern(this.SUBRULE(this.path));
      const hasRules = this.dialect === "vmcs";
      if (!this.RECORDING_PHASE && !this.isNext(t.Assign)) {
        this.mayBeRule();
        const expected = hasRules ? "`=` or a comparison" : "`=`";
        return this.invalid(start, expected, "after the path of `valid`");
      }
      this.CONSUME(t.Assign);
      // `=>`: no expression begins like that.
      if (this.isNext(t.Greater)) this.mayBeRule();
      const body = this.SUBRULE(this.dml);
      if (hasRules && ruleClauses.has(this.next().tokenTypeIdx)) {
        const help = "With `=` this is a validation in Pan; a rule compares by `==`.";
        this.failExpected("`;` after the validation", { help });
      }
      const end = this.endStatement(1, "after the validation of", path);
      return { kind: "ValidStatement", path, body, start, end };
    },
  );

  /** `conflict CONDITION …;` */
  readonly conflictStatement = this.RULE("conflictStatement", (): RuleStatement => {
    const first = this.CONSUME(t.Conflict) as Token;
    this.beginRule(first, "`conflict`");
    const condition = this.SUBRULE(this.condition);
    const clauses = this.SUBRULE(this.ruleClauses);
    const end = this.endStatement(1, "after the rule");
    return this.rule("conflict", first, condition, clauses, end);
  });

  /** `suggest PATH = OPERAND …;`, or with a comparison. */
  readonly suggestStatement = this.RULE("suggestStatement", (): RuleStatement => {
    const first = this.CONSUME(t.Suggest) as Token;
    this.beginRule(first, "`suggest`");
    const condition = this.SUBRULE(this.suggestion);
    const clauses = this.SUBRULE(this.ruleClauses);
    const end = this.endStatement(1, "after the suggestion");
    return this.rule("suggest", first, condition, clauses, end);
  });

  /** `bind '/path' = type;` */
  readonly bindStatement = this.RULE("bindStatement", (): BindStatement => {
    const { startOffset: start } = this.CONSUME(t.Bind);
    const path = this.modern(this.SUBRULE(this.path));
    this.expect(1, t.Assign, "`=` after the path of `bind`");
    const type = this.SUBRULE(this.fullType);
    const end = this.endStatement(1, "after the type of", path);
    return { kind: "BindStatement", path, type, start, end };
  });

  /** `type NAME = type;`, and the spelling of 2009 for `bind`: `type "/path" = type;`. */
  readonly typeStatement = this.RULE(
    "typeStatement",
    (): TypeStatement | BindStatement | InvalidStatement => {
      const first = this.next();
      const { startOffset: start } = first;
      const annotations = this.RECORDING_PHASE ? [] : this.takeAnnotations(first);
      this.CONSUME(t.Type);
      if (!this.RECORDING_PHASE && !namesAndPaths.has(this.next().tokenTypeIdx)) {
        return this.invalid(start, "a name", "after `type`");
      }
      const target = this.OR<TypeTarget>([
        { ALT: () => ({ kind: "TypeStatement", name: this.SUBRULE(this.name) }) },
        {
          ALT: () => ({
            kind: "BindStatement",
            path: this.boundPath(first, this.SUBRULE(this.path)),
          }),
        },
      ]);
      const named = target.kind === "TypeStatement" ? target.name : target.path;
      this.expect(1, t.Assign, "`=` after the name of the type");
      const type = this.SUBRULE(this.fullType);
      const end = this.endStatement(1, "after the definition of", named);
      return target.kind === "TypeStatement"
        ? { ...target, type, annotations, start, end }
        : { ...target, type, start, end };
    },
  );

  readonly functionStatement = this.RULE("functionStatement", (): FunctionStatement => {
    const first = this.next();
    const annotations = this.RECORDING_PHASE ? [] : this.takeAnnotations(first);
    this.CONSUME(t.FunctionKeyword);
    const name = this.SUBRULE(this.name);
    this.expect(1, t.Assign, "`=` after the name of the function");
    const body = this.SUBRULE(this.dml);
    const end = this.endStatement(1, "after the body of", name);
    return { kind: "FunctionStatement", name, body, annotations, start: first.startOffset, end };
  });

  // ------------------------------------------------------------------------------------------ endings

  /** Takes the `;`, or finds the end of the statement without it. Returns where the statement ends. */
  protected endStatement(index: number, place: string, named?: Located): number {
    if (this.RECORDING_PHASE || this.isNext(t.Semicolon)) {
      return (this.consume(index, t.Semicolon) as Token).end;
    }
    const end = this.endOfPrevious();
    this.failSemicolon(named === undefined ? place : `${place} ${this.written(named)}`);
    this.skipped = this.skipStatement();
    return end;
  }

  private failSemicolon(place: string): void {
    const fixes = this.atStatement() ? [this.insertion(";")] : [];
    this.failExpected(`\`;\` ${place}`, { fixes });
  }

  /** A statement that stops to make sense at the next token. */
  protected invalid(
    start: number,
    expected: string,
    place: string,
    named?: Located,
  ): InvalidStatement {
    const name = named === undefined ? "" : ` ${this.written(named)}`;
    this.failExpected(`${expected} ${place}${name}`);
    this.skipStatement();
    return { kind: "InvalidStatement", start, end: this.endOfPrevious() };
  }

  /** Skips what is left of a statement, with its `;`. */
  protected skipStatement(): InvalidStatement | undefined {
    const { start } = this.skip();
    if (this.isNext(t.Semicolon)) this.SKIP_TOKEN();
    const end = this.endOfPrevious();
    return end > start ? { kind: "InvalidStatement", start, end } : undefined;
  }

  /** What follows `valid` makes no sense as a validation: was a rule meant? */
  private mayBeRule(): void {
    if (this.dialect === "vmcs") this.ruleWord = "valid";
  }

  /** Whether a condition follows `valid`, and not a path that is given a validation. */
  private isValidRule(): boolean {
    const second = this.LA(2).tokenTypeIdx;
    if (this.dialect === "pan") return comparisons.has(second);
    const { tokenTypeIdx } = this.next();
    return ruleStart.has(tokenTypeIdx) || ruleContinuation.has(second);
  }

  private written(node: Located): string {
    const text = this.text.slice(node.start, node.end);
    return /^['"]/.test(text) ? text : `\`${text}\``;
  }

  // ------------------------------------------------------------------------------------- spelling of 2009

  private boundPath(first: Token, path: PathText): PathText {
    if (this.RECORDING_PHASE) return path;
    this.requireVmcs(first, "`type` with a path");
    return this.isOld() ? bindInsteadOfType(this.legacy(), first, path) : path;
  }
}

type DefinitionTarget =
  | Pick<AssignStatement, "kind" | "path">
  | Pick<VariableStatement, "kind" | "name">;

type TypeTarget = Pick<TypeStatement, "kind" | "name"> | Pick<BindStatement, "kind" | "path">;
