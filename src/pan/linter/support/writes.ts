/** The statements of a template that write a path or a global variable, in order, with what they write. */

import type { AssignStatement, Statement, Template, VariableStatement } from "../../syntax/ast.ts";
import { formatPath, isPathProblem, joinPath, type Path, parsePath } from "../../tree/path.ts";

export interface Write {
  readonly statement: AssignStatement | VariableStatement;
  /** A canonical path, or a variable's name. */
  readonly name: string;
}

export type Step = Write | { readonly statement: Statement; readonly name: undefined };

/** All statements; those that write something of which the name is known have it. */
export function stepsOf({ statements }: Template): readonly Step[] {
  let prefix: Path | undefined;
  return statements.map((statement): Step => {
    if (statement.kind === "VariableStatement") return { statement, name: statement.name.text };
    if (statement.kind === "PrefixStatement") prefix = readPath(statement.path.text);
    if (statement.kind !== "AssignStatement") return { statement, name: undefined };
    const path = readPath(statement.path.text);
    if (path === undefined || path.kind === "external") return { statement, name: undefined };
    const isBelowPrefix = path.kind === "relative" && prefix !== undefined;
    const whole = isBelowPrefix && prefix !== undefined ? joinPath(prefix, path.terms) : path;
    return { statement, name: formatPath(whole) };
  });
}

export function isWrite(step: Step): step is Write {
  return step.name !== undefined;
}

/** Whether a path is another one, or inside of it. */
export function isWithin(name: string, outer: string): boolean {
  return name === outer || outer === "/" || name.startsWith(`${outer}/`);
}

export function sameKind(a: Write, b: Write): boolean {
  return a.statement.kind === b.statement.kind;
}

function readPath(text: string): Path | undefined {
  if (text === "") return undefined;
  const path = parsePath(text);
  return isPathProblem(path) ? undefined : path;
}
