/** What a group of features adds to the server: it registers its handlers, and says what it can do. */

import type { ServerCapabilities } from "vscode-languageserver";
import type { Session } from "./session.ts";

export interface HandlerGroup {
  readonly capabilities: ServerCapabilities;
  readonly register: (session: Session) => void;
}
