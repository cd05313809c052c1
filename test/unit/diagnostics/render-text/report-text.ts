/** Reports as people see them, of diagnostics that a test makes up. */
import type { Diagnostic, Fix, RelatedPlace } from "../../../../src/diagnostics/diagnostic.ts";
import { plainPalette } from "../../../../src/diagnostics/palette.ts";
import { renderText } from "../../../../src/diagnostics/render-text.ts";
import type { Span } from "../../../../src/text/span.ts";

type Files = Readonly<Record<string, string>>;

/** The span of a text in a file: of its first occurrence, or of the one after `after`. */
export function at(files: Files, file: string, text: string, after = ""): Span {
  const source = files[file] ?? "";
  const from = after === "" ? 0 : source.indexOf(after) + after.length;
  const start = source.indexOf(text, from);
  if (start < 0) throw new Error(`${JSON.stringify(text)} is not in ${file}.`);
  return { file, start, end: start + text.length };
}

export interface Parts {
  readonly span: Span;
  readonly message?: string;
  readonly severity?: Diagnostic["severity"];
  readonly related?: readonly RelatedPlace[];
  readonly help?: string;
  readonly fixes?: readonly Fix[];
}

export function problem({ span, ...parts }: Parts): Diagnostic {
  return {
    code: "variable-undefined",
    severity: parts.severity ?? "error",
    category: "evaluation",
    message: parts.message ?? "Something is wrong.",
    span,
    related: parts.related ?? [],
    help: parts.help,
    fixes: parts.fixes ?? [],
  };
}

/** The report without the count at its end, after an empty line, so that goldens are aligned. */
export function show(files: Files, parts: Parts, width = 80): string {
  return `\n${render(files, [problem(parts)], width).replace(/\n\d.*\n$/, "")}`;
}

export function render(files: Files, diagnostics: readonly Diagnostic[], width = 80): string {
  return renderText(diagnostics, {
    sources: (file) => files[file],
    palette: plainPalette,
    width,
    displayPath: (file) => file,
  });
}

export function trace(span: Span, message: string): RelatedPlace {
  return { span, message, role: "trace" };
}
