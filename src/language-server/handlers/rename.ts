/** Renaming, with the files of templates. */

import {
  ErrorCodes,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import {
  type RenamePlan,
  RenameRefusal,
  renamableAt,
  renameAt,
} from "../../editor/navigation/rename.ts";
import type { HandlerGroup } from "../handler.ts";
import { placeOf, rangeIn, type Session } from "../session.ts";
import { uriOfPath } from "../uri.ts";

export const rename: HandlerGroup = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(session) {
    const { connection, workspace } = session;
    connection.onPrepareRename(async ({ textDocument, position }) => {
      await session.ready;
      const place = placeOf(session, textDocument, position);
      if (place === undefined) return null;
      const found = renamableAt(workspace, place);
      if (found instanceof RenameRefusal) return refused(found);
      return { range: rangeIn(place.file, found.occurrence), placeholder: found.name };
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }) => {
      await session.ready;
      const place = placeOf(session, textDocument, position);
      if (place === undefined) return null;
      const plan = renameAt(workspace, place, newName);
      return plan instanceof RenameRefusal ? refused(plan) : workspaceEdit(session, plan);
    });
  },
};

function refused({ reason }: RenameRefusal): ResponseError {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}

/** Texts are edited where they are, and files move afterwards. */
function workspaceEdit({ workspace }: Session, { edits, moves }: RenamePlan): WorkspaceEdit {
  const byFile = new Map<string, TextEdit[]>();
  for (const { span, text } of edits) {
    const file = workspace.file(span.file);
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
