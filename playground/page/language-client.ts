/** The language server in its thread, as the editor talks to it. */

import { setDiagnostics } from "@codemirror/lint";
import {
  findReferencesKeymap,
  formatKeymap,
  hoverTooltips,
  jumpToDefinitionKeymap,
  LSPClient,
  LSPPlugin,
  renameKeymap,
  serverCompletion,
  serverDiagnostics,
  signatureHelp,
  type Transport,
} from "@codemirror/lsp-client";
import { type EditorView, keymap } from "@codemirror/view";
import type { PublishDiagnosticsParams } from "vscode-languageserver";
import { pathOfUri, uriOfPath } from "../../src/language-server/uri.ts";
import { type Settings, settingsMethod } from "../messages.ts";
import { absolute, home, projectFile } from "../paths.ts";
import { editorDiagnostics, fixesOf } from "./diagnostics.ts";
import { type FileDisplay, PageWorkspace } from "./page-workspace.ts";
import { sanitizeHtml } from "./sanitize.ts";

/** Milliseconds; a server that says nothing for longer is busy with something that never ends. */
const timeout = 6_000;

export class LanguageClient {
  readonly client: LSPClient;
  readonly workspace: PageWorkspace;
  private readonly program: string;
  private settings: Settings;
  private worker: Worker | undefined;

  constructor(program: string, settings: Settings, display: FileDisplay) {
    this.program = program;
    this.settings = settings;
    this.client = newClient((client) => new PageWorkspace(client, display));
    this.workspace = this.client.workspace as PageWorkspace;
  }

  /** Tells what the description is built with. */
  tell(settings: Settings): void {
    this.settings = settings;
    this.notify(settingsMethod, settings);
    const change = { uri: uriOf(projectFile), type: 2 };
    this.notify("workspace/didChangeWatchedFiles", { changes: [change] });
  }

  /**
   * Starts the server if it does not run: when the first result is shown, which has the processor for itself until then,
   * and when a text has changed that the server could not end with.
   */
  wake(): void {
    if (this.worker !== undefined) return;
    const worker = new Worker(this.program, { name: "language" });
    this.worker = worker;
    this.notify(settingsMethod, this.settings);
    this.client.connect(transportTo(worker, () => this.end(worker)));
  }

  private end(worker: Worker): void {
    if (this.worker !== worker) return;
    worker.terminate();
    this.worker = undefined;
    this.client.disconnect();
  }

  private notify(method: string, params: object): void {
    this.worker?.postMessage({ jsonrpc: "2.0", method, params });
  }
}

function newClient(workspace: (client: LSPClient) => PageWorkspace): LSPClient {
  return new LSPClient({
    rootUri: uriOf(""),
    timeout,
    sanitizeHTML: sanitizeHtml,
    workspace,
    notificationHandlers: { "textDocument/publishDiagnostics": showDiagnostics },
    extensions: [
      { ...serverDiagnostics(), notificationHandlers: {} },
      serverCompletion({ override: true }),
      hoverTooltips(),
      signatureHelp(),
      keymap.of([
        ...formatKeymap,
        ...renameKeymap,
        ...jumpToDefinitionKeymap,
        ...findReferencesKeymap,
      ]),
    ],
  });
}

export function uriOf(name: string): string {
  return uriOfPath(name === "" ? home : absolute(name));
}

/** The name that a URI of ours stands for: below the description, or the path. */
export function nameOf(uri: string): string {
  const path = pathOfUri(uri) ?? uri;
  return path.startsWith(`${home}/`) ? path.slice(home.length + 1) : path;
}

/** `onSilence` is called when a request has no answer for too long. */
function transportTo(worker: Worker, onSilence: () => void): Transport {
  const handlers = new Map<(message: string) => void, (event: MessageEvent<Message>) => void>();
  const watches = new Map<number, number>();
  worker.addEventListener("message", ({ data: { id, method } }: MessageEvent<Message>) => {
    if (id === undefined || method !== undefined) return;
    window.clearTimeout(watches.get(id));
    watches.delete(id);
  });
  return {
    send(text) {
      const message = JSON.parse(text) as Message;
      const { id, method } = message;
      if (id !== undefined && method !== undefined) {
        watches.set(id, window.setTimeout(onSilence, timeout));
      }
      worker.postMessage(withoutPulls(message));
    },
    subscribe(handler) {
      const listener = ({ data }: MessageEvent<Message>): void => handler(JSON.stringify(data));
      handlers.set(handler, listener);
      worker.addEventListener("message", listener);
    },
    unsubscribe(handler) {
      const listener = handlers.get(handler);
      if (listener !== undefined) worker.removeEventListener("message", listener);
    },
  };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly capabilities?: { textDocument?: { diagnostic?: object } } };
}

/** The client says that it asks for diagnostics, and never does; the server is to send them by itself. */
function withoutPulls(message: Message): Message {
  if (message.method === "initialize")
    delete message.params?.capabilities?.textDocument?.diagnostic;
  return message;
}

/** Those of a file that is not shown are kept until it is. */
function showDiagnostics(client: LSPClient, params: PublishDiagnosticsParams): boolean {
  const workspace = client.workspace as PageWorkspace;
  const file = workspace.getFile(params.uri);
  if (file === null || (params.version !== undefined && params.version !== file.version)) {
    return true;
  }
  file.diagnostics = params.diagnostics;
  const view = file.getView();
  if (view === null || LSPPlugin.get(view) === null) return true;
  showIn(view, client, params);
  return true;
}

/** At once, and with fixes when they are there. */
export function showIn(
  view: EditorView,
  client: LSPClient,
  { uri, diagnostics }: Pick<PublishDiagnosticsParams, "uri" | "diagnostics">,
): void {
  const { doc } = view.state;
  view.dispatch(setDiagnostics(view.state, editorDiagnostics(doc, diagnostics)));
  if (diagnostics.length === 0) return;
  const isShown = (): boolean =>
    view.state.doc === doc && client.workspace.getFile(uri)?.getView() === view;
  fixesOf(client, uri, doc, diagnostics).then(
    (fixes) => {
      if (!isShown() || fixes.size === 0) return;
      view.dispatch(setDiagnostics(view.state, editorDiagnostics(doc, diagnostics, fixes)));
    },
    // A server that is busy gives none; the messages are shown all the same.
    () => undefined,
  );
}
