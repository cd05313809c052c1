/** Colours by what names mean, as the language server knows it; of the lines that are seen, a moment after typing. */

import type { LSPClient } from "@codemirror/lsp-client";
import { type Extension, RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import type { SemanticTokens } from "vscode-languageserver";
import { offsetIn } from "./diagnostics.ts";

/** Milliseconds without a change. */
const pause = 150;

export function semanticColours(client: LSPClient, uri: string): Extension {
  return ViewPlugin.define((view) => new Colours(client, uri, view), {
    decorations: (colours) => colours.decorations,
  });
}

class Colours {
  decorations: DecorationSet = Decoration.none;
  private readonly client: LSPClient;
  private readonly uri: string;
  private readonly view: EditorView;
  private timer = 0;

  constructor(client: LSPClient, uri: string, view: EditorView) {
    this.client = client;
    this.uri = uri;
    this.view = view;
    this.later();
  }

  update({ docChanged, viewportChanged, changes }: ViewUpdate): void {
    if (docChanged) this.decorations = this.decorations.map(changes);
    if (docChanged || viewportChanged) this.later();
  }

  destroy(): void {
    window.clearTimeout(this.timer);
  }

  private later(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), pause);
  }

  private async ask(): Promise<void> {
    const { client, uri, view } = this;
    await client.initializing;
    client.sync();
    const { doc } = view.state;
    const { from, to } = view.viewport;
    const range = { start: place(view, from), end: place(view, to) };
    try {
      const found = await client.request<object, SemanticTokens | null>(
        "textDocument/semanticTokens/range",
        { textDocument: { uri }, range },
      );
      if (view.state.doc !== doc || found === null) return;
      this.decorations = this.decorated(found.data);
      view.dispatch({});
    } catch {
      // The server is busy or the text is another one by now: the colours of words stay.
    }
  }

  /** Five numbers for each: lines and characters from the one before, length, type, modifiers. */
  private decorated(data: readonly number[]): DecorationSet {
    const legend = this.client.serverCapabilities?.semanticTokensProvider?.legend.tokenTypes ?? [];
    const { doc } = this.view.state;
    const builder = new RangeSetBuilder<Decoration>();
    let line = 0;
    let character = 0;
    for (let at = 0; at + 4 < data.length; at += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 5);
      line += lines;
      character = lines === 0 ? character + characters : characters;
      const from = offsetIn(doc, { line, character });
      const to = Math.min(from + length, doc.length);
      const name = legend[type];
      if (name !== undefined && from < to) builder.add(from, to, markOf(name));
    }
    return builder.finish();
  }
}

const marks = new Map<string, Decoration>();

function markOf(type: string): Decoration {
  const known = marks.get(type) ?? Decoration.mark({ class: `meaning-${type}` });
  marks.set(type, known);
  return known;
}

function place({ state }: EditorView, offset: number) {
  const line = state.doc.lineAt(offset);
  return { line: line.number - 1, character: offset - line.from };
}
