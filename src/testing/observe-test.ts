/** Looking on while a test file runs: the variables of its case are set first, and what its checks compute is kept. */

import type { Compiled, VariableAccess } from "../pan/evaluator/code.ts";
import type { Step } from "../pan/evaluator/compiled-template.ts";
import type { Evaluation } from "../pan/evaluator/evaluation.ts";
import { GlobalVariable } from "../pan/evaluator/global-variable.ts";
import type { TemplateObserver } from "../pan/evaluator/observer.ts";
import type { Expression, Statement, Template } from "../pan/syntax/ast.ts";
import { nodesIn } from "../pan/syntax/nodes.ts";
import { duplicate } from "../pan/tree/resource.ts";
import type { Value } from "../pan/tree/value.ts";
import { type Located, spanIn } from "../text/span.ts";
import type { CaseVariable } from "./test-plan.ts";

/** One for each test file: the compiled template refers to it, and serves all cases. */
export class TestObserver implements TemplateObserver {
  readonly wantsLinks = true;
  private readonly watched = new Set<unknown>();
  private readonly constants = new Map<number, Value>();
  private readonly values = new Map<number, Value>();
  private readonly reached = new Map<number, ReadonlySet<string>>();
  private readonly file: string;
  private variables: readonly CaseVariable[] = [];
  private hasFirst = false;

  constructor(file: string, template: Template) {
    this.file = file;
    for (const statement of template.statements) {
      if (statement.kind !== "ValidStatement") continue;
      for (const node of nodesIn(statement.body)) this.watched.add(node);
    }
  }

  /** Forgets what an earlier case has computed. */
  begin(variables: readonly CaseVariable[]): void {
    this.variables = variables;
    this.values.clear();
    this.reached.clear();
  }

  /** A profile that refers to this test later on is not in any case. What was computed stays. */
  end(): void {
    this.variables = [];
  }

  /** The value that an expression had when it was last evaluated; undefined if it was not. */
  valueOf({ start, end }: Expression): Value | undefined {
    const key = placeKey(start, end);
    return this.values.get(key) ?? this.constants.get(key);
  }

  /** Files of the templates that a statement of the test was the first to need. */
  reachedBy({ start }: Located): ReadonlySet<string> {
    return this.reached.get(start) ?? nothing;
  }

  statement(node: Statement, step: Step): Step {
    const isFirst = !this.hasFirst;
    this.hasFirst = true;
    const span = spanIn(this.file, node);
    return (ctx) => {
      ctx.here = span;
      if (isFirst) this.setVariables(ctx);
      const known = ctx.templates.size;
      try {
        step(ctx);
      } finally {
        if (ctx.templates.size > known) this.noteReached(node, ctx, known);
      }
    };
  }

  expression(node: Expression, compiled: Compiled): Compiled {
    if (!this.watched.has(node)) return compiled;
    const { run, constant, variable } = compiled;
    const key = placeKey(node.start, node.end);
    if (constant !== undefined) this.constants.set(key, constant);
    const keep = <Found extends Value | undefined>(ctx: Evaluation, value: Found): Found => {
      if (!ctx.compileTime && value !== undefined) this.values.set(key, value);
      return value;
    };
    const watching: Compiled = { ...compiled, run: (ctx) => keep(ctx, run(ctx)) };
    if (variable === undefined) return watching;
    const access: VariableAccess = {
      ...variable,
      lookUp: (ctx) => keep(ctx, variable.lookUp(ctx)),
    };
    return { ...watching, variable: access };
  }

  private noteReached({ start }: Statement, ctx: Evaluation, known: number): void {
    const files = [...ctx.templates.values()].slice(known).map(({ file }) => file);
    this.reached.set(start, new Set([...this.reachedBy({ start, end: start }), ...files]));
  }

  private setVariables(ctx: Evaluation): void {
    for (const { name, value } of this.variables) {
      ctx.globals.set(name, new GlobalVariable(name, duplicate(value)));
    }
  }
}

const nothing: ReadonlySet<string> = new Set();

/** Two expressions have the same place only if one is the other in a block of its own: their values are the same. */
function placeKey(start: number, end: number): number {
  return start * 2 ** 26 + end;
}
