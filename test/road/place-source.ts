/** Diagnostics as goldens show them. */
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { lineIndex } from "../../src/text/line-index.ts";
import type { Span } from "../../src/text/span.ts";
import { formatPlace } from "../../src/vm/model/model.ts";
import type { Locate } from "../../src/vm/reporter.ts";

/** For diagnostics about places: the file of a span is the place's path. */
export const locatePath: Locate = (place) => ({ file: formatPlace(place), start: 0, end: 0 });

/** Diagnostics about places, with help and related places. */
export function describeDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => describe(diagnostic, ({ file }) => file)).join("");
}

/** Diagnostics about files, with line, column and the text that they are about; paths begin after `top`. */
export function diagnosticText(
  diagnostics: readonly Diagnostic[],
  textOf: (file: string) => string | undefined,
  top = "",
): string {
  const place = ({ file, start, end }: Span): string => {
    const name = file.startsWith(top) ? file.slice(top.length) : file;
    const text = textOf(file);
    if (text === undefined) return name;
    const { line, column } = lineIndex(text).position(start);
    const shown = text.slice(start, end).replace(/\s*\n\s*/g, " ");
    return `${name}:${line}:${column} ${shown.length > 100 ? `${shown.slice(0, 100)}…` : shown}`;
  };
  return diagnostics.map((diagnostic) => describe(diagnostic, place)).join("");
}

function describe(
  { severity, code, message, span, help, related }: Diagnostic,
  place: (span: Span) => string,
): string {
  const lines = [
    `${severity}[${code}] ${place(span)}`.trimEnd(),
    `  ${message}`,
    ...(help === undefined ? [] : [`  help: ${help}`]),
    ...related.map((other) => `  ${place(other.span)}: ${other.message}`),
  ];
  return `${lines.join("\n")}\n`;
}
