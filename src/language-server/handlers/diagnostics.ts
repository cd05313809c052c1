/**
 * Diagnostics, pushed or pulled as the client likes it. Of a text they come at once; of the profiles that it takes part
 * in when nothing has been typed for a moment.
 */

import {
  type CancellationToken,
  type Diagnostic as ClientDiagnostic,
  DiagnosticRefreshRequest,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type WorkDoneProgressReporter,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { isProjectFile, projectFileIn } from "../../editor/workspace/project-file.ts";
import type { HandlerGroup } from "../handler.ts";
import { linesOf, type Session } from "../session.ts";
import { toDiagnostic } from "../to-diagnostic.ts";
import { inTurns, later } from "../turns.ts";
import { pathOfUri, uriOfPath } from "../uri.ts";

export const diagnostics: HandlerGroup = {
  capabilities: {
    diagnosticProvider: {
      identifier: "vmcs",
      interFileDependencies: true,
      workspaceDiagnostics: true,
      workDoneProgress: true,
    },
  },
  register(session) {
    warnOfProjects(session);
    if (session.client.pulls) answerPulls(session);
    else push(session);
  },
};

/** What is wrong with a project file makes all of it be ignored, and nobody may be looking at it. */
function warnOfProjects({ connection, workspace, findings, events, ready }: Session): void {
  const told = new Map<string, string>();
  const warn = (path: string): void => {
    const error = findings
      .of(path)
      .find(({ severity, code }) => severity === "error" && !code.endsWith("-missing"));
    const text = error === undefined ? "" : `${path} is not used: ${error.message}`;
    if (text !== "" && told.get(path) !== text) {
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: text,
      });
    }
    told.set(path, text);
  };
  void ready.then(() => {
    for (const directory of workspace.projects) warn(projectFileIn(directory));
  });
  events.onChange((path) => {
    // While it is being written its own findings tell.
    if (isProjectFile(path) && !workspace.isOpen(path)) warn(path);
  });
}

function shown(session: Session, path: string): ClientDiagnostic[] {
  const { findings } = session;
  const file = linesOf(session.workspace, path);
  if (file === undefined) return [];
  return findings.of(path).map((found) => toDiagnostic(session, file, found));
}

/**
 * How much of the profiles that use a file is waited for, where the client can be told of the rest later: at least so
 * many profiles, and so many milliseconds.
 */
const pace = { steps: 8, hurry: 400 };

function answerPulls(session: Session): void {
  const { connection, ready } = session;
  const background = new Background(session);
  connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    const path = pathOfUri(textDocument.uri);
    if (path === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    await ready;
    await judgeUsers(session, path, token, background);
    refuseIfCancelled(token);
    return { kind: DocumentDiagnosticReportKind.Full, items: shown(session, path) };
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, progress) => {
    await ready;
    await judgeAll(session, token, progress);
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    await inTurns(
      workspaceReports(session, previous),
      session.host,
      () => token.isCancellationRequested,
      (report) => items.push(...report),
    );
    refuseIfCancelled(token);
    return { items };
  });
}

