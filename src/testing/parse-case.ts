/** One row of a table of cases: `NAME: VARIABLE = DML; expect error CODE`. */

import { definitions } from "../diagnostics/codes.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { compileBody } from "../pan/evaluator/compile-expression.ts";
import { runWithoutProfile } from "../pan/evaluator/constant.ts";
import { EvaluationError } from "../pan/evaluator/evaluation-error.ts";
import type { Expression } from "../pan/syntax/ast.ts";
import type { Dialect } from "../pan/syntax/dialect.ts";
import { parseExpression } from "../pan/syntax/parse-template.ts";
import type { Value } from "../pan/tree/value.ts";
import { type Directive, malformed, parseExpected } from "./directives.ts";
import type { CaseVariable, ExpectedDiagnostic, TestCase } from "./test-plan.ts";

export function parseCase(directive: Directive, dialect: Dialect): TestCase | Diagnostic {
  const [, name = "", rest = ""] = /^([^:=]*):(.*)$/s.exec(directive.text) ?? [];
  if (name.trim() === "") return malformed(directive, "a name and a colon are missing");
  const variables: CaseVariable[] = [];
  const expected: ExpectedDiagnostic[] = [];
  let at = directive.start + directive.text.length - rest.length;
  for (const part of splitParts(rest)) {
    const found = parsePart(part, at, directive, dialect);
    at += part.length + 1;
    if (found === undefined) continue;
    if (found.kind === "problem") return found.problem;
    if (found.kind === "variable") variables.push(found.variable);
    else expected.push(found.expected);
  }
  return { name: name.trim(), span: directive.span, variables, expected };
}

type CasePart =
  | { readonly kind: "variable"; readonly variable: CaseVariable }
  | { readonly kind: "expected"; readonly expected: ExpectedDiagnostic }
  | { readonly kind: "problem"; readonly problem: Diagnostic };

/** Undefined for an empty part. */
function parsePart(
  part: string,
  start: number,
  directive: Directive,
  dialect: Dialect,
): CasePart | undefined {
  const text = part.trim();
  if (text === "") return undefined;
  const offset = start + part.indexOf(text);
  const { file } = directive.span;
  const span = { file, start: offset, end: offset + text.length };
  const [, wanted] = /^expect\s+(.*)$/s.exec(text) ?? [];
  if (wanted !== undefined) {
    const parsed = parseExpected(wanted, definitions);
    if (typeof parsed === "string") return problemPart(malformed({ name: "expect", span }, parsed));
    return { kind: "expected", expected: { ...parsed, span, statement: undefined } };
  }
  const [, name, dml] = /^([A-Za-z_]\w*)\s*=(?!=)(.*)$/s.exec(text) ?? [];
  if (name === undefined || dml === undefined) {
    const problem = `'${text}' is neither VARIABLE = DML nor an expectation`;
    return problemPart(malformed(directive, problem));
  }
  const dmlStart = offset + text.length - dml.length;
  const { expression, diagnostics } = parseExpression(dml, { file, dialect, mode: "compile" });
  const [problem] = diagnostics;
  if (problem !== undefined) return problemPart(moved(problem, dmlStart));
  const value = valueOf(expression, file, dialect);
  return value instanceof EvaluationError
    ? problemPart(moved(value.diagnostic, dmlStart))
    : { kind: "variable", variable: { name, value } };
}

function problemPart(problem: Diagnostic): CasePart {
  return { kind: "problem", problem };
}

/** The value of DML that stands alone. */
function valueOf(expression: Expression, file: string, dialect: Dialect): Value | EvaluationError {
  try {
    const { body } = compileBody({ file, dialect, debugEnabled: false }, expression);
    return runWithoutProfile(body);
  } catch (error) {
    if (error instanceof EvaluationError) return error;
    throw error;
  }
}

/** A problem of DML that was read alone, at the place where the DML stands in the file. */
function moved(problem: Diagnostic, by: number): Diagnostic {
  const { file, start, end } = problem.span;
  // The text that was parsed is only a part of a file.
  const message = problem.message.replace("the end of the file", "the end of the value");
  return {
    ...problem,
    message,
    span: { file, start: start + by, end: end + by },
    related: [],
    fixes: [],
  };
}

/** The parts between semicolons; those in strings and brackets belong to DML. */
function splitParts(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: piece, index } of text.matchAll(/'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[;(){}[\]]/g)) {
    if ("([{".includes(piece)) depth++;
    else if (")]}".includes(piece)) depth--;
    else if (piece === ";" && depth === 0) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, text.slice(from)];
}
