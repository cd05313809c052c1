/** The language server in a worker: messages of the protocol are messages of the thread. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import { startServer } from "../../src/language-server/server.ts";
import { pathOfUri } from "../../src/language-server/uri.ts";
import { version } from "../library.ts";
import { removedMethod, type Settings, savedMethod, settingsMethod } from "../messages.ts";
import { projectFile, templates } from "../paths.ts";
import { playgroundHost, projectText } from "./host.ts";

export function serveLanguage(scope: Worker): void {
  const host = playgroundHost({ files: [] });
  const connection = createConnection(
    new BrowserMessageReader(scope),
    new BrowserMessageWriter(scope),
  );
  connection.onNotification(settingsMethod, (settings: Settings) => {
    host.writeFiles([{ path: projectFile, content: projectText(settings) }]);
  });
  connection.onNotification(savedMethod, ({ uri, text }: { uri: string; text: string }) => {
    host.writeFiles([{ path: pathOfUri(uri) ?? "", content: text }]);
  });
  connection.onNotification(removedMethod, ({ uri }: { uri: string }) => {
    host.remove(pathOfUri(uri) ?? "");
  });
  startServer({ connection, host, version: version(), library: [templates] });
}
