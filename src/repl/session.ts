/**
 * One profile to ask: built once, and then DML is evaluated in it, where `SELF` is the value at the current path.
 *
 * Functions, types and global variables are those that the profile had at its end. What an expression assigns are
 * local variables, which later expressions know. Nothing but `set` changes the configuration, which nobody else sees.
 */

import { dedupeDiagnostics } from "../diagnostics/arrange.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { Compilation } from "../pan/compiler/compilation.ts";
import type { CompileOptions } from "../pan/compiler/options.ts";
import type { SourceHost } from "../pan/compiler/source-host.ts";
import { guardStack } from "../pan/compiler/stack-guard.ts";
import type { TemplateCache } from "../pan/compiler/template-store.ts";
import type { Body } from "../pan/evaluator/code.ts";
import { compileAssignStatement } from "../pan/evaluator/compile-assignment.ts";
import { compileBody } from "../pan/evaluator/compile-expression.ts";
import { Evaluation } from "../pan/evaluator/evaluation.ts";
import type { TemplateScope } from "../pan/evaluator/scope.ts";
import { readOnlySelf } from "../pan/evaluator/self.ts";
import { peekAt } from "../pan/evaluator/write-log.ts";
import { closestPath } from "../pan/history/closest-path.ts";
import { checksOf } from "../pan/history/explain-types.ts";
import type { Check } from "../pan/history/explanation.ts";
import type { AssignStatement, Expression } from "../pan/syntax/ast.ts";
import { formatTerms } from "../pan/tree/path.ts";
import type { Term } from "../pan/tree/term.ts";
import { UNDEF } from "../pan/tree/transient.ts";
import type { Value } from "../pan/tree/value.ts";
import { insertDefaults } from "../pan/validator/default-value.ts";
import { validate } from "../pan/validator/validate.ts";
import type { Span } from "../text/span.ts";
import { type ParsedInput, parseInput } from "./parse-input.ts";
import { type WorkBudget, workBudget } from "./work-budget.ts";

export interface SessionInput {
  readonly host: SourceHost;
  /** Its object template. */
  readonly name: string;
  readonly file: string;
  readonly options: CompileOptions;
  /** Takes what `debug` and `traceback` say. */
  readonly print: (text: string) => void;
  /** How many iterations and calls one evaluation may take. */
  readonly workLimit: number;
  /** Templates of other sessions with the same options; takes those of this one. */
  readonly templates: TemplateCache;
}

/** A piece of what was typed. */
export interface Input {
  /** The name under which diagnostics speak of it. */
  readonly file: string;
  /** The whole text; what is not DML in front of it is blank. */
  readonly text: string;
}

export interface Evaluated {
  /** Undefined if there are errors. */
  readonly value: Value | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Setting extends Input {
  readonly terms: readonly Term[];
  /** The place of the path in the text. */
  readonly at: { readonly start: number; readonly end: number };
  /** `?=` */
  readonly isConditional: boolean;
}

export class Session {
  readonly name: string;
  readonly file: string;
  /** What is wrong with the profile. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether `set` has changed it. */
  isChanged = false;
  private readonly input: SessionInput;
  private readonly compilation: Compilation;
  private readonly ctx: Evaluation | undefined;
  private readonly budget: WorkBudget | undefined;
  /** Grows when an evaluation warns of something. */
  private readonly reported: readonly Diagnostic[];
  /** Local variables of earlier expressions, in the order in which they were met. */
  private names: readonly string[] = [];
  private values: readonly (Value | undefined)[] = [];

  constructor(input: SessionInput) {
    const { host, name, file, print, workLimit, templates } = input;
    this.name = name;
    this.file = file;
    this.input = input;
    // What is asked later on is asked of this evaluation, which therefore computes all by itself.
    const options: CompileOptions = { ...input.options, sharing: "off" };
    this.compilation = new Compilation(host, options, print, undefined, templates);
    const { diagnostics } = this.compilation.store.get(file);
    this.compilation.offerFile(name, file);
    const { evaluation, diagnostics: found } = this.compilation.finish(name);
    this.reported = found;
    this.diagnostics = dedupeDiagnostics([...diagnostics, ...found]);
    this.ctx = evaluation instanceof Evaluation ? evaluation : undefined;
    this.budget = this.ctx && workBudget(this.ctx, workLimit);
    // Where the templates have failed, they are still in the middle of something.
    while (this.ctx !== undefined && this.ctx.depth > 0) this.ctx.leave();
  }

  /** Text of a template that was read. */
  text(path: string): string | undefined {
    return this.compilation.store.text(path);
  }

  /** The value at a path, to be looked at; undefined if there is none. */
  valueAt(terms: readonly Term[]): Value | undefined {
    return this.ctx && peekAt(this.ctx.root, terms);
  }

