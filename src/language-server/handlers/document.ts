/** What is asked of one document as a whole: colours, folds, selections, links, layout. */

import {
  type FoldingRange,
  type SelectionRange,
  SemanticTokensBuilder,
  type TextEdit,
} from "vscode-languageserver";
import { type Fold, foldsOf } from "../../editor/document/folding.ts";
import { linksIn } from "../../editor/document/links.ts";
import { selectionsAt } from "../../editor/document/selection.ts";
import {
  semanticTokens,
  tokenModifiers,
  tokenTypes,
} from "../../editor/document/semantic-tokens.ts";
import type { EditorFile } from "../../editor/files/editor-file.ts";
import { formatEdits, formatRange } from "../../pan/formatter/format-range.ts";
import type { TextEdit as Edit } from "../../text/edit.ts";
import type { Located } from "../../text/span.ts";
import type { HandlerGroup } from "../handler.ts";
import { fileOf, offsetIn, rangeIn, type Session } from "../session.ts";
import { pathOfUri, uriOfPath } from "../uri.ts";

export const documentFeatures: HandlerGroup = {
  capabilities: {
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: ";", moreTriggerCharacter: ["}"] },
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  },
  register(session) {
    registerColours(session);
    registerLayout(session);
    const { connection, workspace } = session;
    connection.onFoldingRanges(({ textDocument }) => {
      const file = fileOf(workspace, textDocument);
      return file === undefined ? [] : foldsOf(file).map((fold) => foldingRange(file, fold));
    });
    connection.onSelectionRanges(({ textDocument, positions }) => {
      const file = fileOf(workspace, textDocument);
      if (file === undefined) return [];
      return positions.map((position) => selectionRange(file, offsetIn(file, position)));
    });
    connection.onDocumentLinks(async ({ textDocument }) => {
      await session.ready;
      const file = fileOf(workspace, textDocument);
      if (file === undefined) return [];
      return linksIn(workspace, file).map((link) => ({
        range: rangeIn(file, link),
        target: uriOfPath(link.target),
        tooltip: link.title,
      }));
    });
  },
};

function registerColours({ connection, workspace }: Session): void {
  const builders = new Map<string, SemanticTokensBuilder>();
  const builderFor = (uri: string): SemanticTokensBuilder => {
    for (const known of builders.keys()) {
      if (!workspace.isOpen(pathOfUri(known) ?? "")) builders.delete(known);
    }
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    builders.set(uri, builder);
    return builder;
  };
  const { semanticTokens: provider } = connection.languages;
  provider.on(({ textDocument }) => {
    const builder = builderFor(textDocument.uri);
    const file = fileOf(workspace, textDocument);
    // A new result begins, whose identity later deltas refer to.
    builder.previousResult("");
    if (file !== undefined) pushTokens(builder, file);
    return builder.build();
  });
  provider.onDelta(({ textDocument, previousResultId }) => {
    const builder = builderFor(textDocument.uri);
    const file = fileOf(workspace, textDocument);
    builder.previousResult(previousResultId);
    if (file !== undefined) pushTokens(builder, file);
    return builder.buildEdits();
  });
  provider.onRange(({ textDocument, range }) => {
    const builder = new SemanticTokensBuilder();
    const file = fileOf(workspace, textDocument);
    if (file !== undefined) {
      const [start, end] = [offsetIn(file, range.start), offsetIn(file, range.end)];
      pushTokens(builder, file, { start, end });
    }
    return builder.build();
  });
}

function pushTokens(builder: SemanticTokensBuilder, file: EditorFile, within?: Located): void {
  for (const { start, end, type, modifiers } of semanticTokens(file)) {
    if (within !== undefined && (end < within.start || start > within.end)) continue;
    const { line, column } = file.lines.position(start);
    const bits = modifiers.reduce((all, name) => all | (1 << tokenModifiers.indexOf(name)), 0);
    builder.push(line - 1, column - 1, end - start, tokenTypes.indexOf(type), bits);
  }
}

function registerLayout({ connection, workspace }: Session): void {
  const optionsFor = ({ path: file, dialect }: EditorFile) => ({
    file,
    dialect,
    width: workspace.settingsOf(file).lineWidth,
  });
  connection.onDocumentFormatting(({ textDocument }) => {
    const file = fileOf(workspace, textDocument);
    if (file === undefined) return [];
    return textEdits(file, formatEdits(file.text, optionsFor(file)).edits);
  });
  connection.onDocumentRangeFormatting(({ textDocument, range }) => {
    const file = fileOf(workspace, textDocument);
    if (file === undefined) return [];
    const [start, end] = [offsetIn(file, range.start), offsetIn(file, range.end)];
    return textEdits(file, formatRange(file.text, start, end, optionsFor(file)).edits);
  });
  // The statement that has just been ended.
  connection.onDocumentOnTypeFormatting(({ textDocument, position }) => {
    const file = fileOf(workspace, textDocument);
    if (file === undefined) return [];
    const end = offsetIn(file, position);
    const statement = file.template.statements.findLast((other) => other.start < end);
    const start = statement?.start ?? end;
    const { edits } = formatRange(file.text, start, end, optionsFor(file));
    // What stands behind the cursor is still being written.
    return textEdits(
      file,
      edits.filter((edit) => edit.end <= end),
    );
  });
}

function textEdits(file: EditorFile, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: rangeIn(file, edit), newText: edit.text }));
}

function foldingRange(file: EditorFile, fold: Fold): FoldingRange {
  const { start, end } = rangeIn(file, fold);
  return { startLine: start.line, endLine: end.line, kind: fold.kind };
}

function selectionRange(file: EditorFile, offset: number): SelectionRange {
  const [outermost = { start: offset, end: offset }, ...inner] = selectionsAt(
    file,
    offset,
  ).toReversed();
  return inner.reduce<SelectionRange>((parent, step) => ({ range: rangeIn(file, step), parent }), {
    range: rangeIn(file, outermost),
  });
}
