/** The option `--initial-data`: a piece of DML that gives the dict every configuration starts with. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { compileBody } from "../evaluator/compile-expression.ts";
import { runWithoutProfile } from "../evaluator/constant.ts";
import { EvaluationError } from "../evaluator/evaluation-error.ts";
import { describe } from "../evaluator/value-text.ts";
import type { Dialect } from "../syntax/dialect.ts";
import { parseExpression, parseFirstExpression } from "../syntax/parse-template.ts";
import { Dict } from "../tree/dict.ts";

export function initialData(
  text: string | undefined,
  dialect: Dialect,
  refuse: (problem: Diagnostic | string) => never,
): Dict {
  if (text === undefined || text.trim() === "") return new Dict();
  // The reference compiler does not look at what follows a semicolon.
  const parse = dialect === "pan" ? parseFirstExpression : parseExpression;
  const { expression, diagnostics } = parse(text, { file: "", dialect, mode: "compile" });
  const [problem] = diagnostics;
  if (problem !== undefined) return refuse(problem);
  try {
    const scope = { file: "", dialect, debugEnabled: false };
    const value = runWithoutProfile(compileBody(scope, expression).body);
    if (value instanceof EvaluationError) return refuse(value.diagnostic);
    return value instanceof Dict ? value : refuse(`it gives ${describe(value)}, not a dict.`);
  } catch (error) {
    if (error instanceof EvaluationError) return refuse(error.diagnostic);
    throw error;
  }
}
