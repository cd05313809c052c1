/** Notes what every file held that was read, so that a later run can tell whether it still does. */

import type { Host } from "../../host/host.ts";
import type { SourceHost } from "./source-host.ts";

export type TrackedHost = SourceHost & Pick<Host, "stamp" | "digest" | "readBytes">;

/** What a file held when it was read. */
export interface FileMark {
  readonly path: string;
  /** Of its bytes; the empty text if it could not be read. */
  readonly digest: string;
  /** The stamp of the file system, where it can be relied on. */
  readonly mark: string | undefined;
}

export interface Tracking {
  readonly host: SourceHost;
  /** Marks of the files that were read since this was last asked. */
  readonly newMarks: () => readonly FileMark[];
}

export function trackReads(host: TrackedHost): Tracking {
  const seen = new Map<string, FileMark>();
  let marks: FileMark[] = [];
  const note = (mark: FileMark): void => {
    seen.set(mark.path, mark);
    marks.push(mark);
  };
  return {
    host: {
      list: (directory) => host.list(directory),
      kind: (path) => host.kind(path),
      readBytes: (path) => host.readBytes(path),
      readText(path) {
        if (seen.has(path)) return host.readText(path);
        // The mark is taken before the content: a change in between is then seen as one.
        const mark = settledMark(host, path);
        const text = host.readText(path);
        note({ path, digest: textDigest(host, text), mark });
        return text;
      },
      readGzip(path) {
        if (seen.get(path)?.digest.startsWith(ofBytes) !== true) {
          const mark = settledMark(host, path);
          note({ path, digest: bytesDigest(host, path), mark });
        }
        return host.readGzip(path);
      },
    },
    newMarks() {
      const found = marks;
      marks = [];
      return found;
    },
  };
}

/** For a build that leaves nothing behind. */
export function untracked(host: SourceHost): Tracking {
  return { host, newMarks: () => [] };
}

/** The mark of a file as it is now, if it holds what it held; undefined if that has changed. */
export function renewMark(host: TrackedHost, known: FileMark): FileMark | undefined {
  const { path } = known;
  const mark = settledMark(host, path);
  if (mark !== undefined && mark === known.mark) return known;
  const digest = known.digest.startsWith(ofBytes)
    ? bytesDigest(host, path)
    : textDigest(host, host.readText(path));
  return digest === known.digest ? { path, digest, mark } : undefined;
}

/** A text is known by its decoded form, which is all that a template sees of it; a compressed one by its bytes. */
const ofBytes = "bytes:";

function textDigest(host: TrackedHost, text: string | undefined): string {
  return text === undefined ? "" : host.digest(text);
}

function bytesDigest(host: TrackedHost, path: string): string {
  const bytes = host.readBytes(path);
  return bytes === undefined ? ofBytes : ofBytes + host.digest(bytes);
}

function settledMark(host: TrackedHost, path: string): string | undefined {
  const stamp = host.stamp(path);
  return stamp?.isSettled === true ? stamp.mark : undefined;
}
