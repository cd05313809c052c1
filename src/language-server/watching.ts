/** Files on the disk that matter: the client is asked to tell when they change. */

import { type Connection, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { isTemplateFile } from "../editor/files/template-file.ts";
import { fileNameOf } from "../host/path.ts";
import type { ClientAbilities } from "./session.ts";

const always = ["**/*.{pan,tpl}", "**/vmcs.json", "**/repository.json"];

export class Watching {
  private readonly connection: Connection;
  private readonly client: ClientAbilities;
  private readonly names = new Set<string>();

  constructor(connection: Connection, client: ClientAbilities) {
    this.connection = connection;
    this.client = client;
  }

  begin(): void {
    this.register(always);
  }

  /** Texts that templates read, and package lists; whatever is watched already is left out. */
  add(paths: Iterable<string>): void {
    const added: string[] = [];
    for (const path of paths) {
      if (isTemplateFile(path)) continue;
      const name = fileNameOf(path);
      // A name with signs of patterns would match others.
      if (this.names.has(name) || !/^[\w.+ -]+$/.test(name)) continue;
      this.names.add(name);
      added.push(`**/${name}`);
    }
    if (added.length > 0) this.register(added);
  }

  private register(patterns: readonly string[]): void {
    if (!this.client.watchesFiles) return;
    const watchers = patterns.map((globPattern) => ({ globPattern }));
    void this.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch(() => undefined);
  }
}
