/** Files as they would be after edits: shown as a diff, tried before anything is written, and written together. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { displayPath } from "../host/path.ts";
import { unifiedDiff } from "../rules/edit/unified-diff.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { writeListed } from "./write-files.ts";

/** Edits by file, absolute; a file that does not exist is created. */
export type FileEdits = ReadonlyMap<string, readonly TextEdit[]>;

export function diffText(edits: FileEdits, { host }: Environment): string {
  return [...edits]
    .map(([file, own]) =>
      unifiedDiff(displayPath(host.currentDirectory, file), host.readText(file), own),
    )
    .join("");
}

/** The host with the files as they would be. */
export function editedHost(host: Host, edits: FileEdits): Host {
  // Whichever name a file is read by, it is the edited one.
  const texts = new Map(
    editedFiles(host, edits).map(({ path, content }) => [host.realPath(path), content]),
  );
  const inDirectory = (directory: string): readonly string[] => {
    const start = `${host.realPath(directory)}/`;
    return [...texts.keys()]
      .filter((path) => path.startsWith(start) && !path.slice(start.length).includes("/"))
      .map((path) => path.slice(start.length));
  };
  return {
    ...host,
    readText: (path) => texts.get(host.realPath(path)) ?? host.readText(path),
    kind: (path) => (texts.has(host.realPath(path)) ? "file" : host.kind(path)),
    list: (directory) =>
      [...new Set([...host.list(directory), ...inDirectory(directory)])].toSorted(),
  };
}

/** What is wrong with edited texts: its places are in texts that nobody has. */
export function withoutPlaces(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((one) => ({ ...one, span: noSpan, related: [], fixes: [] }));
}

/** Writes all of them or none, and lists them. */
export function writeEdits(edits: FileEdits, environment: Environment): readonly Diagnostic[] {
  return writeListed(editedFiles(environment.host, edits), environment);
}

function editedFiles(
  host: Host,
  edits: FileEdits,
): readonly { readonly path: string; readonly content: string }[] {
  return [...edits].map(([path, own]) => ({
    path,
    content: applyEdits(host.readText(path) ?? "", own),
  }));
}
