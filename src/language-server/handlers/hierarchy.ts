/** Call hierarchy: templates by their includes, functions by their calls. */

import { type CallHierarchyItem, SymbolKind } from "vscode-languageserver";
import {
  type Call,
  type Callable,
  type HierarchyItem,
  incomingCalls,
  outgoingCalls,
  prepareCallsAt,
} from "../../editor/hierarchy/call-hierarchy.ts";
import type { HandlerGroup } from "../handler.ts";
import { placeOf, rangeIn, type Session } from "../session.ts";
import { pathOfUri, uriOfPath } from "../uri.ts";

export const hierarchy: HandlerGroup = {
  capabilities: { callHierarchyProvider: true },
  register(session) {
    const { connection, workspace } = session;
    const { callHierarchy } = connection.languages;
    callHierarchy.onPrepare(({ textDocument, position }) => {
      const place = placeOf(session, textDocument, position);
      if (place === undefined) return null;
      const items = prepareCallsAt(workspace, place).flatMap(
        (item) => itemFor(session, item) ?? [],
      );
      return items.length === 0 ? null : items;
    });
    callHierarchy.onIncomingCalls(({ item }) =>
      incomingCalls(workspace, callableOf(item)).flatMap((call) => {
        const from = itemFor(session, call.item);
        return from === undefined ? [] : [{ from, fromRanges: rangesOf(session, call) }];
      }),
    );
    callHierarchy.onOutgoingCalls(({ item }) => {
      const file = pathOfUri(item.uri) ?? "";
      return outgoingCalls(workspace, { ...callableOf(item), file }).flatMap((call) => {
        const to = itemFor(session, call.item);
        return to === undefined ? [] : [{ to, fromRanges: rangesOf(session, call) }];
      });
    });
  },
};

function callableOf({ kind, name }: CallHierarchyItem): Callable {
  return { kind: kind === SymbolKind.Function ? "function" : "template", name };
}

/** Undefined if the file is gone. */
function itemFor({ workspace }: Session, item: HierarchyItem): CallHierarchyItem | undefined {
  const file = workspace.file(item.file);
  if (file === undefined) return undefined;
  return {
    name: item.name,
    kind: item.kind === "function" ? SymbolKind.Function : SymbolKind.Module,
    detail: item.detail,
    uri: uriOfPath(item.file),
    range: rangeIn(file, item.whole),
    selectionRange: rangeIn(file, item.nameAt),
  };
}

function rangesOf({ workspace }: Session, { callerFile, places }: Call) {
  const file = workspace.file(callerFile);
  return file === undefined ? [] : places.map((place) => rangeIn(file, place));
}
