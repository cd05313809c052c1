/**
 * The diagnostic format of reviewdog, which makes comments of a review from it, with fixes to accept.
 *
 * Its columns count bytes of UTF-8.
 */

import { applyEdits, sortEdits } from "../../text/edit.ts";
import type { Position } from "../../text/line-index.ts";
import type { Span } from "../../text/span.ts";
import type { Severity } from "../definition.ts";
import type { Diagnostic, Fix } from "../diagnostic.ts";
import { rangeOf, type SourceText, sourceTexts } from "../source-text.ts";
import { jsonText } from "./json-text.ts";
import { documentationOf, type RenderReport, type ReportContext } from "./report.ts";

const severityOf = {
  error: "ERROR",
  warning: "WARNING",
  info: "INFO",
} as const satisfies Record<Severity, string>;

export const renderRdjson: RenderReport = (diagnostics, context) => {
  const writer: Writer = { context, textOf: sourceTexts(context.sources) };
  const { name, documentation } = context.tool;
  const report = {
    source: { name, ...(documentation === undefined ? {} : { url: documentation }) },
    diagnostics: diagnostics.map((diagnostic) => diagnosticOf(diagnostic, writer)),
  };
  return jsonText(report);
};

interface Writer {
  readonly context: ReportContext;
  readonly textOf: (file: string) => SourceText | undefined;
}

function diagnosticOf(diagnostic: Diagnostic, writer: Writer): object {
  const { code, severity, message, help, span, related, fixes } = diagnostic;
  const url = documentationOf(code, writer.context.tool);
  const source = writer.textOf(span.file);
  // A suggestion has no file of its own: it is for the one that the diagnostic is in.
  const suggestions =
    source === undefined
      ? []
      : fixes
          .filter(({ file, edits }) => file === span.file && edits.length > 0)
          .map((fix) => suggestionOf(fix, source));
  const relatedLocations = related.map((place) => ({
    ...(place.message === "" ? {} : { message: place.message }),
    ...locationOf(place.span, writer),
  }));
  return {
    message: help === undefined ? message : `${message}\n${help}`,
    ...locationOf(span, writer),
    severity: severityOf[severity],
    code: { value: code, ...(url === undefined ? {} : { url }) },
    ...(suggestions.length === 0 ? {} : { suggestions }),
    ...(relatedLocations.length === 0 ? {} : { related_locations: relatedLocations }),
  };
}

/** All edits of a fix as one replacement, since several suggestions are several ways to mend it. */
function suggestionOf({ edits }: Fix, source: SourceText): object {
  const sorted = sortEdits(edits);
  const start = sorted[0]?.start ?? 0;
  const end = Math.max(...sorted.map((edit) => edit.end));
  const moved = sorted.map((edit) => ({
    start: edit.start - start,
    end: edit.end - start,
    text: edit.text,
  }));
  return {
    range: rangeIn(source, { start, end }),
    text: applyEdits(source.text.slice(start, end), moved),
  };
}

function locationOf(span: Span, { context, textOf }: Writer): object {
  if (span.file === "") return {};
  const source = textOf(span.file);
  const path = context.displayPath(span.file);
  return {
    location: source === undefined ? { path } : { path, range: rangeIn(source, span) },
  };
}

function rangeIn(source: SourceText, place: Pick<Span, "start" | "end">): object {
  const { start, end } = rangeOf(source, place);
  return { start: positionIn(source, start), end: positionIn(source, end) };
}

function positionIn(source: SourceText, { line, column, offset }: Position): object {
  const before = source.text.slice(offset - column + 1, offset);
  return { line, column: new TextEncoder().encode(before).length + 1 };
}
