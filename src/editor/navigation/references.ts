/** Every place where the thing stands that a name stands for. */

import { type Span, spanIn } from "../../text/span.ts";
import { occurrenceAt, type Place } from "../files/editor-file.ts";
import { isSameSymbol, type Occurrence } from "../files/occurrence.ts";
import { fieldAt, usesOf } from "../schema/field-uses.ts";
import type { IndexedFile } from "../workspace/symbol-index.ts";
import type { Workspace } from "../workspace/workspace.ts";

export interface Reference {
  readonly span: Span;
  readonly occurrence: Pick<Occurrence, "role">;
}

/** In the order of files and texts. */
export function referencesAt(
  workspace: Workspace,
  { file, offset }: Place,
  withDeclarations: boolean,
): readonly Reference[] {
  const wanted = occurrenceAt(file, offset);
  // A path is a place of its own; a key of a record is wherever the record is.
  if (wanted === undefined || wanted.kind === "field")
    return fieldReferences(workspace, { file, offset }, withDeclarations);
  return referencesTo(workspace, wanted, file.path, withDeclarations);
}

function fieldReferences(
  workspace: Workspace,
  { file, offset }: Place,
  withDeclarations: boolean,
): readonly Reference[] {
  const [field] = fieldAt(workspace, file, offset)?.fields ?? [];
  if (field === undefined) return [];
  return usesOf(workspace, field)
    .filter(({ role }) => withDeclarations || role !== "declaration")
    .map(({ span, role }) => ({ span, occurrence: { role } }));
}

/** `from` is the file that the occurrence stands in. */
export function referencesTo(
  workspace: Workspace,
  wanted: Occurrence,
  from: string,
  withDeclarations: boolean,
): readonly Reference[] {
  return filesFor(workspace, wanted, from).flatMap(({ path, occurrences }) =>
    occurrences
      .filter((found) => isSameSymbol(found, wanted, path === from))
      .filter(({ role }) => withDeclarations || role !== "declaration")
      .map((occurrence) => ({ span: spanIn(path, occurrence), occurrence })),
  );
}

function filesFor(workspace: Workspace, wanted: Occurrence, from: string): readonly IndexedFile[] {
  if (wanted.kind !== "local") return workspace.index.having(wanted.kind, wanted.name);
  const own = workspace.index.get(from);
  return own === undefined ? [] : [own];
}
