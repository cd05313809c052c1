/**
 * Diagnostics for machines: one JSON object a line.
 *
 *     {"severity":…,"category":…,"code":…,"message":…,"file":…,"range":{"start":{"line":…,"column":…,"offset":…},
 *      "end":{…}},"related":[{"message":…,"file":…,"range":…}],"help":…,"fixes":[{"title":…,"file":…,"edits":[…]}]}
 *
 * `file` is absent where there is no place, `range` where the text of the file is not known, `help` where there is
 * none. Lines and columns count from 1, columns and offsets in UTF-16 code units; `end` is not included.
 */

import type { Position } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import type { Diagnostic, Fix, RelatedPlace } from "./diagnostic.ts";
import {
  type Range,
  rangeOf,
  type SourceLookup,
  type SourceText,
  sourceTexts,
} from "./source-text.ts";

export interface JsonOptions {
  readonly sources: SourceLookup;
  /** How a file is named. */
  readonly displayPath: (file: string) => string;
}

export function renderJson(diagnostics: readonly Diagnostic[], options: JsonOptions): string {
  const writer: Writer = { textOf: sourceTexts(options.sources), displayPath: options.displayPath };
  return diagnostics
    .map((diagnostic) => `${JSON.stringify(toJson(diagnostic, writer))}\n`)
    .join("");
}

interface Writer {
  readonly textOf: (file: string) => SourceText | undefined;
  readonly displayPath: (file: string) => string;
}

function toJson(diagnostic: Diagnostic, writer: Writer): object {
  const { severity, category, code, message, span, related, help, fixes } = diagnostic;
  return {
    severity,
    category,
    code,
    message,
    ...placeJson(span, writer),
    related: related.map((place) => relatedJson(place, writer)),
    ...(help === undefined ? {} : { help }),
    fixes: fixes.map((fix) => fixJson(fix, writer)),
  };
}

function relatedJson({ message, span, role }: RelatedPlace, writer: Writer): object {
  return { message, ...placeJson(span, writer), ...(role === undefined ? {} : { role }) };
}

function fixJson({ title, file, edits }: Fix, writer: Writer): object {
  const { displayPath } = writer;
  return {
    title,
    file: displayPath(file),
    edits: edits.map(({ start, end, text }) => ({
      ...rangeOnly({ file, start, end }, writer),
      text,
    })),
  };
}

function placeJson(span: Span, writer: Writer): object {
  if (span.file === "") return {};
  return { file: writer.displayPath(span.file), ...rangeOnly(span, writer) };
}

function rangeOnly(span: Span, { textOf }: Writer): { readonly range?: Range } {
  const source = textOf(span.file);
  if (source === undefined) return {};
  const { start, end } = rangeOf(source, span);
  return { range: { start: inOrder(start), end: inOrder(end) } };
}

/** The keys in the order of the format. */
function inOrder({ line, column, offset }: Position): Position {
  return { line, column, offset };
}
