/** Definition and references: from a name to where it is made and used. */

import type { Location } from "vscode-languageserver";
import { definitionsAt } from "../../editor/navigation/definition.ts";
import type { Span } from "../../text/span.ts";
import type { HandlerGroup } from "../handler.ts";
import { locationOf, placeOf, type Session } from "../session.ts";

export const navigation: HandlerGroup = {
  capabilities: { definitionProvider: true },
  register(session) {
    const { connection, workspace } = session;
    connection.onDefinition(({ textDocument, position }) => {
      const place = placeOf(session, textDocument, position);
      return place === undefined ? [] : locations(session, definitionsAt(workspace, place));
    });
  },
};

function locations(session: Session, spans: readonly Span[]): Location[] {
  return spans.flatMap((span) => locationOf(session, span) ?? []);
}
