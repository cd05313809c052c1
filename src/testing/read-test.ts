/** A test file → what it asks for. */

import { assertNever } from "../base/assert-never.ts";
import { definitions } from "../diagnostics/codes.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { directoryOf, joinPath } from "../host/path.ts";
import type { Statement, Template } from "../pan/syntax/ast.ts";
import type { Dialect } from "../pan/syntax/dialect.ts";
import { parseTemplate } from "../pan/syntax/parse-template.ts";
import { type LineIndex, lineIndex } from "../text/line-index.ts";
import { type Span, spanIn } from "../text/span.ts";
import { type Directive, malformed, parseExpected, readDirectives } from "./directives.ts";
import { parseCase } from "./parse-case.ts";
import { isBackend, outputNames } from "./snapshot-outputs.ts";
import type { ExpectedDiagnostic, SnapshotRequest, TestCase, TestPlan } from "./test-plan.ts";

export interface ReadTest {
  /** Undefined if the file cannot be run as a test. */
  readonly plan: TestPlan | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Syntax errors are not reported: they are found when the test runs, and may be expected. */
export function readTest(file: string, text: string, dialect: Dialect): ReadTest {
  const { template } = parseTemplate(text, { file, dialect, mode: "compile" });
  const { templateKind, name } = template;
  if (templateKind !== "object" && name.text !== "") {
    const kind =
      templateKind === "ordinary" ? "an ordinary template" : `a ${templateKind} template`;
    return {
      plan: undefined,
      diagnostics: [diagnostic("test-not-object", spanIn(file, name), { kind })],
    };
  }
  const { directives, diagnostics } = readDirectives(file, text, template.comments);
  const reader = new PlanReader(file, template, lineIndex(text), dialect);
  for (const directive of directives) reader.add(directive);
  const problems = [...diagnostics, ...reader.finish()];
  return { plan: problems.length > 0 ? undefined : reader.plan(), diagnostics: problems };
}

class PlanReader {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly cases: TestCase[] = [];
  private readonly expected: ExpectedDiagnostic[] = [];
  private readonly includePath: string[] = [];
  private readonly snapshots: SnapshotRequest[] = [];
  private build: TestPlan["build"];
  private skip: string | undefined;
  private readonly file: string;
  private readonly template: Template;
  private readonly lines: LineIndex;
  private readonly dialect: Dialect;

  constructor(file: string, template: Template, lines: LineIndex, dialect: Dialect) {
    this.file = file;
    this.template = template;
    this.lines = lines;
    this.dialect = dialect;
  }

  add(directive: Directive): void {
    switch (directive.name) {
      case "expect":
        return this.addExpected(directive);
      case "case":
        return this.addCase(directive);
      case "snapshot":
        return this.addSnapshots(directive);
      case "build":
        return this.addBuild(directive);
      case "include-path":
        return this.addDirectories(directive);
      case "skip":
        if (directive.text === "") this.refuse(directive, "the reason is missing");
        this.skip = directive.text;
        return;
      default:
        assertNever(directive.name);
    }
  }

  finish(): readonly Diagnostic[] {
    for (const statement of this.template.statements) this.checkVariable(statement);
    return this.diagnostics;
  }

  plan(): TestPlan {
    const { file, template, expected, includePath, build, snapshots, skip } = this;
    const only: TestCase = {
      name: "",
      span: spanIn(file, template.name),
      variables: [],
      expected: [],
    };
    return {
      file,
      name: template.name.text,
      nameSpan: spanIn(file, template.name),
      cases: this.cases.length === 0 ? [only] : this.cases,
      includePath,
      expected,
      checks: template.statements.filter((statement) => statement.kind === "ValidStatement"),
      build,
      snapshots,
      skip,
    };
  }

  private addExpected(directive: Directive): void {
    const parsed = parseExpected(directive.text, definitions);
    if (typeof parsed === "string") return this.refuse(directive, parsed);
    const isAboutAll = directive.span.start < this.template.name.start;
    const statement = isAboutAll ? undefined : this.statementFor(directive.span);
    if (!isAboutAll && statement === undefined) {
      return this.refuse(directive, "no statement follows");
    }
    const { span } = directive;
    this.expected.push({ ...parsed, span, statement: statement && spanIn(this.file, statement) });
  }

  /** The statement on the direction's line, or around it, else the next one. */
  private statementFor({ start }: Span): Statement | undefined {
    const { statements } = this.template;
    const lineOf = (offset: number): number => this.lines.position(offset).line;
    const line = lineOf(start);
    const before = statements.findLast((statement) => statement.start < start);
    if (before !== undefined && (before.end > start || lineOf(before.end - 1) === line)) {
      return before;
    }
    return statements.find((statement) => statement.start > start);
  }

  private addCase(directive: Directive): void {
    const found = parseCase(directive, this.dialect);
    if ("related" in found) this.diagnostics.push(found);
    else if (this.cases.some(({ name }) => name === found.name)) {
      this.refuse(directive, `there is another case '${found.name}'`);
    } else this.cases.push(found);
  }

  private addSnapshots(directive: Directive): void {
    const [, names = "", profile] = /^(.*?)(?:\s+of\s+(\S+))?$/s.exec(directive.text) ?? [];
    const wanted = words(names);
    if (wanted.length === 0) return this.refuse(directive, "no output is named");
    for (const what of wanted) {
      if (outputNames.includes(what)) this.snapshots.push({ span: directive.span, what, profile });
      else
        this.refuse(directive, `there is no output '${what}'; there are ${outputNames.join(", ")}`);
    }
  }

  private addBuild(directive: Directive): void {
    const backends = words(directive.text);
    const unknown = backends.find((name) => !isBackend(name));
    if (unknown !== undefined) this.refuse(directive, `there is no backend '${unknown}'`);
    this.build = { span: directive.span, backends: [...(this.build?.backends ?? []), ...backends] };
  }

  private addDirectories(directive: Directive): void {
    const directories = words(directive.text);
    if (directories.length === 0) return this.refuse(directive, "no directory is named");
    for (const name of directories) {
      this.includePath.push(joinPath(directoryOf(this.file), name));
    }
  }

  /** A case that a statement of the test undoes would be no case. */
  private checkVariable(statement: Statement): void {
    if (statement.kind !== "VariableStatement" || statement.conditional) return;
    const name = statement.name.text;
    const one = this.cases.find(({ variables }) => variables.some((set) => set.name === name));
    if (one === undefined) return;
    const related = [{ span: one.span, message: `The case '${one.name}' sets it.` }];
    const span = spanIn(this.file, statement.name);
    this.diagnostics.push(diagnostic("case-variable-overwritten", span, { name }, { related }));
  }

  private refuse(directive: Directive, problem: string): void {
    this.diagnostics.push(malformed(directive, problem));
  }
}

function words(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}
