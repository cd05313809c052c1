/**
 * Suppression comments, exactly as panlint reads them: `# panlint disable=LP001,CU001`, alone on its line.
 *
 * It speaks of the next line of code: lines that are empty, comments, and those of annotations and heredocs are passed
 * over; another such comment takes its place. What stands on the lines that are passed over is suppressed as well, so
 * that code beside an annotation can be reached.
 */

import type { Located } from "../../text/span.ts";
import type { Line } from "./lines.ts";
import type { SourceFile } from "./source-file.ts";

export interface Suppression {
  /** The comment. */
  readonly comment: Located;
  /** Where it holds. */
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

const magic = /^\s*#\s+panlint\s+disable=((?:[A-Z]{2}[0-9]{3},?)+)$/;

export function suppressionsOf({
  text,
  lines,
}: Pick<SourceFile, "text" | "lines">): readonly Suppression[] {
  const found: Suppression[] = [];
  let open: { readonly line: Line; readonly ids: readonly string[] } | undefined;
  const close = (end: number): void => {
    if (open === undefined) return;
    const { line, ids } = open;
    const start = line.start + text.slice(line.start, line.end).search(/\S/);
    found.push({ comment: { start, end: line.end }, start: line.end, end, ids });
    open = undefined;
  };
  for (const line of lines) {
    if (line.kind === "empty" || line.kind === "ignored") continue;
    if (line.kind === "code") {
      close(line.end);
      continue;
    }
    const ids = magic.exec(text.slice(line.start, line.end))?.[1];
    if (ids === undefined) continue;
    close(line.start);
    open = { line, ids: ids.split(",").filter((id) => id !== "") };
  }
  close(text.length);
  return found;
}
