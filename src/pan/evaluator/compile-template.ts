/**
 * A template's syntax tree to a template that can run, with the checks that need no profile.
 *
 * Every statement is compiled even if another one is refused, so that all errors are reported at once.
 */

import { assertNever } from "../../base/assert-never.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Span, spanIn } from "../../text/span.ts";
import type {
  AssignStatement,
  PrefixStatement,
  RuleStatement,
  Statement,
  Template,
} from "../syntax/ast.ts";
import { formatPath, isPathProblem, joinPath, type Path, parsePath } from "../tree/path.ts";
import { compileAssignStatement, compileThisStatement } from "./compile-assignment.ts";
import {
  compileBind,
  compileFunctionStatement,
  compileInclude,
  compileTypeStatement,
  compileVariableStatement,
} from "./compile-statement.ts";
import type { CompiledTemplate, Step } from "./compiled-template.ts";
import { EvaluationError } from "./evaluation-error.ts";
import { refuse, type TemplateScope } from "./scope.ts";
import { failPath } from "./term-problem.ts";

export interface CompileTemplateOutput {
  /** Undefined if there are errors. */
  readonly template: CompiledTemplate | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function compileTemplate(ast: Template, scope: TemplateScope): CompileTemplateOutput {
  const compiler = new TemplateCompiler(ast, scope);
  for (const statement of ast.statements) compiler.add(statement);
  return compiler.finish();
}

class TemplateCompiler {
  private readonly ast: Template;
  private readonly template: TemplateScope;
  private readonly first: Step[] = [];
  private readonly again: Step[] = [];
  private readonly rules: RuleStatement[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private readonly declared = new Map<
    string,
    Statement & { readonly name: { readonly start: number } }
  >();
  private prefix: Path | undefined;
  private prefixPlace: Span | undefined;
  private absolutePrefix: Path | undefined;

  constructor(ast: Template, template: TemplateScope) {
    this.ast = ast;
    this.template = template;
  }

  add(statement: Statement): void {
    try {
      this.checkAllowed(statement);
      this.compile(statement);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      this.diagnostics.push(error.diagnostic);
    }
  }

  finish(): CompileTemplateOutput {
    const { diagnostics } = this;
    if (diagnostics.length > 0) return { template: undefined, diagnostics };
    const { name, templateKind } = this.ast;
    const once = templateKind === "unique" || templateKind === "declaration";
    return {
      template: {
        name: name.text,
        kind: templateKind,
        file: this.template.file,
        nameSpan: spanIn(this.template.file, name),
        first: this.first,
        again: once ? [] : this.again,
        rules: this.rules,
      },
      diagnostics,
    };
  }

  private compile(statement: Statement): void {
    switch (statement.kind) {
      case "AssignStatement":
        return this.everyTime(statement, this.compileAssign(statement));
      case "VariableStatement":
        return this.everyTime(statement, compileVariableStatement(this.template, statement));
      case "IncludeStatement": {
        const step = compileInclude(this.template, statement);
        if (step !== undefined) this.everyTime(statement, step);
        return;
      }
      case "TypeStatement":
        this.declareOnce(statement, "type");
        return this.firstTime(statement, compileTypeStatement(this.template, statement));
      case "FunctionStatement":
        this.declareOnce(statement, "function");
        return this.firstTime(statement, compileFunctionStatement(this.template, statement));
      case "BindStatement":
      case "ValidStatement":
        return this.firstTime(statement, compileBind(this.template, statement));
      case "PrefixStatement":
        return this.setPrefix(statement);
      case "RuleStatement":
        this.rules.push(statement);
        return;
      case "EmptyStatement":
      case "InvalidStatement":
        return;
      default:
        return assertNever(statement);
    }
  }

  private firstTime(statement: Statement, step: Step): void {
    this.first.push(this.template.observe?.statement(statement, step) ?? step);
  }

  private everyTime(statement: Statement, step: Step): void {
    this.firstTime(statement, step);
    this.again.push(this.first.at(-1) as Step);
  }

  /** Which statements a kind of template may hold (manual, "Pan book", templates). */
  private checkAllowed(statement: Statement): void {
    const kind = this.ast.templateKind;
    if (kind === "declaration" && statement.kind === "AssignStatement") {
      refuse(this.template, statement, "assignment-in-declaration", {});
    }
    if (kind === "structure" && forbiddenInStructure.includes(statement.kind)) {
      refuse(this.template, statement, "declaration-in-structure", {});
    }
  }

  private compileAssign(statement: AssignStatement): Step {
    const isStructure = this.ast.templateKind === "structure";
    if (isStructure && this.template.dialect === "vmcs" && statement.path.text === "") {
      return compileThisStatement(this.template, statement);
    }
    const path = this.pathOf(statement);
    if (isStructure && path.kind === "absolute") {
      return refuse(this.template, statement.path, "absolute-path-in-structure", {
        path: formatPath(path),
      });
    }
    if (!isStructure && path.kind === "relative") {
      return refuse(this.template, statement.path, "relative-path", { path: formatPath(path) });
    }
    return compileAssignStatement(this.template, statement, path, this.prefixOf(statement));
  }

  private pathOf(statement: AssignStatement): Path {
    const { prefix } = this;
    const path = parsePath(statement.path.text, prefix !== undefined && prefix.terms.length > 0);
    if (isPathProblem(path)) {
      return failPath(
        undefined,
        spanIn(this.template.file, statement.path),
        statement.path.text,
        path,
        "syntax",
      );
    }
    return prefix !== undefined && path.kind === "relative" ? joinPath(prefix, path.terms) : path;
  }

  /** The prefix statement that completes the path of an assignment. */
  private prefixOf({ path }: AssignStatement): Span | undefined {
    return path.text.startsWith("/") ? undefined : this.prefixPlace;
  }

  /** An absolute prefix, or one relative to the last absolute one; the empty text ends it. */
  private setPrefix(statement: PrefixStatement): void {
    const { text } = statement.path;
    // So that what comes after a wrong prefix is not refused for want of one.
    this.prefix = this.ast.templateKind === "structure" ? relativeRoot : absoluteRoot;
    if (text === "") {
      this.prefix = undefined;
      this.prefixPlace = undefined;
      return;
    }
    const path = parsePath(text);
    if (isPathProblem(path))
      return failPath(undefined, spanIn(this.template.file, statement.path), text, path, "syntax");
    this.prefixPlace = spanIn(this.template.file, statement);
    if (path.kind === "absolute") {
      this.prefix = path;
      this.absolutePrefix = path;
    } else if (this.absolutePrefix === undefined) {
      refuse(this.template, statement.path, "prefix-not-absolute", { path: text });
    } else {
      this.prefix = path.kind === "relative" ? joinPath(this.absolutePrefix, path.terms) : path;
    }
  }

  private declareOnce(
    statement: Statement & { readonly name: { text: string; start: number; end: number } },
    what: "type" | "function",
  ): void {
    const { name } = statement;
    const key = `${what} ${name.text}`;
    const previous = this.declared.get(key);
    if (previous !== undefined) {
      const related = [
        { span: spanIn(this.template.file, previous), message: `${name.text} is declared here.` },
      ];
      refuse(
        this.template,
        name,
        what === "type" ? "type-redeclared" : "function-redeclared",
        { name: name.text },
        { related },
      );
    }
    this.declared.set(key, statement);
  }
}

const absoluteRoot: Path = { kind: "absolute", authority: "", terms: [] };
const relativeRoot: Path = { kind: "relative", authority: "", terms: [] };

const forbiddenInStructure: readonly Statement["kind"][] = [
  "VariableStatement",
  "BindStatement",
  "ValidStatement",
  "FunctionStatement",
  "TypeStatement",
];
