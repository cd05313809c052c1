/**
 * The language server: the life of a connection, and documents as the client edits them. What it can do is in
 * `handlers`, a group of features each.
 *
 * The protocol is that of the Language Server Protocol 3.17. Whoever starts it gives the connection, over standard
 * streams or to a web worker, and the world behind it.
 */

import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { Findings } from "../editor/analysis/findings.ts";
import { Profiles } from "../editor/analysis/profiles.ts";
import { type PackagedRules, RuleSets } from "../editor/analysis/rule-sets.ts";
import { isProjectFile } from "../editor/workspace/project-file.ts";
import { Workspace } from "../editor/workspace/workspace.ts";
import type { Host } from "../host/host.ts";
import { abilitiesOf, pathsOf, rootsOf } from "./client.ts";
import { Configuration } from "./configuration.ts";
import { editedText } from "./documents.ts";
import { handlerGroups } from "./handlers/registry.ts";
import type { ClientAbilities, Session } from "./session.ts";
import { readSettings } from "./settings.ts";
import { inTurns } from "./turns.ts";
import { pathOfUri } from "./uri.ts";
import { Watching } from "./watching.ts";

export interface ServerOptions {
  readonly connection: Connection;
  readonly host: Host;
  readonly version: string;
  /** Directories of templates that come with the server; they are looked into after those of the workspace. */
  readonly library: readonly string[];
  /** Rules that come with the server; machines are held to none where they are left out. */
  readonly packagedRules?: PackagedRules;
}

export function startServer(options: ServerOptions): void {
  const { connection, version } = options;
  let isInitialized = false;
  // The protocol wants this of a server that is asked too early, and the other of one that lacks a feature.
  connection.onRequest((method) =>
    isInitialized
      ? new ResponseError(ErrorCodes.MethodNotFound, `There is no method ${method}.`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized yet."),
  );
  connection.onInitialize((params): InitializeResult => {
    isInitialized = true;
    const server = new Server({ ...options, params, client: abilitiesOf(params) });
    connection.onInitialized(() => server.begin());
    return { capabilities: server.capabilities, serverInfo: { name: "vmcs", version } };
  });
  connection.listen();
}

interface ServerInput extends Omit<ServerOptions, "version"> {
  readonly params: InitializeParams;
  readonly client: ClientAbilities;
}

/** The server of an initialized connection. */
class Server {
  readonly capabilities: ServerCapabilities;
  private readonly session: Session;
  private readonly input: ServerInput;
  private readonly configuration: Configuration;
  private readonly watching: Watching;
  private roots: readonly string[];
  private readonly listeners: ((path: string) => void)[] = [];
  private loaded = (): void => undefined;

  constructor(input: ServerInput) {
    this.input = input;
    const { connection, host, client, params, packagedRules } = input;
    this.roots = rootsOf(params);
    this.configuration = new Configuration(connection, client, params.initializationOptions);
    this.watching = new Watching(connection, client);
    const first = this.readSettings([]);
    const workspace = new Workspace(host, first.settings);
    workspace.configure(first.settings, first.scopes);
    const ready = new Promise<void>((resolve) => {
      this.loaded = resolve;
    });
    const events = {
      onChange: (listener: (path: string) => void) => void this.listeners.push(listener),
      changed: (paths: readonly string[]) => this.filesChanged(paths),
      wasRead: (paths: Iterable<string>) => this.watching.add(paths),
    };
    const rules = new RuleSets(workspace, host, packagedRules);
    const profiles = new Profiles(workspace, rules);
    const findings = new Findings(workspace, profiles, rules);
    this.session = {
      connection,
      workspace,
      profiles,
      findings,
      rules,
      host,
      client,
      events,
      ready,
    };
    this.followDocuments();
    for (const group of handlerGroups) group.register(this.session);
    this.capabilities = Object.assign(
      { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
      ...handlerGroups.map((group) => group.capabilities),
    ) as ServerCapabilities;
  }

  /** Reads the workspace. */
  async begin(): Promise<void> {
    this.configuration.register();
    this.watching.begin();
    this.followFolders();
    await this.configuration.ask(this.roots);
    this.configure();
    await this.load();
    this.loaded();
  }

  /** All templates below the roots, those that come with the server, and those that project files lead to. */
  private async load(): Promise<void> {
    const { connection, host, library } = this.input;
    const { workspace } = this.session;
    // A client that refuses to show it is no reason to read nothing.
    const progress = await connection.window.createWorkDoneProgress().catch(() => undefined);
    progress?.begin("Reading templates");
    let count = 0;
    const read = async (directories: readonly string[]): Promise<void> => {
      await inTurns(
        workspace.load(directories),
        host,
        () => false,
        () => {
          if (++count % 200 === 0) progress?.report(`${count} templates`);
        },
      );
    };
    await read([...this.roots, ...library]);
    this.configure();
    const elsewhere = workspace
      .allSettings()
      .flatMap(({ includePath, rules }) => [...includePath, ...rules])
      .filter((path) => path !== "/" && workspace.rootOf(path) === undefined);
    await read([...new Set(elsewhere)]);
    progress?.done();
  }

  private followDocuments(): void {
    const { connection, workspace } = this.session;
    connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => {
      this.changed(uri, (path) => workspace.open(path, text, version));
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      this.changed(uri, (path) => {
        const text = workspace.readText(path) ?? "";
        workspace.replace(path, editedText(text, contentChanges), version);
      });
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.changed(uri, (path) => workspace.close(path));
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.filesChanged(changes.flatMap(({ uri }) => pathOfUri(uri) ?? []));
    });
    this.configuration.follow(async () => {
      await this.configuration.ask(this.roots);
      this.configure();
      this.tellAll();
    });
  }

  /** Only when the client is ready, as it may be asked to tell. */
  private followFolders(): void {
    if (this.input.params.capabilities.workspace?.workspaceFolders !== true) return;
    const { connection, workspace } = this.session;
    connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      const gone = pathsOf(removed);
      const rest = this.roots.filter((root) => !gone.includes(root));
      this.roots = [...new Set([...rest, ...pathsOf(added)])];
      for (const root of gone) workspace.leave(root, [...this.roots, ...this.input.library]);
      await this.configuration.ask(this.roots);
      this.configure();
      await this.load();
      this.tellAll();
    });
  }

  private filesChanged(paths: readonly string[]): void {
    const { workspace } = this.session;
    workspace.filesChanged(paths);
    if (paths.some(isProjectFile)) {
      this.configure();
      this.tellAll();
    }
    for (const path of paths) this.tell(path);
  }

  private configure(): void {
    const { workspace } = this.session;
    const { settings, scopes } = this.readSettings(workspace.projects);
    workspace.configure(settings, scopes);
    this.watching.add(workspace.allSettings().flatMap(({ packages }) => packages));
  }

  private readSettings(projects: Iterable<string>) {
    const { host, library } = this.input;
    const client = this.configuration.settings;
    return readSettings({ host, library, roots: this.roots, projects, client });
  }

  private changed(uri: string, action: (path: string) => void): void {
    const path = pathOfUri(uri);
    if (path === undefined) return;
    action(path);
    this.tell(path);
  }

  private tellAll(): void {
    for (const path of this.session.workspace.openPaths()) this.tell(path);
  }

  private tell(path: string): void {
    for (const listener of this.listeners) listener(path);
  }
}
