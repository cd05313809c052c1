/** Files and directories that the client makes, moves and removes. */

import type { FileOperationRegistrationOptions } from "vscode-languageserver";
import { editsForMoves } from "../../editor/navigation/moved-files.ts";
import type { HandlerGroup } from "../handler.ts";
import { pathOfUri } from "../uri.ts";
import { workspaceEdit } from "../workspace-edit.ts";

/** Any file, as a template can read any; of a directory the templates in it are meant. */
const anything: FileOperationRegistrationOptions = {
  filters: [{ scheme: "file", pattern: { glob: "**/*" } }],
};

export const files: HandlerGroup = {
  capabilities: {
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: anything,
        didRename: anything,
        didCreate: anything,
        didDelete: anything,
      },
    },
  },
  register(session) {
    const { connection, workspace, ready, events } = session;
    connection.workspace.onWillRenameFiles(async ({ files: renamed }) => {
      await ready;
      const moves = renamed.flatMap(({ oldUri, newUri }) => {
        const [from, to] = [pathOfUri(oldUri), pathOfUri(newUri)];
        return from === undefined || to === undefined ? [] : [{ from, to }];
      });
      const edits = editsForMoves(workspace, moves);
      return edits.length === 0 ? null : workspaceEdit(session, { edits, moves: [] });
    });
    // A client that watches files says it a second time, which does no harm.
    const changed = (uris: readonly string[]): void => {
      const paths = uris.flatMap((uri) => pathOfUri(uri) ?? []);
      events.changed(paths.flatMap((path) => workspace.filesAt(path)));
    };
    connection.workspace.onDidCreateFiles((params) => changed(params.files.map(({ uri }) => uri)));
    connection.workspace.onDidDeleteFiles((params) => changed(params.files.map(({ uri }) => uri)));
    connection.workspace.onDidRenameFiles((params) =>
      changed(params.files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    );
  },
};
