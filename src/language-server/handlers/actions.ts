/** Code actions: the fixes of diagnostics, each and all at once. */

import {
  type CodeAction,
  CodeActionKind,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { allFixes, fixesIn } from "../../editor/document/fixes.ts";
import type { TextEdit as Edit } from "../../text/edit.ts";
import type { HandlerGroup } from "../handler.ts";
import { fileOf, offsetIn, rangeIn, type Session } from "../session.ts";
import { toDiagnostic } from "../to-diagnostic.ts";
import { uriOfPath } from "../uri.ts";

const fixAll = `${CodeActionKind.SourceFixAll}.vmcs`;

export const actions: HandlerGroup = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll] },
  },
  register(session) {
    const { connection, workspace, findings } = session;
    connection.onCodeAction(({ textDocument, range, context }) => {
      const file = fileOf(workspace, textDocument);
      if (file === undefined) return [];
      const wanted = (kind: string): boolean =>
        context.only === undefined ||
        context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const known = findings.of(file.path);
      const found: CodeAction[] = [];
      if (wanted(CodeActionKind.QuickFix)) {
        const at = { start: offsetIn(file, range.start), end: offsetIn(file, range.end) };
        for (const { fix, diagnostic, isPreferred } of fixesIn(known, at)) {
          found.push({
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics: [toDiagnostic(session, file, diagnostic)],
            isPreferred,
            edit: editsOf(session, fix.file, fix.edits),
          });
        }
      }
      const all = allFixes(known, file.path);
      if (all.length > 0 && wanted(fixAll)) {
        const title = "Mend all that can be mended";
        found.push({ title, kind: fixAll, edit: editsOf(session, file.path, all) });
      }
      return found;
    });
  },
};

function editsOf({ workspace }: Session, path: string, edits: readonly Edit[]): WorkspaceEdit {
  const file = workspace.file(path);
  if (file === undefined) return {};
  const changes = edits.map(
    (edit): TextEdit => ({ range: rangeIn(file, edit), newText: edit.text }),
  );
  return { changes: { [uriOfPath(path)]: changes } };
}