  checksAt(terms: readonly Term[]): readonly Check[] {
    return this.ctx === undefined ? [] : checksOf(this.ctx, terms);
  }

  /** What there is instead of a value at a path. */
  missing(terms: readonly Term[], span: Span): Diagnostic {
    const guess = this.ctx && closestPath(this.ctx.root, terms);
    const help =
      guess === undefined ? ":path / leads to the root." : `Did you mean ${formatTerms(guess)}?`;
    return diagnostic("path-undefined", span, { path: formatTerms(terms) }, { help });
  }

  functionNames(): readonly string[] {
    return [...(this.ctx?.functions.keys() ?? [])];
  }

  variableNames(): readonly string[] {
    return [...(this.ctx?.globals.keys() ?? []), ...this.names];
  }

  /** Evaluates DML; `SELF` is the value at the path, if there is one. */
  evaluate(input: Input, terms: readonly Term[]): Evaluated {
    const { expression, diagnostics } = this.parse(input);
    if (expression === undefined) return { value: undefined, diagnostics };
    return this.guarded(input, diagnostics, (ctx) => {
      const { body } = compileBody(this.scope(input), expression, this.names);
      let locals = this.values.slice();
      const run: Body["run"] = () => {
        ctx.locals = locals;
        return body.run(ctx);
      };
      const self =
        this.valueAt(terms) === undefined ? undefined : ctx.get(absolute(terms), ctx.here, true);
      const value = ctx.runValidation({ run, locals: body.locals }, readOnlySelf(self));
      locals = locals.slice();
      this.names = body.locals.slice();
      this.values = locals;
      return { value, diagnostics: [] };
    });
  }

  /** Does what an assignment at the end of the templates would do; what is then invalid stays so, and is told. */
  set(setting: Setting): Evaluated {
    const { expression, diagnostics } = this.parse(setting);
    if (expression === undefined) return { value: undefined, diagnostics };
    const before = this.ctx?.root;
    let isDone = false;
    const outcome = this.guarded(setting, diagnostics, (ctx) => {
      ctx.root = ctx.root.duplicate();
      const path = absolute(setting.terms);
      const statement = assignment(setting, expression);
      const step = compileAssignStatement(this.scope(setting), statement, path, undefined);
      const run = (): Value => {
        step(ctx);
        return UNDEF;
      };
      ctx.runValidation({ run, locals: [] }, readOnlySelf(undefined));
      insertDefaults(ctx);
      isDone = true;
      return { value: peekAt(ctx.root, setting.terms), diagnostics: validate(ctx) };
    });
    if (isDone) this.isChanged = true;
    else if (this.ctx !== undefined && before !== undefined) this.ctx.root = before;
    return outcome;
  }

  /** The same profile as its templates make it. */
  anew(): Session {
    return new Session(this.input);
  }

  private parse({ file, text }: Input): ParsedInput {
    return parseInput(text, file, this.input.options.dialect);
  }

  private scope({ file }: Input): TemplateScope {
    return { file, dialect: this.input.options.dialect, debugEnabled: true };
  }

  /** Nothing that an evaluation can end with ends the session; `warnings` come before what it reports. */
  private guarded(
    { file, text }: Input,
    warnings: readonly Diagnostic[],
    run: (ctx: Evaluation) => Evaluated,
  ): Evaluated {
    const { ctx, budget, reported } = this;
    if (ctx === undefined || budget === undefined)
      return { value: undefined, diagnostics: warnings };
    budget.renew();
    ctx.here = { file, start: text.length - text.trimStart().length, end: text.trimEnd().length };
    const known = reported.length;
    const errors: Diagnostic[] = [];
    let done: Evaluated = { value: undefined, diagnostics: [] };
    guardStack(
      errors,
      () => ctx.here,
      () => {
        done = run(ctx);
      },
    );
    // What the profile was warned of already, a second validation warns of again.
    const warned = dedupeDiagnostics([...this.diagnostics, ...reported.slice(known)]);
    const more = warned.slice(this.diagnostics.length);
    const diagnostics = [...warnings, ...more, ...errors, ...done.diagnostics];
    return { value: done.value, diagnostics };
  }
}

function absolute(terms: readonly Term[]): {
  readonly kind: "absolute";
  readonly authority: "";
  readonly terms: readonly Term[];
} {
  return { kind: "absolute", authority: "", terms };
}

function assignment({ terms, at, isConditional }: Setting, value: Expression): AssignStatement {
  return {
    kind: "AssignStatement",
    final: false,
    path: { text: formatTerms(terms), ...at },
    conditional: isConditional,
    value,
    annotations: [],
    start: at.start,
    end: value.end,
  };
}
