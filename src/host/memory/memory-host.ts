/** A host that is a table of files: for tests, for an editor's unsaved files, for a service that has no disk. */

import { compareCodeUnits } from "../../base/compare.ts";
import { decodeUtf8 } from "../../text/decode-utf8.ts";
import type { FileKind, FileProblem, Host, RunOptions, RunResult } from "../host.ts";
import { directoryOf, joinPath } from "../path.ts";
import { gunzip, gzip } from "./gzip.ts";

export interface MemoryHostOptions {
  /** Paths, absolute or from the current directory, and contents. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Directories that exist although no file is in them. */
  readonly directories?: readonly string[];
  readonly currentDirectory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that can be neither read nor written. */
  readonly denied?: readonly string[];
  /** Files that others than their owner may read. */
  readonly open?: readonly string[];
  /** What programs do; a program that it does not know is undefined. Where it is absent there are none. */
  readonly run?: MemoryPrograms;
}

export type MemoryPrograms = (
  command: string,
  args: readonly string[],
  options: RunOptions,
) => Partial<RunResult> | undefined;

export interface MemoryHost extends Host {
  /** All files by absolute path, as they are now, ordered by path. */
  files(): ReadonlyMap<string, Uint8Array>;
}

const encoder = new TextEncoder();

/** Of a file, when a directory is trimmed. */
const leastSize = 64 * 1024;

export function memoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const table = fileTable(options);
  const { contents, resolve, kind, readProblem, readBytes } = table;
  const open = new Set((options.open ?? []).map(resolve));
  return {
    currentDirectory: options.currentDirectory ?? "/",
    resolve,
    readText: (path) => decoded(readBytes(path)),
    readBytes: (path) => readBytes(path)?.slice(),
    readGzip: (path) => {
      const bytes = readBytes(path);
      return bytes === undefined ? undefined : decoded(gunzip(bytes));
    },
    readProblem,
    kind,
    realPath: resolve,
    othersCanRead: (path) => open.has(resolve(path)),
    stamp: (path) => {
      const bytes = readBytes(path);
      return bytes === undefined ? undefined : { mark: contentDigest(bytes), isSettled: true };
    },
    digest: (content) => contentDigest(bytesOf(content)),
    list: table.list,
    writeFiles: table.writeFiles,
    remove: (path) => {
      const reason = kind(path) === "missing" ? undefined : readProblem(path);
      if (reason !== undefined) return { path: resolve(path), reason };
      contents.delete(resolve(path));
      return undefined;
    },
    trim: (directory, bytes) => trimFiles(contents, resolve(directory), bytes),
    run: (command, args, runOptions = {}) =>
      Promise.resolve(runResult(options.run?.(command, args, runOptions))),
    gzip,
    environment: (name) => options.environment?.[name],
    now: () => 0,
    files: () => new Map([...contents].toSorted(([a], [b]) => compareCodeUnits(a, b))),
  };
}

/** Files and directories, and what a file system would say of them. */
interface FileTable extends Pick<Host, "resolve" | "kind" | "readProblem" | "list" | "writeFiles"> {
  /** By absolute path. */
  readonly contents: Map<string, Uint8Array>;
  /** The bytes in the table, which are not to be changed. */
  readonly readBytes: (path: string) => Uint8Array | undefined;
}

function fileTable(options: MemoryHostOptions): FileTable {
  const resolve = (path: string): string => joinPath(options.currentDirectory ?? "/", path);
  const denied = new Set((options.denied ?? []).map(resolve));
  const contents = new Map(
    Object.entries(options.files ?? {}).map(([path, content]) => [resolve(path), bytesOf(content)]),
  );
  const named = (options.directories ?? []).map(resolve);
  const directories = new Set(["/", ...named.flatMap(upwardsFrom)]);
  for (const path of contents.keys()) addDirectories(directories, path);

  const kind = (path: string): FileKind => {
    if (contents.has(resolve(path))) return "file";
    return directories.has(resolve(path)) ? "directory" : "missing";
  };
  const readProblem = (path: string): string | undefined => {
    if (denied.has(resolve(path))) return "permission denied";
    if (kind(path) === "missing") return "there is no such file or directory";
    return kind(path) === "directory" ? "it is a directory" : undefined;
  };
  const writeProblem = (path: string): string | undefined => {
    if (denied.has(path)) return "permission denied";
    if (kind(path) === "directory") return "it is a directory";
    const isInFile = upwardsFrom(directoryOf(path)).some((directory) => contents.has(directory));
    return isInFile ? "a part of its path is not a directory" : undefined;
  };
  return {
    contents,
    resolve,
    kind,
    readProblem,
    readBytes: (path) =>
      readProblem(path) === undefined ? contents.get(resolve(path)) : undefined,
    list: (directory) => namesIn(resolve(directory), [...contents.keys(), ...directories]),
    writeFiles(files): FileProblem | undefined {
      for (const path of files.map((file) => resolve(file.path))) {
        const reason = writeProblem(path);
        if (reason !== undefined) return { path, reason };
      }
      for (const { path, content } of files) {
        contents.delete(resolve(path));
        contents.set(resolve(path), bytesOf(content).slice());
        addDirectories(directories, resolve(path));
      }
      return undefined;
    },
  };
}

/** An absolute path and all directories above it, the root last. */
function upwardsFrom(path: string): readonly string[] {
  return path === "/" ? ["/"] : [path, ...upwardsFrom(directoryOf(path))];
}

function decoded(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : decodeUtf8(bytes);
}

/** Files are in the order in which they were written. */
function trimFiles(contents: Map<string, Uint8Array>, directory: string, bytes: number): void {
  let total = 0;
  for (const [path, content] of [...contents].toReversed()) {
    if (directoryOf(path) !== directory) continue;
    total += Math.max(content.length, leastSize);
    if (total > bytes) contents.delete(path);
  }
}

/** Two hashes of 32 bits and the size: enough for files that nobody forges. */
function contentDigest(bytes: Uint8Array): string {
  let first = 0x811c9dc5;
  let second = 5381;
  for (const byte of bytes) {
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second, 33) ^ byte;
  }
  return [bytes.length, first >>> 0, second >>> 0].map((part) => part.toString(36)).join("-");
}

function runResult(result: Partial<RunResult> | undefined): RunResult {
  const missing = { status: undefined, problem: "there is no such file or directory" };
  return { status: 0, stdout: "", stderr: "", problem: undefined, ...(result ?? missing) };
}

function addDirectories(directories: Set<string>, path: string): void {
  for (let directory = directoryOf(path); !directories.has(directory); ) {
    directories.add(directory);
    directory = directoryOf(directory);
  }
}

function namesIn(directory: string, paths: readonly string[]): readonly string[] {
  const prefix = directory === "/" ? "/" : `${directory}/`;
  const below = paths
    .filter((path) => path.startsWith(prefix) && path !== prefix)
    .map((path) => path.slice(prefix.length).split("/", 1)[0] ?? "");
  return [...new Set(below)].sort(compareCodeUnits);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? encoder.encode(content) : content;
}