function refuseIfCancelled(token: CancellationToken): void {
  if (!token.isCancellationRequested) return;
  throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

/** Judges the profiles that use a file: all of them, or the first ones if the client can be told of the others later. */
async function judgeUsers(
  session: Session,
  path: string,
  token: CancellationToken,
  background: Background,
): Promise<void> {
  const { findings, host, client, events, profiles } = session;
  await findings.prepare();
  const start = host.now();
  let taken = 0;
  let isLong = false;
  const isOver = (): boolean => {
    isLong = client.refreshesDiagnostics && taken >= pace.steps && host.now() - start > pace.hurry;
    return isLong || token.isCancellationRequested;
  };
  await inTurns(findings.profilesUsing(path), host, isOver, () => taken++);
  events.wasRead(profiles.texts);
  if (isLong && !token.isCancellationRequested) background.add(path);
}

async function judgeAll(
  { findings, host }: Session,
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<void> {
  const count = findings.objects().length;
  await findings.prepare();
  progress.begin("Checking profiles", 0);
  let done = 0;
  await inTurns(
    findings.allProfiles(),
    host,
    () => token.isCancellationRequested,
    () => {
      const before = percentage(done, count);
      const now = percentage(++done, count);
      if (now > before) progress.report(now, `${done} of ${count}`);
    },
  );
  progress.done();
}

function percentage(done: number, count: number): number {
  return Math.floor((100 * done) / Math.max(1, count));
}

/** How long nothing is typed before profiles are compiled that nobody waits for, in milliseconds. */
const pause = 200;

/** What is judged while nobody waits; the client is told to ask again when that has found something. */
class Background {
  private readonly session: Session;
  private readonly waiting = new Set<string>();
  /** Whether something was found that the client has not been told of. */
  private isAnyNew = false;
  private round = 0;

  constructor(session: Session) {
    this.session = session;
    const { events, workspace, client } = session;
    events.onChange((path) => {
      // Of its own documents the client knows; of files that changed on the disk it does not.
      if (!workspace.isOpen(path) && client.refreshesDiagnostics) this.waiting.add(path);
      this.postpone();
    });
  }

  add(path: string): void {
    this.waiting.add(path);
    this.postpone();
  }

  /** What has begun ends, and goes on when nothing has happened for a moment. */
  private postpone(): void {
    const own = ++this.round;
    if (this.waiting.size === 0) return;
    later(this.session.connection, pause, () => this.work(() => own !== this.round));
  }

  private async work(isOver: () => boolean): Promise<void> {
    const { findings, host, connection, ready, workspace } = this.session;
    await ready;
    if (isOver()) return;
    await findings.prepare();
    const open = new Set(workspace.openPaths());
    for (const path of this.waiting) {
      this.isAnyNew ||= !open.has(path);
      const note = (changed: readonly string[]): void => {
        this.isAnyNew ||= changed.some((one) => open.has(one));
      };
      await inTurns(findings.profilesUsing(path), host, isOver, note, { hurry: 0 });
      if (isOver()) return;
      this.waiting.delete(path);
    }
    if (!this.isAnyNew) return;
    this.isAnyNew = false;
    await connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
  }
}

/** Of each file, as texts that nobody has opened are looked at now; those without findings if they had some before. */
function* workspaceReports(
  session: Session,
  previous: ReadonlyMap<string, string>,
): Generator<readonly WorkspaceDocumentDiagnosticReport[]> {
  const { workspace, host } = session;
  const templates = workspace.index.all().map(({ path }) => path);
  const projects = [...workspace.projects].map(projectFileIn);
  for (const path of [...templates, ...projects.sort()]) {
    const uri = uriOfPath(path);
    const items = shown(session, path);
    const before = previous.get(uri);
    if (items.length === 0 && before === undefined) yield [];
    else {
      const resultId = host.digest(JSON.stringify(items));
      const common = { uri, resultId, version: workspace.version(path) ?? null };
      yield resultId === before
        ? [{ kind: DocumentDiagnosticReportKind.Unchanged, ...common }]
        : [{ kind: DocumentDiagnosticReportKind.Full, ...common, items }];
    }
  }
}

function push(session: Session): void {
  const { workspace, findings, host, connection, ready, events } = session;
  /** What was published of each file, so that nothing is said twice. */
  const published = new Map<string, string>();
  const publish = (path: string): void => {
    const isKnown =
      workspace.isOpen(path) || workspace.index.get(path) !== undefined || isProjectFile(path);
    const items = isKnown ? shown(session, path) : [];
    const text = JSON.stringify(items);
    if ((published.get(path) ?? "[]") === text) return;
    published.set(path, text);
    const version = workspace.version(path);
    const params = { uri: uriOfPath(path), diagnostics: items };
    void connection.sendDiagnostics(version === undefined ? params : { ...params, version });
  };
  void ready.then(() => {
    for (const directory of workspace.projects) publish(projectFileIn(directory));
  });
  let round = 0;
  events.onChange((path) => {
    publish(path);
    const own = ++round;
    const isOver = () => own !== round;
    later(connection, pause, async () => {
      await ready;
      if (isOver()) return;
      await findings.prepare();
      const open = workspace.openPaths();
      // First the file that is being written, then what else is open.
      for (const file of [path, ...open.filter((other) => other !== path)]) {
        const tell = (changed: readonly string[]): void => changed.forEach(publish);
        await inTurns(findings.profilesUsing(file), host, isOver, tell, pace);
      }
      events.wasRead(session.profiles.texts);
      if (!isOver()) for (const file of published.keys()) publish(file);
    });
  });
}
