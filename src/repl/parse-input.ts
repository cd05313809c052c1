/** What was typed as one expression: several that semicolons part are done one after the other, as in a block. */

import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Expression } from "../pan/syntax/ast.ts";
import type { Dialect } from "../pan/syntax/dialect.ts";
import { lex } from "../pan/syntax/lexer.ts";
import { parseFirstExpression } from "../pan/syntax/parse-template.ts";

export interface ParsedInput {
  /** Undefined if the text is none, or blank. */
  readonly expression: Expression | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseInput(text: string, file: string, dialect: Dialect): ParsedInput {
  const expressions: Expression[] = [];
  const found: Diagnostic[] = [];
  for (let rest: string | undefined = text; rest !== undefined; ) {
    const parsed = parseFirstExpression(rest, { file, dialect, mode: "compile" });
    found.push(...parsed.diagnostics);
    if (hasErrors(parsed.diagnostics)) {
      return { expression: undefined, diagnostics: found };
    }
    expressions.push(parsed.expression);
    rest = behind(rest, parsed.expression.end);
  }
  const [first, ...more] = expressions;
  if (first === undefined || more.length === 0) return { expression: first, diagnostics: found };
  const { end } = more.at(-1) ?? first;
  return {
    expression: { kind: "Block", expressions, start: first.start, end },
    diagnostics: found,
  };
}

/** What follows the next semicolon, at its place: all before it is blank. Undefined if nothing follows. */
function behind(text: string, offset: number): string | undefined {
  const { tokens, heredocs } = lex(text, "");
  const semicolon = tokens.findIndex(
    ({ startOffset }) => startOffset >= offset && text[startOffset] === ";",
  );
  const at = tokens[semicolon]?.startOffset;
  if (at === undefined) return undefined;
  const begun = tokens
    .slice(0, semicolon)
    .filter(({ startOffset }) => text.startsWith("<<", startOffset)).length;
  const rest = heredocs
    .slice(0, begun)
    .reduce((kept, { start, end }) => blanked(kept, start, end), blanked(text, 0, at + 1));
  const [next] = lex(rest, "").tokens;
  return next === undefined || next.startOffset >= rest.trimEnd().length ? undefined : rest;
}

/** With blanks in the place of a part, and the same lines. */
function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, " ") + text.slice(end);
}
