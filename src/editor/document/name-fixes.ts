/** What brings a template and its file together where one is not called like the other: either of them is renamed. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { extensionOf, fileNameOf } from "../../host/path.ts";
import { spanIn } from "../../text/span.ts";
import { expectedName } from "../completion/template-names.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { RenamePlan } from "../navigation/rename.ts";
import type { Workspace } from "../workspace/workspace.ts";

export interface NameFix extends RenamePlan {
  readonly title: string;
}

/** Codes of the compiler and the linter. */
const misplaced: ReadonlySet<string> = new Set(["template-name-not-file", "VP024"]);

export function isMisplaced({ code }: Diagnostic): boolean {
  return misplaced.has(code);
}

export function nameFixes(
  workspace: Workspace,
  { path, template: { name } }: EditorFile,
): readonly NameFix[] {
  const wanted = expectedName(workspace, path);
  const title = `Call the template \`${wanted}\``;
  const edits = [{ span: spanIn(path, name), text: wanted ?? "" }];
  const renamed = wanted === undefined ? [] : [{ title, edits, moves: [] }];
  const to = placeFor(workspace, path, name.text);
  if (to === path || workspace.readText(to) !== undefined) return renamed;
  const file = { title: `Rename the file to \`${fileNameOf(to)}\``, edits: [] };
  return [...renamed, { ...file, moves: [{ from: path, to }] }];
}

/** Below the root that the file is in, else beside it. */
function placeFor(workspace: Workspace, path: string, name: string): string {
  const roots = workspace.includePathFor(path).filter((root) => path.startsWith(`${root}/`));
  const root = roots.toSorted((a, b) => b.length - a.length)[0];
  return `${root ?? path.slice(0, path.lastIndexOf("/"))}/${name}${extensionOf(path)}`;
}
