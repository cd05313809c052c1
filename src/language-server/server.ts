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
  type ServerCapabilities,
  type TextDocumentContentChangeEvent,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { Findings } from "../editor/analysis/findings.ts";
import { Profiles } from "../editor/analysis/profiles.ts";
import { Workspace } from "../editor/workspace/workspace.ts";
import type { Host } from "../host/host.ts";
import { lineIndex } from "../text/line-index.ts";
import { handlerGroups } from "./handlers/registry.ts";
import type { ClientAbilities, Session } from "./session.ts";
import { readSettings } from "./settings.ts";
import { inTurns } from "./turns.ts";
import { pathOfUri } from "./uri.ts";

export interface ServerOptions {
  readonly connection: Connection;
  readonly host: Host;
  readonly version: string;
  /** Directories of templates that come with the server; they are looked into after those of the workspace. */
  readonly library: readonly string[];
}

export function startServer({ connection, host, version, library }: ServerOptions): void {
  connection.onInitialize((params): InitializeResult => {
    const roots = rootsOf(params);
    const server = new Server({ connection, host, library, roots, client: abilitiesOf(params) });
    connection.onInitialized(() => server.begin());
    return { capabilities: server.capabilities, serverInfo: { name: "vmcs", version } };
  });
  connection.listen();
}

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri == null ? [] : [rootUri]);
  return uris.flatMap((uri) => pathOfUri(uri) ?? []);
}

function abilitiesOf({
  capabilities: { workspace, textDocument },
}: InitializeParams): ClientAbilities {
  return {
    pulls: textDocument?.diagnostic !== undefined,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}

interface ServerInput extends Pick<ServerOptions, "connection" | "host" | "library"> {
  readonly roots: readonly string[];
  readonly client: ClientAbilities;
}

/** The server of an initialized connection. */
class Server {
  readonly capabilities: ServerCapabilities;
  private readonly session: Session;
  private readonly input: ServerInput;
  private readonly listeners: ((path: string) => void)[] = [];
  private loaded = (): void => undefined;

  constructor(input: ServerInput) {
    this.input = input;
    const { connection, host, library, roots, client } = input;
    const workspace = new Workspace(host, readSettings(host, roots, library));
    const ready = new Promise<void>((resolve) => {
      this.loaded = resolve;
    });
    const events = {
      onChange: (listener: (path: string) => void) => void this.listeners.push(listener),
    };
    const profiles = new Profiles(workspace);
    const findings = new Findings(workspace, profiles);
    this.session = { connection, workspace, profiles, findings, host, client, events, ready };
    this.followDocuments();
    for (const group of handlerGroups) group.register(this.session);
    this.capabilities = Object.assign(
      { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
      ...handlerGroups.map((group) => group.capabilities),
    ) as ServerCapabilities;
  }

  /** Reads the workspace. */
  async begin(): Promise<void> {
    const { connection, host, library, roots, client } = this.input;
    if (client.watchesFiles) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*.{pan,tpl}" }, { globPattern: "**/vmcs.json" }],
      });
    }
    const steps = this.session.workspace.load([...roots, ...library]);
    await inTurns(
      steps,
      host,
      () => false,
      () => undefined,
    );
    this.loaded();
  }

  private followDocuments(): void {
    const { connection, workspace } = this.session;
    connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => {
      this.changed(uri, (path) => workspace.open(path, text, version));
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      this.changed(uri, (path) => {
        const text = workspace.readText(path) ?? "";
        workspace.replace(path, contentChanges.reduce(edited, text), version);
      });
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.changed(uri, (path) => workspace.close(path));
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const paths = changes.flatMap(({ uri }) => pathOfUri(uri) ?? []);
      if (paths.some((path) => path.endsWith("/vmcs.json"))) this.readSettings();
      workspace.filesChanged(paths);
      for (const path of paths) this.tell(path);
    });
  }

  private readSettings(): void {
    const { host, library, roots } = this.input;
    this.session.workspace.settings = readSettings(host, roots, library);
  }

  private changed(uri: string, action: (path: string) => void): void {
    const path = pathOfUri(uri);
    if (path === undefined) return;
    action(path);
    this.tell(path);
  }

  private tell(path: string): void {
    for (const listener of this.listeners) listener(path);
  }
}

/** Each change is of the text that the one before it has left. */
function edited(text: string, change: TextDocumentContentChangeEvent): string {
  if (!("range" in change)) return change.text;
  const lines = lineIndex(text);
  const { start, end } = change.range;
  const from = lines.offset(start.line + 1, start.character + 1);
  const to = lines.offset(end.line + 1, end.character + 1);
  return text.slice(0, from) + change.text + text.slice(to);
}
