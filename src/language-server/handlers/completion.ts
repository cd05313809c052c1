/** Completion, with documentation when a suggestion is looked at. */

import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from "vscode-languageserver";
import { completionsAt } from "../../editor/completion/complete.ts";
import { KnownPackages } from "../../editor/completion/package-names.ts";
import type { Subject, Suggestion, SuggestionKind } from "../../editor/completion/suggestion.ts";
import { describeSubject } from "../../editor/hover/describe-subject.ts";
import { destinationsOf } from "../../editor/schema/destinations.ts";
import { summaries } from "../../editor/workspace/summary.ts";
import type { HandlerGroup } from "../handler.ts";
import { knowledgeOf } from "../knowledge.ts";
import { placeOf, rangeIn, type Session } from "../session.ts";
import { inTurns } from "../turns.ts";

const kinds: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  template: CompletionItemKind.Module,
  path: CompletionItemKind.Property,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  variable: CompletionItemKind.Constant,
  local: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  type: CompletionItemKind.Struct,
  keyword: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
  package: CompletionItemKind.Unit,
  annotation: CompletionItemKind.Keyword,
};

/** What ends a suggestion and is written behind it. */
const commits: Partial<Readonly<Record<SuggestionKind, string[]>>> = {
  path: ["/"],
  field: ["/"],
  package: ["/"],
  function: ["("],
};

/** What is kept of an item until it is looked at. */
interface ItemData {
  readonly subject: Subject;
  readonly path: string;
}

export const completion: HandlerGroup = {
  capabilities: {
    completionProvider: {
      resolveProvider: true,
      triggerCharacters: ["'", '"', "/", "[", "@", ":", "=", "("],
    },
  },
  register(session) {
    const { connection, workspace, events, host, ready } = session;
    const packages = new KnownPackages(workspace, session.rules);
    events.onChange((path) => packages.changed(path));
    void ready.then(() => {
      // What the first request would wait for.
      destinationsOf([]);
      void session.rules.prepare();
      return inTurns(
        summaries(workspace),
        host,
        () => false,
        () => undefined,
      );
    });
    connection.onCompletion(({ textDocument, position }): CompletionList => {
      const place = placeOf(session, textDocument, position);
      if (place === undefined) return { isIncomplete: false, items: [] };
      const { file } = place;
      const known = packages.for(file.path);
      const { items, range, isCut } = completionsAt(workspace, known, place);
      const where = { path: file.path, range: rangeIn(file, range) };
      return {
        isIncomplete: isCut,
        items: items.map((one, i) => itemOf(session, one, i, where)),
      };
    });
    connection.onCompletionResolve((item): CompletionItem => {
      const data = item.data as ItemData | undefined;
      if (data === undefined) return item;
      const known = packages.for(data.path);
      const file = workspace.file(data.path);
      const value = describeSubject(knowledgeOf(session), known, file, data.subject);
      return value === "" ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
    });
  },
};

function itemOf(
  { client }: Session,
  one: Suggestion,
  index: number,
  { path, range }: { readonly path: string; readonly range: Range },
): CompletionItem {
  const { label, kind, detail, text = label, isSnippet, subject, isDeprecated } = one;
  const characters = commits[kind];
  const fills = isSnippet === true && client.fillsIn;
  return {
    label,
    kind: kinds[kind],
    // The order is ours: clients sort by this text.
    sortText: String(index).padStart(4, "0"),
    textEdit: { range, newText: isSnippet === true && !fills ? withoutPlaces(text) : text },
    ...(detail === "" ? {} : { detail }),
    ...(fills ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(characters === undefined ? {} : { commitCharacters: characters }),
    ...(isDeprecated === true ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(subject === undefined ? {} : { data: { subject, path } satisfies ItemData }),
  };
}

/** For clients that can write plain text alone. */
function withoutPlaces(text: string): string {
  return text.replace(/\$\{\d+:?([^}]*)\}|\$\d+/g, "$1");
}
