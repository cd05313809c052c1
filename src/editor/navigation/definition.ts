/** Where the thing is made that a name at a place stands for. */

import { type Span, spanIn } from "../../text/span.ts";
import { type EditorFile, occurrenceAt, type Place } from "../files/editor-file.ts";
import { isNamed, isSameSymbol, type SymbolKind } from "../files/occurrence.ts";
import { fieldAt } from "../schema/field-uses.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** The declarations of what stands at a place; none if nothing is known by a name there. */
export function definitionsAt(workspace: Workspace, { file, offset }: Place): readonly Span[] {
  const wanted = occurrenceAt(file, offset);
  if (wanted === undefined || wanted.kind === "path") {
    const bound = wanted === undefined ? [] : declarationsOf(workspace, "path", wanted.name);
    return bound.length > 0 ? bound : fieldDefinitions(workspace, file, offset);
  }
  if (wanted.kind === "template") {
    return workspace.templatesNamed(wanted.name, file.path).flatMap(({ path, occurrences }) => {
      const name = occurrences.find(
        ({ kind, role }) => kind === "template" && role === "declaration",
      );
      return name === undefined ? [] : [spanIn(path, name)];
    });
  }
  if (wanted.kind !== "local") return declarationsOf(workspace, wanted.kind, wanted.name);
  return file.occurrences
    .filter((found) => found.role === "declaration" && isSameSymbol(found, wanted, true))
    .map((found) => spanIn(file.path, found));
}

/** Where the records say it that a key or a step of a path belongs to. */
function fieldDefinitions(workspace: Workspace, file: EditorFile, offset: number): readonly Span[] {
  const fields = fieldAt(workspace, file, offset)?.fields ?? [];
  return fields.map((field) => spanIn(field.file, field.field.key));
}

/** Where a name is declared, in the order of the files. */
export function declarationsOf(
  workspace: Workspace,
  kind: SymbolKind,
  name: string,
): readonly Span[] {
  return workspace.index
    .having(kind, name)
    .flatMap(({ path, occurrences }) =>
      occurrences.filter(isNamed(kind, name, "declaration")).map((found) => spanIn(path, found)),
    );
}
