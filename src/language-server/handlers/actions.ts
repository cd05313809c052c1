/** Code actions: the fixes of diagnostics, each and all at once, and what rules advise. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type Advice, mendings, suggestions } from "../../editor/analysis/advice.ts";
import type { AnalysedProfile } from "../../editor/analysis/profiles.ts";
import { allFixes, fixesIn } from "../../editor/document/fixes.ts";
import { isMisplaced, nameFixes } from "../../editor/document/name-fixes.ts";
import type { EditorFile } from "../../editor/files/editor-file.ts";
import type { TextEdit as Edit } from "../../text/edit.ts";
import { type Located, touches } from "../../text/span.ts";
import type { HandlerGroup } from "../handler.ts";
import { fileOf, offsetIn, rangeIn, type Session } from "../session.ts";
import { toDiagnostic } from "../to-diagnostic.ts";
import { uriOfPath } from "../uri.ts";
import { workspaceEdit } from "../workspace-edit.ts";

const fixAll = `${CodeActionKind.SourceFixAll}.vmcs`;
/** Changes of a description that nothing demands. */
const suggestion = `${CodeActionKind.RefactorRewrite}.suggestion`;

export const actions: HandlerGroup = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll, suggestion] },
  },
  register(session) {
    const { connection, workspace, ready } = session;
    connection.onCodeAction(async (params, token) => {
      await ready;
      const file = fileOf(workspace, params.textDocument);
      if (file === undefined) return [];
      const found = [...fixes(session, file, params)];
      if (!token.isCancellationRequested) found.push(...(await advised(session, file, params)));
      return found;
    });
  },
};

type Wants = (kind: string) => boolean;

function wanted({ context: { only } }: CodeActionParams): Wants {
  return (kind) => only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? true;
}

function placeIn(file: EditorFile, { range }: CodeActionParams): Located {
  return { start: offsetIn(file, range.start), end: offsetIn(file, range.end) };
}

function fixes(session: Session, file: EditorFile, params: CodeActionParams): CodeAction[] {
  const wants = wanted(params);
  const known = session.findings.of(file.path);
  const found: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const { fix, diagnostic, isPreferred } of fixesIn(known, file, placeIn(file, params))) {
      found.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(session, file, diagnostic)],
        isPreferred,
        edit: editsOf(session, fix.file, fix.edits),
      });
    }
  }
  const stray = known.filter((one) => isMisplaced(one) && touches(one.span, placeIn(file, params)));
  if (stray.length > 0 && wants(CodeActionKind.QuickFix)) {
    const told = stray.map((one) => toDiagnostic(session, file, one));
    found.push(...namings(session, file).map((one) => ({ ...one, diagnostics: told })));
  }
  const all = allFixes(known, file.path);
  if (all.length > 0 && wants(fixAll)) {
    const title = "Mend all that can be mended";
    found.push({ title, kind: fixAll, edit: editsOf(session, file.path, all) });
  }
  return found;
}

function namings(session: Session, file: EditorFile): CodeAction[] {
  return nameFixes(session.workspace, file)
    .filter(({ moves }) => moves.length === 0 || session.client.movesFiles)
    .map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      edit: workspaceEdit(session, fix),
    }));
}

/** Codes of what a change of the description may mend; types and rules can want the same. */
const broken: ReadonlySet<string> = new Set([
  ...["rules-contradict", "rule-value-missing", "rule-cannot-be-met"],
  ...["validation-failed", "validation-broken"],
]);
/** More of them at one place nobody reads. */
const mostSuggestions = 12;

/** Only of profiles that are compiled: nobody waits for a menu. */
async function advised(
  session: Session,
  file: EditorFile,
  params: CodeActionParams,
): Promise<readonly CodeAction[]> {
  const { findings, profiles, workspace, rules } = session;
  const wants = wanted(params);
  const at = placeIn(file, params);
  const profile = profiles.known(file.path);
  if (profile === undefined) return [];
  const problems = findings.of(file.path).filter(({ code, span, related }) => {
    const own = related.filter((place) => place.span.file === file.path);
    return (
      broken.has(code) && [span, ...own.map((one) => one.span)].some((one) => touches(one, at))
    );
  });
  const set = await rules.advising(file.path);
  if (set === undefined || profiles.known(file.path) !== profile) return [];
  const found: CodeAction[] = [];
  if (problems.length > 0 && wants(CodeActionKind.QuickFix)) {
    const mended = problems.map((problem) => toDiagnostic(session, file, problem));
    const advice = once(mendingsOf, profile, () => mendings(workspace, profile, set));
    found.push(...advice.map((one) => action(session, file, one, { diagnostics: mended })));
  }
  if (wants(suggestion)) {
    const all = once(suggestionsOf, profile, () => suggestions(workspace, profile, set));
    const near = all.filter(({ path = "" }) => isNear(file, at, path)).slice(0, mostSuggestions);
    found.push(...near.map((one) => action(session, file, one, { kind: suggestion })));
  }
  return found;
}

/** A resolution takes a while, and menus are asked for with each move of a cursor. */
const mendingsOf = new WeakMap<AnalysedProfile, readonly Advice[]>();
const suggestionsOf = new WeakMap<AnalysedProfile, readonly Advice[]>();

function once(
  known: WeakMap<AnalysedProfile, readonly Advice[]>,
  profile: AnalysedProfile,
  make: () => readonly Advice[],
): readonly Advice[] {
  const found = known.get(profile) ?? make();
  known.set(profile, found);
  return found;
}

/** At the template's name all is near; at a statement, what has the same part of the machine. */
function isNear({ template, occurrences }: EditorFile, at: Located, path: string): boolean {
  if (touches(template.name, at)) return true;
  const statement = template.statements.findIndex((one) => touches(one, at));
  return occurrences.some((one) => {
    if (one.kind !== "path" || one.statement !== statement) return false;
    const part = one.name.split("/").slice(0, 3).join("/");
    return path === part || path.startsWith(`${part}/`);
  });
}

function action(
  session: Session,
  { path }: EditorFile,
  { title, edits }: Advice,
  more: Partial<CodeAction>,
): CodeAction {
  const edit = editsOf(session, path, edits);
  return { title, kind: CodeActionKind.QuickFix, edit, ...more };
}

function editsOf({ workspace }: Session, path: string, edits: readonly Edit[]): WorkspaceEdit {
  const file = workspace.file(path);
  if (file === undefined) return {};
  const changes = edits.map(
    (edit): TextEdit => ({ range: rangeIn(file, edit), newText: edit.text }),
  );
  return { changes: { [uriOfPath(path)]: changes } };
}
