/**
 * Diagnostics, pushed or pulled as the client likes it. Of a text they come at once; of the profiles that it takes part
 * in when nothing has been typed for a moment.
 */

import {
  type Diagnostic as ClientDiagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { HandlerGroup } from "../handler.ts";
import type { Session } from "../session.ts";
import { toDiagnostic } from "../to-diagnostic.ts";
import { inTurns } from "../turns.ts";
import { pathOfUri, uriOfPath } from "../uri.ts";

export const diagnostics: HandlerGroup = {
  capabilities: {
    diagnosticProvider: {
      identifier: "vmcs",
      interFileDependencies: true,
      workspaceDiagnostics: true,
    },
  },
  register(session) {
    if (session.client.pulls) answerPulls(session);
    else push(session);
  },
};

function shown(session: Session, path: string): ClientDiagnostic[] {
  const { findings } = session;
  const file = session.workspace.file(path);
  if (file === undefined) return [];
  return findings.of(path).map((found) => toDiagnostic(session, file, found));
}

function answerPulls(session: Session): void {
  const { connection, findings, host, ready } = session;
  connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    const path = pathOfUri(textDocument.uri);
    if (path === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    await ready;
    const isCancelled = () => token.isCancellationRequested;
    await inTurns(findings.profilesUsing(path), host, isCancelled, () => undefined);
    return { kind: DocumentDiagnosticReportKind.Full, items: shown(session, path) };
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    await ready;
    const isCancelled = () => token.isCancellationRequested;
    await inTurns(findings.allProfiles(), host, isCancelled, () => undefined);
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    return { items: workspaceReports(session, previous) };
  });
}

/** Files without findings are reported if they had some before. */
function workspaceReports(
  session: Session,
  previous: ReadonlyMap<string, string>,
): WorkspaceDocumentDiagnosticReport[] {
  const { workspace, host } = session;
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  for (const { path } of workspace.index.all()) {
    const uri = uriOfPath(path);
    const items = shown(session, path);
    const before = previous.get(uri);
    if (items.length === 0 && before === undefined) continue;
    const resultId = host.digest(JSON.stringify(items));
    const version = workspace.version(path) ?? null;
    if (resultId === before) {
      reports.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri, resultId, version });
    } else reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, resultId, version, items });
  }
  return reports;
}

/** How long nothing is typed before profiles are compiled, in milliseconds. */
const pause = 200;

function push(session: Session): void {
  const { workspace, findings, host, connection, ready, events } = session;
  /** What was published of each file, so that nothing is said twice. */
  const published = new Map<string, string>();
  const publish = (path: string): void => {
    const isKnown = workspace.isOpen(path) || workspace.index.get(path) !== undefined;
    const items = isKnown ? shown(session, path) : [];
    const text = JSON.stringify(items);
    if ((published.get(path) ?? "[]") === text) return;
    published.set(path, text);
    const version = workspace.version(path);
    const params = { uri: uriOfPath(path), diagnostics: items };
    void connection.sendDiagnostics(version === undefined ? params : { ...params, version });
  };
  let round = 0;
  events.onChange((path) => {
    publish(path);
    const own = ++round;
    const isOver = () => own !== round;
    setTimeout(async () => {
      await ready;
      if (isOver()) return;
      const open = workspace.openPaths();
      // First the file that is being written, then what else is open.
      for (const file of [path, ...open.filter((other) => other !== path)]) {
        await inTurns(findings.profilesUsing(file), host, isOver, (changed) => {
          for (const other of changed) publish(other);
        });
      }
      if (!isOver()) for (const file of published.keys()) publish(file);
    }, pause);
  });
}
