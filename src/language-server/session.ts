/** What handlers work with: the workspace, and the ways between the protocol's places and ours. */

import type { Connection, Location, Position, Range } from "vscode-languageserver";
import type { Findings } from "../editor/analysis/findings.ts";
import type { Profiles } from "../editor/analysis/profiles.ts";
import type { RuleSets } from "../editor/analysis/rule-sets.ts";
import type { EditorFile, Place } from "../editor/files/editor-file.ts";
import type { Workspace } from "../editor/workspace/workspace.ts";
import type { Host } from "../host/host.ts";
import { type LineIndex, lineIndex } from "../text/line-index.ts";
import type { Located, Span } from "../text/span.ts";
import { offsetAt } from "./documents.ts";
import { pathOfUri, uriOfPath } from "./uri.ts";

export interface ClientAbilities {
  /** Whether it asks for diagnostics; they are pushed otherwise. */
  readonly pulls: boolean;
  /** Whether it can be asked to watch files. */
  readonly watchesFiles: boolean;
  /** Whether a completion can have places to fill in. */
  readonly fillsIn: boolean;
  /** Whether an edit can rename files. */
  readonly movesFiles: boolean;
  /** Whether it can be asked for settings. */
  readonly hasSettings: boolean;
  /** Whether it can be told that hints are old. */
  readonly refreshesHints: boolean;
  /** Whether it can be told that diagnostics are old. */
  readonly refreshesDiagnostics: boolean;
  /** Whether it says when settings change only if it is asked to. */
  readonly registersSettings: boolean;
}

export interface DocumentEvents {
  /** Calls back when a file was opened, edited, closed, or changed on the disk. */
  readonly onChange: (listener: (path: string) => void) => void;
  /** Tells of files that were made, changed or removed on the disk. */
  readonly changed: (paths: readonly string[]) => void;
  /** Tells which files a profile was made of, so that their changes are noticed. */
  readonly wasRead: (paths: Iterable<string>) => void;
}

export interface Session {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly profiles: Profiles;
  readonly findings: Findings;
  readonly rules: RuleSets;
  readonly host: Host;
  /** What the client can do, as far as it matters here. */
  readonly client: ClientAbilities;
  readonly events: DocumentEvents;
  /** Fulfilled when all templates of the workspace have been read. */
  readonly ready: Promise<void>;
}

/** A place of the protocol, as a file and an offset; undefined if there is no such file. */
export function placeOf(
  { workspace }: Session,
  textDocument: { readonly uri: string },
  position: Position,
): Place | undefined {
  const file = fileOf(workspace, textDocument);
  return file === undefined ? undefined : { file, offset: offsetIn(file, position) };
}

export function fileOf(
  workspace: Workspace,
  { uri }: { readonly uri: string },
): EditorFile | undefined {
  const path = pathOfUri(uri);
  return path === undefined ? undefined : workspace.file(path);
}

export function offsetIn({ lines }: EditorFile, { line, character }: Position): number {
  return offsetAt(lines, line, character);
}

/** The lines of any text that can be read, a template or not. */
export function linesOf(
  workspace: Workspace,
  path: string,
): Pick<EditorFile, "lines" | "text"> | undefined {
  const file = workspace.file(path);
  if (file !== undefined) return file;
  const text = workspace.readText(path);
  return text === undefined ? undefined : { lines: lineIndex(text), text };
}

export function rangeIn({ lines }: Pick<EditorFile, "lines">, { start, end }: Located): Range {
  return { start: positionIn(lines, start), end: positionIn(lines, end) };
}

function positionIn(lines: LineIndex, offset: number): Position {
  const { line, column } = lines.position(offset);
  return { line: line - 1, character: column - 1 };
}

/** Undefined if the file is gone. */
export function locationOf(
  { workspace }: Pick<Session, "workspace">,
  span: Span,
): Location | undefined {
  const file = linesOf(workspace, span.file);
  return file === undefined ? undefined : { uri: uriOfPath(span.file), range: rangeIn(file, span) };
}
