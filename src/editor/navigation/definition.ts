/** Where the thing is made that a name at a place stands for. */

import { type Span, spanIn } from "../../text/span.ts";
import { type EditorFile, occurrenceAt } from "../files/editor-file.ts";
import { isSameSymbol } from "../files/occurrence.ts";
import type { Workspace } from "../workspace/workspace.ts";

export interface Place {
  readonly file: EditorFile;
  readonly offset: number;
}

/** The declarations of what stands at a place; none if nothing is known by a name there. */
export function definitionsAt(workspace: Workspace, { file, offset }: Place): readonly Span[] {
  const wanted = occurrenceAt(file, offset);
  if (wanted === undefined) return [];
  if (wanted.kind === "template") {
    return workspace.templatesNamed(wanted.name).flatMap(({ path, occurrences }) => {
      const name = occurrences.find(
        ({ kind, role }) => kind === "template" && role === "declaration",
      );
      return name === undefined ? [] : [spanIn(path, name)];
    });
  }
  const files = wanted.kind === "local" ? [file] : workspace.index.having(wanted.kind, wanted.name);
  return files.flatMap(({ path, occurrences }) =>
    occurrences
      .filter(
        (found) => found.role === "declaration" && isSameSymbol(found, wanted, path === file.path),
      )
      .map((found) => spanIn(path, found)),
  );
}
