/** Where structure templates are put: so that a relative path in one has a type. */

import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What a few of its users do tells as much as all. */
const mostPlaces = 8;

/** Paths that are assigned `create('NAME', …)`, each once. */
export function structurePlaces(workspace: Workspace, name: string): readonly (readonly Term[])[] {
  const places = new Map<string, readonly Term[]>();
  for (const { path, occurrences } of workspace.index.having("template", name)) {
    for (const { kind, use, name: created, statement } of occurrences) {
      if (kind !== "template" || use !== "create" || created !== name) continue;
      const target = occurrences.find(
        (found) => found.kind === "path" && found.role === "write" && found.statement === statement,
      );
      if (target === undefined || places.has(target.name)) continue;
      const terms = assignedDirectly(workspace.file(path), statement, target.name);
      if (terms !== undefined) places.set(target.name, terms);
      if (places.size >= mostPlaces) return [...places.values()];
    }
  }
  return [...places.values()];
}

function assignedDirectly(
  file: EditorFile | undefined,
  index: number,
  path: string,
): readonly Term[] | undefined {
  const statement = file?.template.statements[index];
  if (statement?.kind !== "AssignStatement") return undefined;
  const { value } = statement;
  if (value.kind !== "CallExpression" || value.name.text !== "create") return undefined;
  const parsed = parsePath(path);
  return isPathProblem(parsed) || parsed.kind !== "absolute" ? undefined : parsed.terms;
}

/** The places that a path of a file stands for: itself if it is absolute, else below where the structure is put. */
export function placesOfPath(
  workspace: Workspace,
  file: EditorFile,
  path: { readonly kind: string; readonly terms: readonly Term[] },
): readonly (readonly Term[])[] {
  if (path.kind !== "relative") return [path.terms];
  if (file.template.templateKind !== "structure") return [];
  return structurePlaces(workspace, file.template.name.text).map((place) => [
    ...place,
    ...path.terms,
  ]);
}
