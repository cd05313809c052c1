/** Diagnostics of the language server in the editor, each with the fixes that the server has for it. */

import type { Action, Diagnostic } from "@codemirror/lint";
import type { LSPClient } from "@codemirror/lsp-client";
import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { CodeAction, Position, Diagnostic as ServerDiagnostic } from "vscode-languageserver";

const severities = ["error", "error", "warning", "info", "hint"] as const;

/** Fixes by the diagnostic that they mend. */
type Fixes = ReadonlyMap<string, readonly Action[]>;

const noFixes: Fixes = new Map();
/** More buttons under one message confuse. */
const mostFixes = 3;

export function editorDiagnostics(
  doc: Text,
  found: readonly ServerDiagnostic[],
  fixes: Fixes = noFixes,
): Diagnostic[] {
  return found.map((item) => ({
    from: offsetIn(doc, item.range.start),
    to: offsetIn(doc, item.range.end),
    severity: severities[item.severity ?? 1] ?? "error",
    source: String(item.code ?? ""),
    message: typeof item.message === "string" ? item.message : item.message.value,
    actions: fixes.get(keyOf(item)) ?? [],
  }));
}

/** The text may have changed since. */
export function offsetIn(doc: Text, { line, character }: Position): number {
  if (line >= doc.lines) return doc.length;
  const { from, length } = doc.line(line + 1);
  return from + Math.min(character, length);
}

/** What the server can do about the diagnostics of a text. */
export async function fixesOf(
  client: LSPClient,
  uri: string,
  doc: Text,
  diagnostics: readonly ServerDiagnostic[],
): Promise<Fixes> {
  const end = { line: doc.lines, character: 0 };
  const actions = await client.request<object, readonly CodeAction[] | null>(
    "textDocument/codeAction",
    {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end },
      context: { diagnostics, only: ["quickfix"] },
    },
  );
  const fixes = new Map<string, readonly Action[]>();
  for (const action of actions ?? []) {
    for (const mended of action.diagnostics ?? []) {
      const own = fixes.get(keyOf(mended)) ?? [];
      const fix = own.length < mostFixes ? fixOf(action, uri, doc) : undefined;
      if (fix !== undefined) fixes.set(keyOf(mended), [...own, fix]);
    }
  }
  return fixes;
}

function keyOf({ range, code, message }: ServerDiagnostic): string {
  return JSON.stringify([range, code, message]);
}

/** Undefined if it changes other files. */
function fixOf({ title, edit }: CodeAction, uri: string, doc: Text): Action | undefined {
  const changes = Object.entries(edit?.changes ?? {});
  const [first] = changes;
  if (first === undefined || first[0] !== uri || changes.length > 1) return undefined;
  const edits = first[1].map(({ range, newText }) => ({
    from: offsetIn(doc, range.start),
    to: offsetIn(doc, range.end),
    insert: newText,
  }));
  return {
    name: title,
    apply(view: EditorView) {
      // Of another text the places are wrong; its own fixes are on their way.
      if (view.state.doc.eq(doc)) view.dispatch({ changes: edits, userEvent: "input.fix" });
    },
  };
}
