/** A template as the rules see it: text, lines, tokens and syntax tree. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Located } from "../../text/span.ts";
import type { Template } from "../syntax/ast.ts";
import type { Dialect } from "../syntax/dialect.ts";
import { type LexResult, lex } from "../syntax/lexer.ts";
import { type NodesByKind, nodesByKind } from "../syntax/nodes.ts";
import { parseTemplate } from "../syntax/parse-template.ts";
import type { Token } from "../syntax/token.ts";
import { type Line, linesOf } from "./lines.ts";
import { findPlaceholder, type Placeholder } from "./maven.ts";

/** A file as it was read. */
export interface LintInput {
  /** Absolute, or as the caller names it. */
  readonly path: string;
  readonly text: string;
}

export interface SourceFile extends LintInput {
  readonly dialect: Dialect;
  readonly lexed: LexResult;
  /** Without the token that ends the file. */
  readonly tokens: readonly Token[];
  readonly lines: readonly Line[];
  readonly template: Template;
  readonly nodes: NodesByKind;
  /** What the parser refuses. */
  readonly problems: readonly Diagnostic[];
  /** Whether the syntax tree holds all of the text. */
  readonly isWhole: boolean;
  /** `${…}` in the place of the declaration, which Maven replaces before the template is compiled. */
  readonly placeholder: Placeholder | undefined;
}

export function readSource({ path, text }: LintInput, dialect: Dialect): SourceFile {
  const placeholder = findPlaceholder(text);
  const readable = placeholder === undefined ? text : placeholder.readableText;
  const lexed = lex(readable, path);
  const parsed = parseTemplate(readable, { file: path, dialect, mode: "compile" });
  const { template } = parsed;
  const problems = placeholder === undefined ? parsed.diagnostics : placeholder.problems(parsed);
  let nodes: NodesByKind | undefined;
  return {
    path,
    text,
    dialect,
    lexed,
    tokens: lexed.tokens.slice(0, -1),
    lines: linesOf(readable, lexed),
    template,
    nodes: (kind) => {
      nodes ??= nodesByKind(template);
      return nodes(kind);
    },
    problems,
    isWhole: problems.every(({ severity }) => severity !== "error"),
    placeholder,
  };
}

export function textOf({ text }: Pick<SourceFile, "text">, { start, end }: Located): string {
  return text.slice(start, end);
}
