/**
 * What every profile of a build depends on besides its own templates: the rules, and whatever else is read once for
 * all. Each question to the host is kept with its answer, those after what is not there as well.
 */

import type { FileKind, Host } from "../../../host/host.ts";
import { directoryOf, fileNameOf } from "../../../host/path.ts";
import type { SourceHost } from "../source-host.ts";
import { type FileMark, renewMark, type TrackedHost } from "../tracking-host.ts";

export type SharedRead =
  | { readonly kind: "file"; readonly path: string; readonly mark: FileMark }
  /** A large file: only what the file system says of it. */
  | { readonly kind: "stamp"; readonly path: string; readonly mark: string | undefined }
  | { readonly kind: "list"; readonly path: string; readonly names: readonly string[] }
  | { readonly kind: "kind"; readonly path: string; readonly is: FileKind }
  /** Whether a directory has a name: what else comes to be in it does not matter. */
  | { readonly kind: "name"; readonly path: string; readonly isThere: boolean };

export interface SharedReads<Whole extends TrackedHost> {
  readonly host: Whole & SourceHost;
  /** What was read since this was last asked. */
  readonly newReads: () => readonly SharedRead[];
}

/** A host that takes note of what is read through it, below none of the directories that are left out. */
export function noteReads<Whole extends TrackedHost & Pick<Host, "readProblem">>(
  host: Whole,
  leftOut: readonly string[],
): SharedReads<Whole> {
  const seen = new Set<string>();
  let reads: SharedRead[] = [];
  const note = (read: () => SharedRead, kind: SharedRead["kind"], path: string): void => {
    const key = `${kind} ${path}`;
    if (seen.has(key) || leftOut.some((directory) => path.startsWith(`${directory}/`))) return;
    seen.add(key);
    reads.push(read());
  };
  const noteText = (path: string): void => note(() => fileRead(host, path), "file", path);
  const noteList = (path: string, names: readonly string[]): void =>
    note(() => ({ kind: "list", path, names }), "list", path);
  const noteStamp = (path: string): void => note(() => stampRead(host, path), "stamp", path);
  return {
    host: {
      ...host,
      readText(path) {
        noteText(path);
        return host.readText(path);
      },
      readProblem(path) {
        noteStamp(path);
        return host.readProblem(path);
      },
      readBytes(path) {
        noteStamp(path);
        return host.readBytes(path);
      },
      readGzip(path) {
        noteStamp(path);
        return host.readGzip(path);
      },
      stamp(path) {
        noteStamp(path);
        return host.stamp(path);
      },
      list(path) {
        const names = host.list(path);
        noteList(path, names);
        return names;
      },
      names(directory) {
        const names = host.list(directory);
        const set = new Set(names);
        return {
          has(name) {
            const path = `${directory}/${name}`;
            const isThere = set.has(name);
            note(() => ({ kind: "name", path, isThere }), "name", path);
            return isThere;
          },
          [Symbol.iterator]() {
            noteList(directory, names);
            return set.values();
          },
        };
      },
      kind(path) {
        const is = host.kind(path);
        note(() => ({ kind: "kind", path, is }), "kind", path);
        return is;
      },
    },
    newReads() {
      const found = reads;
      reads = [];
      return found;
    },
  };
}

/** The path of the first answer that is another one; undefined if all hold. */
export function changedRead(host: TrackedHost, reads: readonly SharedRead[]): string | undefined {
  const listings = new Map<string, ReadonlySet<string>>();
  const hasName = (path: string): boolean => {
    const directory = directoryOf(path);
    const listing = listings.get(directory) ?? new Set(host.list(directory));
    listings.set(directory, listing);
    return listing.has(fileNameOf(path));
  };
  return reads.find((read) => !holds(host, read, hasName))?.path;
}

/** All reads, each once; undefined if two of them contradict each other. */
export function joinReads(
  first: readonly SharedRead[],
  second: readonly SharedRead[],
): readonly SharedRead[] | undefined {
  const known = new Map(first.map((read) => [`${read.kind} ${read.path}`, read]));
  for (const read of second) {
    const key = `${read.kind} ${read.path}`;
    const other = known.get(key);
    if (other !== undefined && answerOf(other) !== answerOf(read)) return undefined;
    known.set(key, read);
  }
  return [...known.values()];
}

/** A file that was just changed may change again without showing it, so its stamp is no answer. */
function stampRead(host: TrackedHost, path: string): SharedRead {
  const stamp = host.stamp(path);
  return { kind: "stamp", path, mark: stamp?.isSettled === false ? "?" : stamp?.mark };
}

function fileRead(host: TrackedHost, path: string): SharedRead {
  const stamp = host.stamp(path);
  const text = host.readText(path);
  const digest = text === undefined ? "" : host.digest(text);
  const mark = stamp?.isSettled === true ? stamp.mark : undefined;
  return { kind: "file", path, mark: { path, digest, mark } };
}

function holds(host: TrackedHost, read: SharedRead, hasName: (path: string) => boolean): boolean {
  switch (read.kind) {
    case "file":
      return renewMark(host, read.mark) !== undefined;
    case "stamp":
      return host.stamp(read.path)?.mark === read.mark;
    case "list":
      return host.list(read.path).join("\n") === read.names.join("\n");
    case "kind":
      return host.kind(read.path) === read.is;
    case "name":
      return hasName(read.path) === read.isThere;
  }
}

function answerOf(read: SharedRead): string {
  switch (read.kind) {
    case "file":
      return read.mark.digest;
    case "stamp":
      return read.mark ?? "";
    case "list":
      return read.names.join("\n");
    case "kind":
      return read.is;
    case "name":
      return String(read.isThere);
  }
}
