/**
 * What the compilation of one template's DML knows of its surroundings, and how it refuses.
 *
 * Local variables are known by name when a body is read, so each body numbers its own; what is not assigned in a
 * body is a global variable there.
 */

import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import type { DiagnosticArguments, DiagnosticExtras } from "../../diagnostics/diagnostic.ts";
import { type Located, type Span, spanIn } from "../../text/span.ts";
import type { Expression } from "../syntax/ast.ts";
import type { Dialect } from "../syntax/dialect.ts";
import type { Compiled } from "./code.ts";
import type { TemplateObserver } from "./observer.ts";
import { fail } from "./site.ts";

export interface TemplateScope {
  readonly file: string;
  readonly dialect: Dialect;
  /** Whether `debug` and `traceback` do something in this template. */
  readonly debugEnabled: boolean;
  /** Looks on while the template runs; undefined for nearly all. */
  readonly observe?: TemplateObserver | undefined;
}

/** Given to the scope, so that the parts of the compiler need not import each other in a circle. */
export type ExpressionCompiler = (scope: BodyScope, node: Expression) => Compiled;

export class BodyScope {
  readonly template: TemplateScope;
  /** Names of the local variables, by slot. */
  readonly locals: string[] = [];
  private readonly compileNode: ExpressionCompiler;

  constructor(
    template: TemplateScope,
    compileNode: ExpressionCompiler,
    firstLocals: readonly string[] = [],
  ) {
    this.template = template;
    this.compileNode = compileNode;
    this.locals.push(...firstLocals);
  }

  /** Compiles a part of the body. */
  compile(node: Expression): Compiled {
    return this.compileNode(this, node);
  }

  /** Compiles a part whose value is needed: calls that never give one are refused in it. */
  compileValue(node: Expression): Compiled {
    const compiled = this.compile(node);
    return compiled.leaves ? this.refuse(node, "value-needed", {}) : compiled;
  }

  /** The slot of a local variable; made if it is new. */
  slot(name: string): number {
    const known = this.locals.indexOf(name);
    return known >= 0 ? known : this.locals.push(name) - 1;
  }

  span(node: Located): Span {
    return spanIn(this.template.file, node);
  }

  refuse<Code extends DiagnosticCode>(
    node: Located,
    code: Code,
    args: DiagnosticArguments<Code>,
    extras: DiagnosticExtras = {},
  ): never {
    return refuse(this.template, node, code, args, extras);
  }
}

/** Refuses the template: the reader's errors are syntax errors, whatever their code. */
export function refuse<Code extends DiagnosticCode>(
  template: TemplateScope,
  node: Located,
  code: Code,
  args: DiagnosticArguments<Code>,
  extras: DiagnosticExtras = {},
): never {
  return fail(undefined, spanIn(template.file, node), code, args, {
    category: "syntax",
    ...extras,
  });
}
