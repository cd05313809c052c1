/**
 * Looking on while a template runs: which of its statements run, and which values its expressions have.
 *
 * Whoever looks on wraps the code while the template is compiled, so that code of templates that nobody looks at is
 * what it would be without this. Observed profiles must not share what they compute (`sharing/`), or some of it
 * would run unseen.
 */

import type { Expression, Statement } from "../syntax/ast.ts";
import type { Compiled } from "./code.ts";
import type { Step } from "./compiled-template.ts";

export interface TemplateObserver {
  /** What runs in the place of a statement. Statements that do nothing have no step. */
  statement(node: Statement, step: Step): Step;
  /** What runs in the place of an expression; it must keep everything but `run`. */
  expression(node: Expression, compiled: Compiled): Compiled;
  /** Whether the values inside chains of operators are wanted; chains are compiled link by link then. */
  readonly wantsLinks: boolean;
}
