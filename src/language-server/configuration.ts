/** The client's settings, however it gives them: when it starts, when it is asked, or with each change. */

import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import type { ClientAbilities } from "./session.ts";
import { type ClientSettings, clientSettings } from "./settings.ts";
import { uriOfPath } from "./uri.ts";

const section = "vmcs";

/** A client that says it can be asked, and never answers, is not waited for longer than this, in milliseconds. */
const patience = 2000;

export class Configuration {
  private readonly connection: Connection;
  private readonly client: ClientAbilities;
  private said: ClientSettings;
  private byRoot: ReadonlyMap<string, ClientSettings> = new Map();

  /** `initial` is what the client gives with its first message. */
  constructor(connection: Connection, client: ClientAbilities, initial: unknown) {
    this.connection = connection;
    this.client = client;
    this.said = clientSettings(ownPart(initial));
  }

  /** Calls back when other settings may hold; they are asked for then. */
  follow(onChange: () => void): void {
    const { connection, client } = this;
    connection.onDidChangeConfiguration(({ settings }) => {
      if (!client.hasSettings) this.said = clientSettings(ownPart(settings));
      onChange();
    });
  }

  /** To be called when the client is ready to be asked. */
  register(): void {
    const { connection, client } = this;
    if (!client.registersSettings) return;
    void connection.client
      .register(DidChangeConfigurationNotification.type, { section })
      .catch(() => undefined);
  }

  async ask(roots: readonly string[]): Promise<void> {
    if (!this.client.hasSettings) return;
    const items = [{ section }, ...roots.map((root) => ({ section, scopeUri: uriOfPath(root) }))];
    const answer = await withPatience(this.connection.workspace.getConfiguration(items));
    if (!Array.isArray(answer)) return;
    const [said, ...ofRoots] = answer.map(clientSettings);
    this.said = said ?? {};
    this.byRoot = new Map(roots.map((root, i) => [root, ofRoots[i] ?? {}]));
  }

  /** By root; `""` is what holds outside of all. */
  get settings(): ReadonlyMap<string, ClientSettings> {
    return new Map([["", this.said], ...this.byRoot]);
  }
}

/** Some clients send the section, some what is in it. */
function ownPart(settings: unknown): unknown {
  if (typeof settings !== "object" || settings === null) return undefined;
  return section in settings ? (settings as Readonly<Record<string, unknown>>)[section] : settings;
}

function withPatience(answer: Promise<unknown>): Promise<unknown> {
  return Promise.race([
    answer.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience)),
  ]);
}
