/** Outlines of documents, and the names of the workspace. */

import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import type { EditorFile } from "../../editor/files/editor-file.ts";
import {
  type OutlineItem,
  type OutlineKind,
  outlineOf,
  symbolsLike,
} from "../../editor/navigation/symbols.ts";
import type { HandlerGroup } from "../handler.ts";
import { fileOf, locationOf, rangeIn } from "../session.ts";

const kinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  template: SymbolKind.Module,
  include: SymbolKind.Package,
  variable: SymbolKind.Variable,
  function: SymbolKind.Function,
  type: SymbolKind.Struct,
  field: SymbolKind.Field,
  path: SymbolKind.Property,
  binding: SymbolKind.Interface,
  rule: SymbolKind.Event,
};

export const symbols: HandlerGroup = {
  capabilities: { documentSymbolProvider: true, workspaceSymbolProvider: true },
  register(session) {
    const { connection, workspace } = session;
    connection.onDocumentSymbol(({ textDocument }) => {
      const file = fileOf(workspace, textDocument);
      return file === undefined ? [] : outlineOf(file).map((item) => documentSymbol(file, item));
    });
    connection.onWorkspaceSymbol(async ({ query }) => {
      await session.ready;
      return symbolsLike(workspace, query).flatMap(({ name, kind, span, container }) => {
        const location = locationOf(session, span);
        if (location === undefined) return [];
        return [{ name, kind: kinds[kind], location, containerName: container }];
      });
    });
  },
};

function documentSymbol(file: EditorFile, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: kinds[item.kind],
    range: rangeIn(file, item),
    selectionRange: rangeIn(file, item.nameAt),
    children: item.children.map((child) => documentSymbol(file, child)),
  };
}
