/** One row of a table of cases: `NAME: VARIABLE = DML; expect error CODE`. */

import { definitions } from "../diagnostics/codes.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { compileBody } from "../pan/evaluator/compile-expression.ts";
import { runWithoutProfile } from "../pan/evaluator/constant.ts";
import { EvaluationError } from "../pan/evaluator/evaluation-error.ts";
import type { Dialect } from "../pan/syntax/dialect.ts";
import { parseExpression } from "../pan/syntax/parse-template.ts";
import type { Value } from "../pan/tree/value.ts";
import type { Span } from "../text/span.ts";
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
    if ("message" in found && "span" in found && "related" in found) return found;
    if ("value" in found) variables.push(found);
    else expected.push(found);
  }
  return { name: name.trim(), span: directive.span, variables, expected };
}

function parsePart(
  part: string,
  start: number,
  directive: Directive,
  dialect: Dialect,
): CaseVariable | ExpectedDiagnostic | Diagnostic | undefined {
  const text = part.trim();
  if (text === "") return undefined;
  const offset = start + part.indexOf(text);
  const span = { file: directive.span.file, start: offset, end: offset + text.length };
  const [, wanted] = /^expect\s+(.*)$/s.exec(text) ?? [];
  if (wanted !== undefined) {
    const parsed = parseExpected(wanted, definitions);
    if (typeof parsed === "string") return malformed({ name: "expect", span }, parsed);
    return { ...parsed, span, statement: undefined };
  }
  const [, name, dml] = /^([A-Za-z_]\w*)\s*=(?!=)(.*)$/s.exec(text) ?? [];
  if (name === undefined || dml === undefined) {
    return malformed(directive, `'${text}' is neither VARIABLE = DML nor an expectation`);
  }
  const value = evaluate(dml, offset + text.length - dml.length, span, dialect);
  return isValue(value) ? { name, value } : value;
}

function isValue(value: Value | Diagnostic): value is Value {
  return typeof value !== "object" || !("related" in value);
}

/** The value of DML that stands alone; its places are moved to where it stands in the file. */
function evaluate(
  dml: string,
  start: number,
  { file }: Span,
  dialect: Dialect,
): Value | Diagnostic {
  const { expression, diagnostics } = parseExpression(dml, { file, dialect, mode: "compile" });
  const [problem] = diagnostics;
  if (problem !== undefined) return moved(problem, start);
  try {
    const value = runWithoutProfile(
      compileBody({ file, dialect, debugEnabled: false }, expression).body,
    );
    return value instanceof EvaluationError ? moved(value.diagnostic, start) : value;
  } catch (error) {
    if (error instanceof EvaluationError) return moved(error.diagnostic, start);
    throw error;
  }
}

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
