/** A client of the language server in this process: what an editor says, over the real protocol. */

import { PassThrough, type Readable, type Writable } from "node:stream";
import type {
  ClientCapabilities,
  InitializeResult,
  MessageConnection,
  PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Host } from "../../src/host/host.ts";
import { type ServerOptions, startServer } from "../../src/language-server/server.ts";

export interface EditorClient {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** What the server has pushed last, by URI. */
  readonly pushed: ReadonlyMap<string, PublishDiagnosticsParams>;
  readonly request: <Result = unknown>(method: string, params: unknown) => Promise<Result>;
  readonly notify: (method: string, params: unknown) => Promise<void>;
  readonly open: (path: string, text: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a server on a host in this process, with workspace folders. */
export function startClient(
  host: Host,
  folders: readonly string[],
  capabilities: ClientCapabilities = {},
  options: Partial<ServerOptions> = {},
): Promise<EditorClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer({
    connection: createConnection(
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    ),
    host,
    version: "0.0.0",
    library: [],
    ...options,
  });
  return connectClient(toClient, toServer, folders, capabilities);
}

/** Speaks with a server that reads and writes streams. */
export async function connectClient(
  fromServer: Readable,
  toServer: Writable,
  folders: readonly string[],
  capabilities: ClientCapabilities = {},
): Promise<EditorClient> {
  const connection = createMessageConnection(
    new StreamMessageReader(fromServer),
    new StreamMessageWriter(toServer),
  );
  const pushed = new Map<string, PublishDiagnosticsParams>();
  connection.onNotification("textDocument/publishDiagnostics", (params: unknown) => {
    const published = params as PublishDiagnosticsParams;
    pushed.set(published.uri, published);
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.listen();
  const request = async <Result>(method: string, params: unknown): Promise<Result> =>
    (await connection.sendRequest(method, params)) as Result;
  const notify = (method: string, params: unknown) => connection.sendNotification(method, params);
  const initialized = await request<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders: folders.map((path) => ({ uri: `file://${path}`, name: path })),
  });
  await notify("initialized", {});
  return {
    connection,
    initialized,
    pushed,
    request,
    notify,
    open: (path, text) =>
      notify("textDocument/didOpen", {
        textDocument: { uri: `file://${path}`, languageId: "pan", version: 1, text },
      }),
    async stop() {
      await connection.sendRequest("shutdown");
      connection.dispose();
    },
  };
}
