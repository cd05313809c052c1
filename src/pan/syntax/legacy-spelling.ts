/**
 * The spelling of 2009, which the V-MCS paper prints: read as what it means today, with a warning and a fix.
 *
 * Only the dialect `vmcs` comes here.
 */

import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import type { DiagnosticArguments, DiagnosticExtras, Fix } from "../../diagnostics/diagnostic.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Located } from "../../text/span.ts";
import type { Expression, PathText } from "./ast.ts";
import type { Token } from "./token.ts";

export interface LegacyContext {
  readonly text: string;
  /** Whether the template is a structure: only there a path may begin with `this`. */
  readonly inStructure: boolean;
  report<Code extends DiagnosticCode>(
    code: Code,
    place: Located,
    args: DiagnosticArguments<Code>,
    extras?: DiagnosticExtras,
  ): void;
  fix(title: string, edits: readonly TextEdit[]): Fix;
}

/** Variables are written in capitals: real templates include by them (`include LOGGING_CONFIG;`). */
const variableName = /^[A-Z_][A-Z0-9_]*$/;
const templateName = /^[A-Za-z_]\w*(?:[/+-]\w+)*$/;

/**
 * `include name;` names a template without quotes, unless the name is a variable's. A name with slashes was read as
 * a division, which would be no name.
 */
export function modernInclude(
  ctx: LegacyContext,
  expression: Expression,
  written: Located,
): Expression {
  const name = ctx.text.slice(written.start, written.end);
  if (!templateName.test(name) || variableName.test(name)) return expression;
  if (expression.kind !== "VariableReference" && expression.kind !== "BinaryExpression") {
    return expression;
  }
  const text = `'${name}'`;
  const fix = ctx.fix(`Write \`include ${text}\``, [{ ...written, text }]);
  ctx.report("unquoted-include", written, { name }, { fixes: [fix] });
  return { kind: "StringLiteral", value: name, quote: "single", ...written };
}

/** `type "/path" = T;` binds. `type "77"` is the paper's misprint of `type "/"`. */
export function bindInsteadOfType(ctx: LegacyContext, keyword: Token, path: PathText): PathText {
  const edits: TextEdit[] = [{ start: keyword.startOffset, end: keyword.end, text: "bind" }];
  if (path.text === "77") {
    edits.push({ start: path.start, end: path.end, text: "'/'" });
    ctx.report("misprinted-root-path", path, {}, { fixes: [ctx.fix("Write `bind '/'`", edits)] });
    return { ...path, text: "/" };
  }
  const place = { start: keyword.startOffset, end: keyword.end };
  ctx.report(
    "type-as-bind",
    place,
    { path: path.text },
    { fixes: [ctx.fix("Write `bind`", edits)] },
  );
  return modernPath(ctx, path);
}

const fillsStructure = "Nothing stands for the structure as a whole: set its children one by one.";

/** `this` is the structure itself, and a slash at the end means nothing. */
export function modernPath(ctx: LegacyContext, path: PathText): PathText {
  const below = ctx.inStructure ? /^this(?:\/(.*))?$/s.exec(path.text) : null;
  const text = withoutTrailingSlash(below === null ? path.text : (below[1] ?? ""));
  if (text === path.text) return path;
  const extras = text === "" ? { help: fillsStructure } : { fixes: [fixPath(ctx, path, text)] };
  ctx.report(below === null ? "trailing-slash" : "this-path", path, { path: path.text }, extras);
  return { ...path, text };
}

function withoutTrailingSlash(text: string): string {
  return text.length > 1 ? text.replace(/\/+$/, "") || "/" : text;
}

function fixPath(ctx: LegacyContext, path: PathText, text: string): Fix {
  const quote = ctx.text[path.start] === '"' ? '"' : "'";
  const written = `${quote}${text}${quote}`;
  return ctx.fix(`Write ${written}`, [{ start: path.start, end: path.end, text: written }]);
}
