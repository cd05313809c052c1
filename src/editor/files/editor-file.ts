/** A template as the editor sees it: text, lines, syntax tree with gaps, and where its names stand. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Template } from "../../pan/syntax/ast.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import { type LexResult, lex } from "../../pan/syntax/lexer.ts";
import { parseTemplate } from "../../pan/syntax/parse-template.ts";
import { type LineIndex, lineIndex } from "../../text/line-index.ts";
import { isAround } from "../../text/span.ts";
import { findOccurrences } from "./find-occurrences.ts";
import type { Occurrence } from "./occurrence.ts";

export interface EditorFile {
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
  readonly dialect: Dialect;
  readonly template: Template;
  /** What the parser says, in the order of the text. */
  readonly problems: readonly Diagnostic[];
  /** In the order of the text; an outer one stands before those inside it. */
  readonly occurrences: readonly Occurrence[];
  /** Made when they are asked for, as few features need them. */
  readonly lines: LineIndex;
  readonly lexed: LexResult;
}

/** A place in a template. */
export interface Place {
  readonly file: EditorFile;
  readonly offset: number;
}

export function readEditorFile(path: string, text: string, dialect: Dialect): EditorFile {
  const { template, diagnostics } = parseTemplate(text, { file: path, dialect, mode: "editor" });
  let lines: LineIndex | undefined;
  let lexed: LexResult | undefined;
  let occurrences: readonly Occurrence[] | undefined;
  return {
    path,
    text,
    dialect,
    template,
    problems: diagnostics,
    get occurrences() {
      occurrences ??= findOccurrences(template);
      return occurrences;
    },
    get lines() {
      lines ??= lineIndex(text);
      return lines;
    },
    get lexed() {
      lexed ??= lex(text, path);
      return lexed;
    },
  };
}

/** The innermost occurrence at an offset; the end of a name counts as inside. */
export function occurrenceAt(file: EditorFile, offset: number): Occurrence | undefined {
  return file.occurrences.findLast((one) => isAround(one, offset));
}
