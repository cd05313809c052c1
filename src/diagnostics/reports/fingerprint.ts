/**
 * Names of diagnostics by which a service knows them again in the next report.
 *
 * They are made of what is wrong and the text of the line, not of its number, so that lines added above change
 * nothing. What is wrong twice in equal lines of a file is counted.
 */

import { sha1Hex } from "../../base/sha1.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { type SourceText, sourceTexts } from "../source-text.ts";
import type { ReportContext } from "./report.ts";

/** One for each diagnostic, all different; 40 hexadecimal digits. */
export function fingerprints(
  diagnostics: readonly Diagnostic[],
  { sources, repositoryPath }: Pick<ReportContext, "sources" | "repositoryPath">,
): readonly string[] {
  const textOf = sourceTexts(sources);
  const times = new Map<string, number>();
  return diagnostics.map(({ code, message, span }) => {
    const path = span.file === "" ? "" : repositoryPath(span.file);
    const line = lineAt(textOf(span.file), span.start);
    const identity = JSON.stringify([code, path, message, line]);
    const time = (times.get(identity) ?? 0) + 1;
    times.set(identity, time);
    return sha1Hex(`${time} ${identity}`);
  });
}

/** The text of a line as it counts: how it is indented and spaced does not. */
function lineAt(source: SourceText | undefined, offset: number): string {
  if (source === undefined) return "";
  const { line } = source.lines.position(offset);
  return source.lines.lineText(line).trim().replace(/\s+/g, " ");
}
