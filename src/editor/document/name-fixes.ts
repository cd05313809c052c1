/** What brings a template and its file together where one is not called like the other: either of them is renamed. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { fileNameOf } from "../../host/path.ts";
import { type Span, spanIn } from "../../text/span.ts";
import { misplaced, misplacedByLinter } from "../analysis/diagnose.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { RenamePlan } from "../navigation/rename.ts";
import { expectedName, expectedPath } from "../workspace/template-place.ts";
import type { Workspace } from "../workspace/workspace.ts";

export interface NameFix extends RenamePlan {
  readonly title: string;
}

/** Whether the compiler or the linter says that it is called otherwise. */
export function isMisplaced({ code }: Diagnostic): boolean {
  return code === misplaced || code === misplacedByLinter;
}

export function nameFixes(
  workspace: Workspace,
  { path, template: { name } }: EditorFile,
): readonly NameFix[] {
  const wanted = expectedName(workspace, path);
  const renamed = wanted === undefined ? [] : [renaming(spanIn(path, name), wanted)];
  const to = expectedPath(workspace, path, name.text);
  if (to === path || workspace.readText(to) !== undefined) return renamed;
  const file = { title: `Rename the file to \`${fileNameOf(to)}\``, edits: [] };
  return [...renamed, { ...file, moves: [{ from: path, to }] }];
}

function renaming(span: Span, wanted: string): NameFix {
  return { title: `Call the template \`${wanted}\``, edits: [{ span, text: wanted }], moves: [] };
}
