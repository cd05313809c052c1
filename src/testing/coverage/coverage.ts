/** What tests have run of templates. */

import { compareCodeUnits, compareNumbers } from "../../base/compare.ts";
import type { Compiled } from "../../pan/evaluator/code.ts";
import type { Step } from "../../pan/evaluator/compiled-template.ts";
import type { TemplateObserver } from "../../pan/evaluator/observer.ts";
import type { Expression, Statement, Template } from "../../pan/syntax/ast.ts";
import { lineIndex } from "../../text/line-index.ts";
import type { Located } from "../../text/span.ts";
import { type Arm, type Points, pointsOf } from "./points.ts";

/** Places are lines, counted from 1. */
export interface FileCoverage {
  /** Absolute path. */
  readonly file: string;
  readonly statements: readonly LineCount[];
  readonly functions: readonly (LineCount & { readonly name: string })[];
  readonly branches: readonly LineBranch[];
}

export interface LineCount {
  readonly line: number;
  readonly lastLine: number;
  readonly count: number;
}

export interface LineBranch {
  readonly line: number;
  readonly arms: readonly { readonly name: Arm["name"]; readonly count: number }[];
}

export class Coverage {
  private readonly observers = new Map<string, FileObserver>();
  private readonly isWanted: (file: string) => boolean;

  /** Only files that are wanted are looked at. */
  constructor(isWanted: (file: string) => boolean) {
    this.isWanted = isWanted;
  }

  observe(file: string, template: Template): TemplateObserver | undefined {
    if (!this.isWanted(file)) return undefined;
    const observer = new FileObserver(template);
    this.observers.set(file, observer);
    return observer;
  }

  isKnown(file: string): boolean {
    return this.observers.has(file);
  }

  /** In the order of the files. */
  files(textOf: (file: string) => string | undefined): readonly FileCoverage[] {
    return [...this.observers]
      .toSorted(([a], [b]) => compareCodeUnits(a, b))
      .map(([file, observer]) => observer.lines(file, textOf(file) ?? ""));
  }
}

class FileObserver implements TemplateObserver {
  readonly wantsLinks = false;
  private readonly points: Points;
  /** Statements that have something to run. */
  private readonly compiled = new Set<Statement>();
  /** Branches that are decided while the template is read. */
  private readonly decided = new Set<Expression>();

  constructor(template: Template) {
    this.points = pointsOf(template);
  }

  statement(node: Statement, step: Step): Step {
    const counter = this.points.statements.get(node);
    if (counter === undefined) return step;
    this.compiled.add(node);
    return (ctx) => {
      counter.count++;
      step(ctx);
    };
  }

  expression(node: Expression, compiled: Compiled): Compiled {
    if (node.kind === "IfExpression" && compiled.constant !== undefined) this.decided.add(node);
    const counter = this.points.expressions.get(node);
    if (counter === undefined) return compiled;
    const { run } = compiled;
    return {
      ...compiled,
      run(ctx) {
        counter.count++;
        return run(ctx);
      },
    };
  }

  lines(file: string, text: string): FileCoverage {
    const { points, decided } = this;
    const lines = lineIndex(text);
    const line = (offset: number): number => lines.position(offset).line;
    const place = ({ start, end }: Located) => ({ line: line(start), lastLine: line(end) });
    // A statement without a step in a template that was compiled does nothing.
    const isAnyCompiled = this.compiled.size > 0;
    const outer = [...points.statements]
      .filter(([statement]) => !isAnyCompiled || this.compiled.has(statement))
      .map(([, counter]) => ({ ...place(counter), count: counter.count }));
    const inner = [...points.inner].map(([node, statement]) => ({
      ...place(node),
      count: this.hasRun(statement) ? (points.expressions.get(node)?.count ?? 0) : 0,
    }));
    const branches = [...points.branches].filter(([node]) => !decided.has(node));
    return {
      file,
      statements: [...outer, ...inner].toSorted(byLine),
      functions: points.functions.map((point) => {
        return { ...place(point), name: point.name, count: point.count };
      }),
      branches: branches.map(([, { start, arms }]) => ({
        line: line(start),
        arms: arms.map(({ name, count }) => ({ name, count: count() })),
      })),
    };
  }

  /** DML may have been tried while its template was read, without its statement ever being run. */
  private hasRun(statement: Statement): boolean {
    return (this.points.statements.get(statement)?.count ?? 1) > 0;
  }
}

function byLine(a: LineCount, b: LineCount): number {
  return compareNumbers(a.line, b.line) || compareNumbers(a.lastLine, b.lastLine);
}
