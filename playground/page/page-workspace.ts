/** The files of the page as the client of the language server has them: all are open, one of them is shown. */

import { type LSPClient, LSPPlugin, Workspace, type WorkspaceFile } from "@codemirror/lsp-client";
import { type ChangeSet, Text, type TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Diagnostic } from "vscode-languageserver";

/** Shows files in the editor. */
export interface FileDisplay {
  /** Undefined if there is no such file. */
  readonly show: (uri: string) => EditorView | undefined;
  /** The URI of the file that is shown. */
  readonly shown: () => string;
}

class PageFile implements WorkspaceFile {
  readonly uri: string;
  readonly languageId = "pan";
  version: number;
  doc: Text;
  view: EditorView | null = null;
  diagnostics: Diagnostic[] = [];
  readonly isLibrary: boolean;

  constructor(uri: string, doc: Text, version: number, isLibrary: boolean) {
    this.uri = uri;
    this.doc = doc;
    this.version = version;
    this.isLibrary = isLibrary;
  }

  getView(): EditorView | null {
    return this.view;
  }
}

export class PageWorkspace extends Workspace {
  override files: PageFile[] = [];
  private readonly display: FileDisplay;
  private lastVersion = 0;

  constructor(client: LSPClient, display: FileDisplay) {
    super(client);
    this.display = display;
  }

  override getFile(uri: string): PageFile | null {
    return this.files.find((file) => file.uri === uri) ?? null;
  }

  /** A file that is there, shown or not. */
  add(uri: string, text: string): void {
    this.open(uri, Text.of(text.split(/\r\n?|\n/)), false);
  }

  remove(uri: string): void {
    const file = this.getFile(uri);
    this.files = this.files.filter((other) => other !== file);
    this.client.didClose(uri);
  }

  /** A server that has just been started is told of everything. */
  override connected(): void {
    for (const file of this.files) this.client.didOpen(file);
  }

  override syncFiles(): { file: PageFile; prevDoc: Text; changes: ChangeSet }[] {
    return this.files.flatMap((file) => {
      const plugin = file.view && LSPPlugin.get(file.view);
      if (file.view === null || plugin === null || plugin.unsyncedChanges.empty) return [];
      const changed = { file, prevDoc: file.doc, changes: plugin.unsyncedChanges };
      file.doc = file.view.state.doc;
      file.version = ++this.lastVersion;
      plugin.clear();
      return [changed];
    });
  }

  override openFile(uri: string, _language: string, view: EditorView): void {
    const file = this.getFile(uri) ?? this.open(uri, view.state.doc, true);
    file.view = view;
  }

  override closeFile(uri: string): void {
    const file = this.getFile(uri);
    if (file === null) return;
    file.view = null;
    if (file.isLibrary) this.remove(uri);
  }

  /** An edit of a file that is not shown, as a rename makes them, is made by showing it for a moment. */
  override updateFile(uri: string, update: TransactionSpec): void {
    const before = this.display.shown();
    this.display.show(uri)?.dispatch(update);
    this.client.sync();
    if (before !== uri) this.display.show(before);
  }

  override displayFile(uri: string): Promise<EditorView | null> {
    return Promise.resolve(this.display.show(uri) ?? null);
  }

  private open(uri: string, doc: Text, isLibrary: boolean): PageFile {
    const file = new PageFile(uri, doc, ++this.lastVersion, isLibrary);
    this.files.push(file);
    this.client.didOpen(file);
    return file;
  }
}
