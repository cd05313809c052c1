/** Rules that were written with one `=`, and are validations of Pan: in a repository nobody runs them. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Expression } from "../../pan/syntax/ast.ts";
import { parseTemplate } from "../../pan/syntax/parse-template.ts";
import { spanIn } from "../../text/span.ts";

/** What a validation may look like; the text decides whether the template is worth to be parsed again. */
const looksLikeOne = /^\s*valid\s*(?:'[^'\n]*'|"[^"\n]*")\s*=\s*['"\d-]/m;

export function validationsAsRules(
  file: string,
  textOf: (file: string) => string | undefined,
): readonly Diagnostic[] {
  const text = textOf(file) ?? "";
  if (!looksLikeOne.test(text)) return [];
  const { template } = parseTemplate(text, { file, dialect: "vmcs", mode: "compile" });
  return template.statements
    .filter((statement) => statement.kind === "ValidStatement")
    .filter(({ body }) => isValue(body))
    .map((statement) => {
      const at = text.lastIndexOf("=", statement.body.start);
      const edits = [{ start: at, end: at + 1, text: "==" }];
      const fixes = [{ title: "Compare with ==", file, edits }];
      return diagnostic("validation-as-rule", spanIn(file, statement), {}, { fixes });
    });
}

/** A value is neither true nor false, so nobody means it as a validation. */
function isValue({ kind }: Expression): boolean {
  return kind === "StringLiteral" || kind === "LongLiteral" || kind === "DoubleLiteral";
}
