/** The language server in a worker: messages of the protocol are messages of the thread. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import { startServer } from "../../src/language-server/server.ts";
import { version } from "../library.ts";
import { type Settings, settingsMethod } from "../messages.ts";
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
  startServer({ connection, host, version: version(), library: [templates] });
}
