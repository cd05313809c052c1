/** Who sets a path: the statements that write it, what holds it, or part of it. */

import { type Span, spanIn } from "../../text/span.ts";
import { occurrenceAt, type Place } from "../files/editor-file.ts";
import { isNamed, isSameSymbol, type Occurrence } from "../files/occurrence.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Of a path; of another name, the places that write it. Those of the path itself come first. */
export function writersAt(workspace: Workspace, { file, offset }: Place): readonly Span[] {
  const wanted = occurrenceAt(file, offset);
  if (wanted === undefined) return [];
  if (wanted.kind === "local") {
    return file.occurrences
      .filter((found) => found.role !== "read" && isSameSymbol(found, wanted, true))
      .map((found) => spanIn(file.path, found));
  }
  if (wanted.kind !== "path") return writersOf(workspace, wanted);
  return writersOfPath(workspace, wanted.name);
}

function writersOfPath(workspace: Workspace, path: string): readonly Span[] {
  const found: { readonly rank: number; readonly span: Span }[] = [];
  for (const { path: file, occurrences } of workspace.index.all()) {
    for (const occurrence of occurrences) {
      if (occurrence.kind !== "path" || occurrence.role !== "write") continue;
      const rank = rankOf(occurrence.name, path);
      if (rank !== undefined) found.push({ rank, span: spanIn(file, occurrence) });
    }
  }
  return found.toSorted((a, b) => a.rank - b.rank).map(({ span }) => span);
}

/** 0 for the path itself, 1 for what is above it, 2 for what is below it. */
function rankOf(written: string, path: string): number | undefined {
  if (written === path) return 0;
  if (path.startsWith(`${written}/`)) return 1;
  return written.startsWith(`${path}/`) ? 2 : undefined;
}

function writersOf(workspace: Workspace, { kind, name }: Occurrence): readonly Span[] {
  const isOfName = isNamed(kind, name);
  return workspace.index
    .having(kind, name)
    .flatMap(({ path, occurrences }) =>
      occurrences
        .filter((found) => isOfName(found) && found.role !== "read")
        .map((found) => spanIn(path, found)),
    );
}
