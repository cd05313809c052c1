/** What a client says of itself when a connection begins. */

import type { InitializeParams } from "vscode-languageserver";
import type { ClientAbilities } from "./session.ts";
import { pathOfUri } from "./uri.ts";

/** Older clients name one root, by a URI or by a path. */
export function rootsOf(params: InitializeParams): readonly string[] {
  const { workspaceFolders, rootUri, rootPath } = params;
  if (workspaceFolders != null) return pathsOf(workspaceFolders);
  if (rootUri != null) return pathsOf([{ uri: rootUri }]);
  return rootPath == null || !rootPath.startsWith("/") ? [] : [rootPath];
}

export function pathsOf(folders: readonly { readonly uri: string }[]): readonly string[] {
  return folders.flatMap(({ uri }) => {
    const path = pathOfUri(uri);
    return path?.startsWith("/") ? [path] : [];
  });
}

export function abilitiesOf({
  capabilities: { workspace, textDocument },
}: InitializeParams): ClientAbilities {
  return {
    pulls: textDocument?.diagnostic !== undefined,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    fillsIn: textDocument?.completion?.completionItem?.snippetSupport === true,
    movesFiles: workspace?.workspaceEdit?.resourceOperations?.includes("rename") === true,
    hasSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
  };
}
