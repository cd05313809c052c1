/** Inlay hints, and lenses with counts. */

import {
  type CodeLens,
  type InlayHint,
  InlayHintKind,
  InlayHintRefreshRequest,
} from "vscode-languageserver";
import { countLens, type Lens, lensesIn } from "../../editor/hints/code-lenses.ts";
import { type HintSettings, hintSettings } from "../../editor/hints/hint-settings.ts";
import { hintsIn } from "../../editor/hints/inlay-hints.ts";
import type { HandlerGroup } from "../handler.ts";
import { fileOf, locationOf, offsetIn, rangeIn, type Session } from "../session.ts";
import { inTurns, later } from "../turns.ts";
import { uriOfPath } from "../uri.ts";

/** Clients give it a URI, a position and locations, and show them; as `editor.action.showReferences` of VS Code. */
const showReferences = "vmcs.showReferences";

interface LensData extends Lens {
  readonly path: string;
}

export const hints: HandlerGroup = {
  capabilities: { inlayHintProvider: true, codeLensProvider: { resolveProvider: true } },
  register(session) {
    const { connection, workspace, profiles } = session;
    connection.languages.inlayHint.on(async ({ textDocument, range }): Promise<InlayHint[]> => {
      const settings = await settingsOf(session);
      const file = fileOf(workspace, textDocument);
      if (file === undefined) return [];
      if (settings.values) compileBehind(session, file.path);
      const asked = { start: offsetIn(file, range.start), end: offsetIn(file, range.end) };
      return hintsIn({ workspace, profiles, settings, file, range: asked }).map(
        ({ offset, text, kind, about }): InlayHint => ({
          position: rangeIn(file, { start: offset, end: offset }).start,
          label: text,
          paddingLeft: true,
          ...(kind === "unit" ? {} : { kind: InlayHintKind.Type }),
          ...(about === "" ? {} : { tooltip: about }),
        }),
      );
    });
    connection.onCodeLens(({ textDocument }): CodeLens[] => {
      const file = fileOf(workspace, textDocument);
      if (file === undefined) return [];
      return lensesIn(workspace, file).map((lens) => ({
        range: rangeIn(file, lens.place),
        data: { ...lens, path: file.path } satisfies LensData,
      }));
    });
    connection.onCodeLensResolve((lens) => resolved(session, lens));
  },
};

function resolved(session: Session, lens: CodeLens): CodeLens {
  const data = lens.data as LensData;
  const file = session.workspace.file(data.path);
  if (file === undefined) return { ...lens, command: { title: "", command: "" } };
  const { title, places } = countLens(session.workspace, file, data);
  const locations = places.flatMap((span) => locationOf(session, span) ?? []);
  // A count of nothing is told, but leads nowhere.
  const command = locations.length === 0 ? "" : showReferences;
  return {
    ...lens,
    command: { title, command, arguments: [uriOfPath(data.path), lens.range.start, locations] },
  };
}

/** Asked each time: nobody has to tell us when it changes. */
async function settingsOf({ connection, client }: Session): Promise<HintSettings> {
  if (!client.hasSettings) return hintSettings(undefined);
  const said: unknown = await connection.workspace
    .getConfiguration("vmcs.inlayHints")
    .catch(() => undefined);
  return hintSettings(said);
}

const compiling = new WeakSet<Session>();
/** Of a template that many profiles use, a few tell enough. */
const mostProfiles = 5;

/** Values of profiles that nobody has compiled yet come later, when the client asks again. */
function compileBehind(session: Session, path: string): void {
  const { client, connection } = session;
  if (!client.refreshesHints || compiling.has(session)) return;
  compiling.add(session);
  later(connection, pause, async () => {
    try {
      if (!(await compileUsers(session, path))) return;
    } finally {
      compiling.delete(session);
    }
    // A client that refuses does without.
    await connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
  });
}

/** False if all that are wanted were compiled already. */
async function compileUsers(
  { workspace, profiles, host, ready }: Session,
  path: string,
): Promise<boolean> {
  await ready;
  const unknown = profiles
    .using(path)
    .slice(0, mostProfiles)
    .filter((object) => profiles.known(object) === undefined);
  const { revision } = workspace;
  const isOver = (): boolean => workspace.revision !== revision;
  await inTurns(
    unknown.map((object) => () => profiles.get(object)),
    host,
    isOver,
    (compile) => compile(),
  );
  return unknown.length > 0;
}

/** How long nothing happens before profiles are compiled, in milliseconds; diagnostics have the first turn. */
const pause = 400;
