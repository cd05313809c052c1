/** The parser: the rules of a template as a whole, and the entry points. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Located } from "../../text/span.ts";
import type { Annotation, Expression, Name, Statement, TemplateKind } from "./ast.ts";
import { didYouMean, hintForStatement } from "./hints.ts";
import { hintForRule } from "./rule-hints.ts";
import { StatementParser } from "./statement-parser.ts";
import type { Token } from "./token.ts";
import { conditionStart, ruleWords } from "./token-groups.ts";
import { NestingTooDeep, type ParserConfig, type ParserInput } from "./token-parser.ts";
import { tokenSet } from "./token-set.ts";
import * as t from "./tokens.ts";

const headerStart = tokenSet([t.Structure, t.ObjectKeyword, t.Declaration, t.Unique, t.Template]);

export interface ParsedTemplate {
  readonly templateKind: TemplateKind;
  readonly name: Name;
  readonly annotations: readonly Annotation[];
  readonly statements: readonly Statement[];
  readonly problems: readonly Diagnostic[];
  /** Where the parser had lost its way: what the lexer says there is no news. */
  readonly silenced: readonly Located[];
}

export interface ParsedExpression {
  readonly expression: Expression;
  readonly problems: readonly Diagnostic[];
  readonly silenced: readonly Located[];
}

type Header = Pick<ParsedTemplate, "templateKind" | "name" | "annotations">;

const noName: Name = { text: "", start: 0, end: 0 };
const noHeader: Header = { templateKind: "ordinary", name: noName, annotations: [] };

export class PanParser extends StatementParser {
  private templateHeader: Header = noHeader;
  private statements: Statement[] = [];

  readonly template = this.RULE("template", (): void => {
    this.SUBRULE(this.header);
    do {
      this.MANY({
        GATE: () => this.dialect === "vmcs" || !this.isVariableOfRuleName(),
        DEF: () => {
          this.beginStatement();
          this.statements.push(this.SUBRULE(this.statement));
          this.takeSkipped();
        },
      });
    } while (!this.RECORDING_PHASE && this.skipInvalid());
    this.CONSUME(t.endOfFile);
  });

  readonly header = this.RULE("header", (): void => {
    const annotations = this.RECORDING_PHASE ? [] : this.takeAnnotations(this.next());
    if (!this.RECORDING_PHASE && !this.headerFollows()) return;
    const templateKind = this.OPTION(() => this.SUBRULE(this.templateKind)) ?? "ordinary";
    this.expect(1, t.Template, "`template` in the first line");
    const token = this.expect(1, t.TemplateName, "the template's name after `template`");
    const { image: text, startOffset: start, end } = token;
    if (text === "" && !this.RECORDING_PHASE && !this.isNext(t.Semicolon)) this.skipBadName();
    this.templateHeader = { templateKind, name: { text, start, end }, annotations };
    this.inStructure = templateKind === "structure";
    this.endStatement(1, "after the template's name");
    this.takeSkipped();
  });

  readonly templateKind = this.RULE("templateKind", (): TemplateKind => {
    const token = this.OR([
      { ALT: () => this.CONSUME(t.ObjectKeyword) },
      { ALT: () => this.CONSUME(t.Structure) },
      { ALT: () => this.CONSUME(t.Unique) },
      { ALT: () => this.CONSUME(t.Declaration) },
    ]);
    return token.image as TemplateKind;
  });

  constructor(config: ParserConfig) {
    super(config);
    this.performSelfAnalysis();
  }

  parseTemplate(input: ParserInput): ParsedTemplate {
    this.begin(input);
    this.templateHeader = noHeader;
    this.statements = [];
    this.inStructure = false;
    this.skipped = undefined;
    this.unwindable(() => this.template());
    this.settle();
    const { templateHeader, statements, problems, silenced } = this;
    return { ...templateHeader, statements, problems, silenced };
  }

  /** Parses DML that stands alone, as on a command line. Semicolons may follow it; `part` says what behind those. */
  parseExpression(input: ParserInput, part: "first" | "whole"): ParsedExpression {
    this.begin(input);
    let expression: Expression = { kind: "MissingExpression", start: 0, end: 0 };
    this.unwindable(() => {
      expression = this.dml();
      if (part === "first" && this.isNext(t.Semicolon)) return;
      while (this.isNext(t.Semicolon)) this.SKIP_TOKEN();
      if (!this.isAtEnd()) this.failExpected("the end of the expression");
    });
    this.settle();
    return { expression, problems: this.problems, silenced: this.silenced };
  }

  /** Runs a rule; a source that nests too deep ends it. */
  private unwindable(rule: () => void): void {
    try {
      rule();
    } catch (error) {
      // Our caller may have left little of the stack; nothing else here can raise a RangeError.
      if (!(error instanceof NestingTooDeep || error instanceof RangeError)) throw error;
      this.failTooDeep();
    }
  }

  /** Whether there is a first line of a template; if it is misspelt or missing, that is reported. */
  private headerFollows(): boolean {
    if (headerStart.has(this.next().tokenTypeIdx)) return true;
    this.failHeader();
    if (this.isNext(t.Identifier) && headerStart.has(this.LA(2).tokenTypeIdx)) {
      this.SKIP_TOKEN();
      return true;
    }
    return false;
  }

  /** What stands in the place of the name, on the same line. */
  private skipBadName(): void {
    while (!this.isAtEnd() && !this.isNext(t.Semicolon) && !this.isFirstOfLine(1)) {
      this.SKIP_TOKEN();
    }
  }

  /** In the dialect `pan` the words of rules are names like others, unless a condition follows them. */
  private isVariableOfRuleName(): boolean {
    return ruleWords.has(this.next().tokenTypeIdx) && !conditionStart.has(this.LA(2).tokenTypeIdx);
  }

  private failHeader(): void {
    const help = didYouMean(this.next(), headerWords);
    this.fail("expected-template", this.nextPlace(), { found: this.found() }, { help });
  }

  /** Skips what cannot begin a statement; false at the end of the file. */
  private skipInvalid(): boolean {
    if (this.isAtEnd()) return false;
    const first = this.next();
    this.ruleWord = undefined;
    this.failStatement(first);
    // Otherwise a second first line would end the skipping before it begins.
    if (headerStart.has(first.tokenTypeIdx)) this.SKIP_TOKEN();
    this.skipStatement();
    const end = this.endOfPrevious();
    this.statements.push({ kind: "InvalidStatement", start: first.startOffset, end });
    if (this.previous().tokenType === t.Semicolon && this.isAtStatementIndent()) this.settle();
    return true;
  }

  private failStatement(first: Token): void {
    const help = headerStart.has(first.tokenTypeIdx)
      ? "A file holds one template."
      : ((this.dialect === "vmcs" ? hintForRule(first) : undefined) ??
        didYouMean(first, statementWords) ??
        hintForStatement(first, this.LA(2) as Token) ??
        this.hint());
    this.fail("expected-statement", this.nextPlace(), { found: this.found() }, { help });
  }

  private takeSkipped(): void {
    if (this.skipped !== undefined) this.statements.push(this.skipped);
    this.skipped = undefined;
  }
}

const headerWords = ["template", "object", "structure", "unique", "declaration"];
const statementWords = [
  "include",
  "variable",
  "type",
  "bind",
  "function",
  "valid",
  "prefix",
  "final",
];

let shared: PanParser | undefined;

/** The one parser: it costs milliseconds to make, and keeps nothing between two texts. */
export function sharedParser(): PanParser {
  shared ??= new PanParser({ skipValidations: true });
  return shared;
}
