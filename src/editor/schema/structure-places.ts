/** Where structure templates are put: so that a relative path in one has a type. */

import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Occurrence } from "../files/occurrence.ts";
import type { IndexedFile } from "../workspace/symbol-index.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What a few of its users do tells as much as all. */
const mostPlaces = 8;

/** Paths that are assigned `create('NAME', …)`, each once. */
function structurePlaces(workspace: Workspace, name: string): readonly (readonly Term[])[] {
  const places = new Map<string, readonly Term[]>();
  for (const file of workspace.index.having("template", name)) {
    for (const target of targetsOf(file, name)) {
      if (places.has(target.name)) continue;
      const terms = assignedDirectly(workspace.file(file.path), target.statement, target.name);
      if (terms !== undefined) places.set(target.name, terms);
      if (places.size >= mostPlaces) return [...places.values()];
    }
  }
  return [...places.values()];
}

/** Paths that are written where a structure is created. */
function targetsOf({ occurrences }: IndexedFile, created: string): readonly Occurrence[] {
  const statements = new Set(
    occurrences
      .filter(({ kind, use, name }) => kind === "template" && use === "create" && name === created)
      .map(({ statement }) => statement),
  );
  return occurrences.filter(
    ({ kind, role, statement }) => kind === "path" && role === "write" && statements.has(statement),
  );
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
