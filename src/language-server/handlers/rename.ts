/** Renaming, with the files of templates. */

import { ErrorCodes, ResponseError } from "vscode-languageserver";
import { renamableAt, renameAt } from "../../editor/navigation/rename.ts";
import { RenameRefusal } from "../../editor/navigation/rename-refusal.ts";
import type { HandlerGroup } from "../handler.ts";
import { placeOf, rangeIn } from "../session.ts";
import { workspaceEdit } from "../workspace-edit.ts";

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
      return { range: rangeIn(place.file, found.at), placeholder: found.name };
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
