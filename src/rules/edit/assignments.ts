/** The assignments of a template with the paths that they write, and the literals in their values. */

import { lookUp } from "../../base/lookup.ts";
import type { AssignStatement, Expression, Template } from "../../pan/syntax/ast.ts";
import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";

export interface PathAssignment {
  readonly statement: AssignStatement;
  /** From the root. */
  readonly terms: readonly Term[];
}

/** Those whose paths are known from the text alone; a relative path of a structure template is not. */
export function pathAssignments({ statements }: Template): readonly PathAssignment[] {
  let prefix: readonly Term[] | undefined;
  return statements.flatMap((statement): readonly PathAssignment[] => {
    if (statement.kind === "PrefixStatement") {
      prefix = termsOf(statement.path.text, undefined);
      return [];
    }
    if (statement.kind !== "AssignStatement") return [];
    const terms = termsOf(statement.path.text, prefix);
    return terms === undefined ? [] : [{ statement, terms }];
  });
}

function termsOf(text: string, prefix: readonly Term[] | undefined): readonly Term[] | undefined {
  // An empty prefix ends the one before; variables are known only when the template runs.
  if (text === "" || text.includes("${")) return undefined;
  const path = parsePath(text);
  if (isPathProblem(path) || path.kind === "external") return undefined;
  if (path.kind === "absolute") return path.terms;
  return prefix === undefined ? undefined : [...prefix, ...path.terms];
}

/** The literal that gives the value at a path, inside the value of an assignment above it. */
export function literalAt(
  { statement, terms }: PathAssignment,
  wanted: readonly Term[],
): Expression | undefined {
  if (!startsWith(wanted, terms)) return undefined;
  let value: Expression | undefined = statement.value;
  for (const term of wanted.slice(terms.length)) {
    value = value === undefined ? undefined : entryOf(value, term);
  }
  return value !== undefined && isLiteral(value) ? value : undefined;
}

export function startsWith(terms: readonly Term[], start: readonly Term[]): boolean {
  return start.length <= terms.length && start.every((term, i) => term === terms[i]);
}

/** `dict('key', value, …)`, and `create('structure', 'key', value, …)`. */
function entryOf(expression: Expression, term: Term): Expression | undefined {
  if (expression.kind !== "CallExpression" || typeof term !== "string") return undefined;
  const { name, args } = expression;
  const first = lookUp({ dict: 0, nlist: 0, create: 1 }, name.text);
  if (first === undefined) return undefined;
  for (let i = first; i + 1 < args.length; i += 2) {
    const key = args[i];
    if (key?.kind === "StringLiteral" && key.value === term) return args[i + 1];
  }
  return undefined;
}

function isLiteral(expression: Expression): boolean {
  switch (expression.kind) {
    case "StringLiteral":
      return expression.quote !== "heredoc";
    case "LongLiteral":
    case "DoubleLiteral":
    case "BooleanLiteral":
      return true;
    case "UnaryExpression":
      return expression.operator === "-" && isLiteral(expression.operand);
    default:
      return false;
  }
}
