/**
 * Snapshots: outputs as they were when somebody last looked, in files beside the test.
 *
 *     test/web_test.pan
 *     test/snapshots/web_test/profile.json
 *     test/snapshots/web_test/small/profile.json      of the case `small`
 */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host, OutputFile } from "../host/host.ts";
import { directoryOf, displayPath, fileNameOf } from "../host/path.ts";
import { unifiedDiff } from "../rules/edit/unified-diff.ts";
import { noSpan, type Span } from "../text/span.ts";
import { lineEdits, shortDiff } from "./line-edits.ts";
import type { OutputText } from "./snapshot-outputs.ts";

type SnapshotHost = Pick<Host, "readText" | "kind" | "list" | "currentDirectory">;

const folderName = "snapshots";

/** The directory of a test's snapshots, or of one of its cases. */
export function snapshotDirectory(file: string, caseName: string): string {
  const test = fileNameOf(file).replace(/\.(?:pan|tpl)$/, "");
  const own = caseName === "" ? "" : `/${safeName(caseName)}`;
  return `${directoryOf(file)}/${folderName}/${test}${own}`;
}

const encoder = new TextEncoder();

/** A name that every file system takes; cases whose names differ get different ones. */
function safeName(name: string): string {
  return name.replace(/^\.|[^A-Za-z0-9.-]/gu, (character) => {
    if (character === " ") return "_";
    const bytes = [...encoder.encode(character)];
    return bytes.map((byte) => `+${byte.toString(16).padStart(2, "0")}`).join("");
  });
}

export interface ComparedSnapshots {
  readonly diagnostics: readonly Diagnostic[];
  /** Those that are new or different. */
  readonly changed: readonly OutputFile[];
}

/** With `isUpdate` what differs is not wrong: it is to be written. */
export function compareSnapshots(
  outputs: readonly OutputText[],
  directory: string,
  place: Span,
  isUpdate: boolean,
  host: SnapshotHost,
): ComparedSnapshots {
  const compared = outputs.map(({ name, content }) => {
    const path = `${directory}/${name}`;
    const stored = host.kind(path) === "file" ? host.readText(path) : undefined;
    const shown = displayPath(host.currentDirectory, path);
    return { path, content: withLastLineEnd(content), stored, shown };
  });
  const changed = compared.filter(({ stored, content }) => stored !== content);
  const files = changed.map(({ path, content }) => ({ path, content }));
  if (isUpdate) return { diagnostics: [], changed: files };
  const missing = changed.filter(({ stored }) => stored === undefined).map(({ shown }) => shown);
  const different = changed.flatMap(({ stored, content, shown: path }) =>
    stored === undefined
      ? []
      : [
          diagnostic(
            "snapshot-different",
            place,
            { path },
            { help: difference(path, stored, content) },
          ),
        ],
  );
  return { diagnostics: [...missingSnapshots(missing, place), ...different], changed: files };
}

/** Editors and version control want one, whatever the format says. */
function withLastLineEnd(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

/** All that are missing are told at once: a test that was just written has none. */
function missingSnapshots(paths: readonly string[], place: Span): readonly Diagnostic[] {
  const [first, ...more] = paths;
  if (first === undefined) return [];
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return [diagnostic("snapshot-missing", place, { path: `'${first}'${others}` })];
}

function difference(path: string, stored: string, content: string): string {
  const diff = unifiedDiff(path, stored, lineEdits(stored, content));
  return ["Stored (-) and given (+):", ...shortDiff(diff)].join("\n");
}

/** Files below the directories of snapshots that no test has asked for. */
export function obsoleteSnapshots(
  directories: Iterable<string>,
  wanted: ReadonlySet<string>,
  host: SnapshotHost,
): readonly string[] {
  return [...directories].flatMap((directory) =>
    filesBelow(directory, host).filter((file) => !wanted.has(file)),
  );
}

/** The directory in which tests of a directory have theirs. */
export function snapshotRoot(testFile: string): string {
  return `${directoryOf(testFile)}/${folderName}`;
}

function filesBelow(directory: string, host: SnapshotHost): readonly string[] {
  if (host.kind(directory) !== "directory") return [];
  return host.list(directory).flatMap((name) => {
    const path = `${directory}/${name}`;
    return host.kind(path) === "directory" ? filesBelow(path, host) : [path];
  });
}

export function obsoleteDiagnostic(file: string, isError: boolean, host: SnapshotHost): Diagnostic {
  const path = displayPath(host.currentDirectory, file);
  const found = diagnostic("snapshot-obsolete", { ...noSpan, file }, { path });
  return isError ? { ...found, severity: "error" } : found;
}
