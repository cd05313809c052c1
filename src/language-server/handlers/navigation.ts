/** From a name to where it is made, typed, set and used. */

import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from "vscode-languageserver";
import type { Place } from "../../editor/files/editor-file.ts";
import { definitionsAt } from "../../editor/navigation/definition.ts";
import { highlightsAt } from "../../editor/navigation/highlight.ts";
import { writersAt } from "../../editor/navigation/implementation.ts";
import { referencesAt } from "../../editor/navigation/references.ts";
import { typeDefinitionsAt } from "../../editor/navigation/type-definition.ts";
import type { Workspace } from "../../editor/workspace/workspace.ts";
import type { Span } from "../../text/span.ts";
import type { HandlerGroup } from "../handler.ts";
import { locationOf, placeOf, rangeIn, type Session } from "../session.ts";

interface Question {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export const navigation: HandlerGroup = {
  capabilities: {
    definitionProvider: true,
    declarationProvider: true,
    typeDefinitionProvider: true,
    implementationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
  },
  register(session) {
    const { connection, workspace } = session;
    const asked =
      (find: (workspace: Workspace, place: Place) => readonly Span[]) =>
      async ({ textDocument, position }: Question): Promise<Location[]> => {
        await session.ready;
        const place = placeOf(session, textDocument, position);
        return place === undefined ? [] : locations(session, find(workspace, place));
      };
    connection.onDefinition(asked(definitionsAt));
    connection.onDeclaration(asked(definitionsAt));
    connection.onTypeDefinition(asked(typeDefinitionsAt));
    connection.onImplementation(asked(writersAt));
    connection.onReferences(({ context, ...question }) =>
      asked((all, place) =>
        referencesAt(all, place, context.includeDeclaration).map(({ span }) => span),
      )(question),
    );
    connection.onDocumentHighlight(({ textDocument, position }) => {
      const place = placeOf(session, textDocument, position);
      if (place === undefined) return [];
      return highlightsAt(place.file, place.offset).map(
        (found): DocumentHighlight => ({
          range: rangeIn(place.file, found),
          kind: found.role === "read" ? DocumentHighlightKind.Read : DocumentHighlightKind.Write,
        }),
      );
    });
  },
};

function locations(session: Session, spans: readonly Span[]): Location[] {
  return spans.flatMap((span) => locationOf(session, span) ?? []);
}
