/** The host that is the machine: Node's file system, environment and clock. */

import { readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { compareCodeUnits } from "../../base/compare.ts";
import { decodeUtf8 } from "../../text/decode-utf8.ts";
import type { FileKind, FileProblem, Host } from "../host.ts";
import { directoryOf, fileNameOf, joinPath } from "../path.ts";
import { fileStamp } from "./file-stamp.ts";
import { problemText } from "./problem-text.ts";
import { trimDirectory } from "./trim-directory.ts";
import { writeFiles } from "./write-files.ts";

export interface NodeHostOptions {
  /** Relative paths are taken from here; the directory of the process if it is left open. */
  readonly currentDirectory?: string;
  /** Variables, for programs that are run as well; those of the process if it is left open. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export function nodeHost(options: NodeHostOptions = {}): Host {
  const currentDirectory = options.currentDirectory ?? process.cwd();
  const environment = options.environment ?? process.env;
  const resolve = (path: string): string => joinPath(currentDirectory, path);
  const readBytes = (path: string): Uint8Array | undefined =>
    ifPossible(() => plainBytes(readFileSync(resolve(path))));
  return {
    currentDirectory,
    resolve,
    readText: (path) => ifPossible(() => readText(resolve(path))),
    readBytes,
    readGzip: (path) => {
      const bytes = readBytes(path);
      return bytes === undefined
        ? undefined
        : ifPossible(() => decodeUtf8(zlib().gunzipSync(bytes)));
    },
    readProblem: (path) => problemOf(() => readFileSync(resolve(path))),
    kind: (path) => kindOf(resolve(path)),
    realPath: (path) => realPath(resolve(path)),
    othersCanRead: (path) =>
      ((ifPossible(() => statSync(resolve(path)).mode) ?? 0) & readableByOthers) !== 0,
    stamp: (path) => ifPossible(() => fileStamp(resolve(path))),
    digest: (content) => crypto().createHash("sha256").update(content).digest("base64url"),
    list: (directory) =>
      ifPossible(() => readdirSync(resolve(directory)).sort(compareCodeUnits)) ?? [],
    writeFiles: (files) => writeFiles(files.map((file) => ({ ...file, path: resolve(file.path) }))),
    remove: (path) => removeFile(resolve(path)),
    trim: (directory, bytes) => trimDirectory(resolve(directory), bytes),
    run: async (command, args, options = {}) => {
      const { runCommand } = await import("./run-command.ts");
      const directory = resolve(options.directory ?? currentDirectory);
      return runCommand(command, args, { ...options, directory, environment });
    },
    gzip,
    environment: (name) => environment[name],
    // Not `performance`, which is a library that would be loaded for it.
    now: () => process.uptime() * 1000,
  };
}

// Each takes milliseconds to load, and most runs need neither.
const crypto = (): typeof import("node:crypto") => process.getBuiltinModule("node:crypto");
const zlib = (): typeof import("node:zlib") => process.getBuiltinModule("node:zlib");

const readableByOthers = 0o004;

/** Node's own decoder is the fastest; only text that it had to mend is decoded by our rules. */
function readText(path: string): string {
  const text = readFileSync(path, "utf8");
  return text.includes("\ufffd") ? decodeUtf8(readFileSync(path)) : text;
}

function kindOf(path: string): FileKind {
  const stats = ifPossible(() => statSync(path, { throwIfNoEntry: false }));
  if (stats === undefined) return "missing";
  return stats.isDirectory() ? "directory" : "file";
}

function realPath(path: string): string {
  const known = ifPossible(() => realpathSync(path));
  return known ?? joinPath(realPath(directoryOf(path)), fileNameOf(path));
}

function removeFile(path: string): FileProblem | undefined {
  const reason = problemOf(() => rmSync(path, { force: true }));
  return reason === undefined ? undefined : { path, reason };
}

const operatingSystemByte = 9;
const unknownSystem = 255;

/** Node writes no time, but names the system that it runs on. */
function gzip(content: Uint8Array): Uint8Array {
  const bytes = plainBytes(zlib().gzipSync(content));
  bytes[operatingSystemByte] = unknownSystem;
  return bytes;
}

/** A `Buffer` is no equal of other bytes, and its `slice` does not copy. */
function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/** What the system refuses is `undefined`; only the system throws here. */
function ifPossible<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function problemOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return problemText(error);
  }
}
