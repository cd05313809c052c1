/** Whether what was typed is a whole piece of DML, or goes on in the next line; the parser tells. */

import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../pan/syntax/dialect.ts";
import { parseInput } from "./parse-input.ts";

export function isWhole(text: string, dialect: Dialect): boolean {
  const first = firstProblem(text, dialect);
  if (first === undefined) return true;
  if (opened.has(first.code)) return false;
  // Where an operand is all that lacks, it is at the end.
  const completed = firstProblem(`${text}\n0`, dialect);
  return completed !== undefined && !opened.has(completed.code);
}

/** What is opened and can be closed on a later line. */
const opened: ReadonlySet<DiagnosticCode> = new Set(["unclosed-bracket", "unclosed-heredoc"]);

/** Whether there is nothing in it but blanks and comments. */
export function isBlank(text: string): boolean {
  return text.replace(/#.*/g, "").trim() === "";
}

function firstProblem(text: string, dialect: Dialect): Diagnostic | undefined {
  return parseInput(text, "", dialect).diagnostics[0];
}
