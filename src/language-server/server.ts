/**
 * The language server: the life of a connection, and documents as the client edits them. What it can do is in
 * `handlers`, a group of features each.
 *
 * The protocol is that of the Language Server Protocol 3.17. Whoever starts it gives the connection, over standard
 * streams or to a web worker, and the world behind it.
 */

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentContentChangeEvent,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { Profiles } from "../editor/analysis/profiles.ts";
import { Workspace } from "../editor/workspace/workspace.ts";
import type { Host } from "../host/host.ts";
import { lineIndex } from "../text/line-index.ts";
import { handlerGroups } from "./handlers/registry.ts";
import type { Session } from "./session.ts";
import { readSettings } from "./settings.ts";
import { pathOfUri } from "./uri.ts";

export interface ServerOptions {
  readonly connection: Connection;
  readonly host: Host;
  readonly version: string;
  /** Directories of templates that come with the server; they are looked into after those of the workspace. */
  readonly library: readonly string[];
}

export function startServer({ connection, host, version, library }: ServerOptions): void {
  const workspace = new Workspace(host, readSettings(host, [], library));
  let loaded = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  const profiles = new Profiles(workspace);
  const session: Session = { connection, workspace, profiles, host, ready };
  let roots: readonly string[] = [];
  let watches = false;

  connection.onInitialize((params): InitializeResult => {
    roots = rootsOf(params);
    workspace.settings = readSettings(host, roots, library);
    watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    const capabilities = Object.assign(
      { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
      ...handlerGroups.map((group) => group.capabilities),
    ) as InitializeResult["capabilities"];
    return { capabilities, serverInfo: { name: "vmcs", version } };
  });

  connection.onInitialized(async () => {
    if (watches) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*.{pan,tpl}" }, { globPattern: "**/vmcs.json" }],
      });
    }
    await loadWorkspace(session, [...roots, ...library]);
    loaded();
  });

  followDocuments(session);
  for (const group of handlerGroups) group.register(session);
  connection.listen();
}

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri == null ? [] : [rootUri]);
  return uris.flatMap((uri) => pathOfUri(uri) ?? []);
}

/** How long requests wait at most while templates are read, in milliseconds. */
const slice = 20;

async function loadWorkspace(
  { workspace, host }: Session,
  roots: readonly string[],
): Promise<void> {
  let began = host.now();
  for (const _ of workspace.load(roots)) {
    if (host.now() - began < slice) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = host.now();
  }
}

function followDocuments({ connection, workspace }: Session): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => {
    const path = pathOfUri(uri);
    if (path !== undefined) workspace.open(path, text, version);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const path = pathOfUri(uri);
    const text = path === undefined ? undefined : workspace.readText(path);
    if (path === undefined || text === undefined) return;
    workspace.replace(path, contentChanges.reduce(changed, text), version);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const path = pathOfUri(uri);
    if (path !== undefined) workspace.close(path);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace.filesChanged(changes.flatMap(({ uri }) => pathOfUri(uri) ?? []));
  });
}

/** Each change is of the text that the one before it has left. */
function changed(text: string, change: TextDocumentContentChangeEvent): string {
  if (!("range" in change)) return change.text;
  const lines = lineIndex(text);
  const { start, end } = change.range;
  const from = lines.offset(start.line + 1, start.character + 1);
  const to = lines.offset(end.line + 1, end.character + 1);
  return text.slice(0, from) + change.text + text.slice(to);
}
