/** Places in SARIF: files as URIs from the root of the repository, regions by lines and columns. */

import type { Span } from "../../text/span.ts";
import { rangeOf, type SourceText, sourceTexts } from "../source-text.ts";
import type { ReportContext } from "./report.ts";

/** The name that stands for the root of the repository. */
export const root = "SRCROOT";

export interface PlaceWriter {
  readonly textOf: (file: string) => SourceText | undefined;
  readonly pathOf: (file: string) => string;
}

export function placeWriter({ sources, repositoryPath }: ReportContext): PlaceWriter {
  return { textOf: sourceTexts(sources), pathOf: repositoryPath };
}

/** A location; without a region if the text of the file is not known, empty if there is no file. */
export function location(span: Span, places: PlaceWriter): object {
  if (span.file === "") return {};
  const source = places.textOf(span.file);
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(span.file, places),
      ...(source === undefined ? {} : { region: region(source, span) }),
    },
  };
}

/** What an edit replaces. */
export function deletedRegion(span: Span, places: PlaceWriter): object {
  const source = places.textOf(span.file);
  if (source !== undefined) return region(source, span);
  return { charOffset: span.start, charLength: span.end - span.start };
}

export function artifactLocation(file: string, { pathOf }: PlaceWriter): object {
  const path = pathOf(file);
  const uri = path.split("/").map(encodeSegment).join("/");
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: root };
}

function region(source: SourceText, span: Span): object {
  const { start, end } = rangeOf(source, span);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function encodeSegment(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, "\ufffd"));
}
