/** Edits of several files in the words of the protocol. */

import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { RenamePlan } from "../editor/navigation/rename.ts";
import { linesOf, rangeIn, type Session } from "./session.ts";
import { uriOfPath } from "./uri.ts";

/** Texts are edited where they are, and files move afterwards. */
export function workspaceEdit({ workspace }: Session, { edits, moves }: RenamePlan): WorkspaceEdit {
  const byFile = new Map<string, TextEdit[]>();
  for (const { span, text } of edits) {
    const file = linesOf(workspace, span.file);
    if (file === undefined) continue;
    const known = byFile.get(span.file) ?? [];
    known.push({ range: rangeIn(file, span), newText: text });
    byFile.set(span.file, known);
  }
  return {
    documentChanges: [
      ...[...byFile].map(([path, textEdits]) => ({
        textDocument: { uri: uriOfPath(path), version: workspace.version(path) ?? null },
        edits: textEdits,
      })),
      ...moves.map(({ from, to }) => ({
        kind: "rename" as const,
        oldUri: uriOfPath(from),
        newUri: uriOfPath(to),
      })),
    ],
  };
}
