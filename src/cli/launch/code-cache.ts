/**
 * Compiled code of the bundled programs, kept in the user's cache between runs: what V8 has made of a text need not be
 * made again.
 *
 * It is only ever a saving of time. A file that is missing, damaged, of another engine or of another user counts as
 * none, and one that cannot be written is not missed. Nothing here loads more of Node than has been loaded when the
 * first line of a program runs.
 */

import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { checksum } from "../../base/checksum.ts";

export interface KeptCode {
  /** For V8, which judges itself whether it can use it. */
  readonly data: Buffer;
  /** How much bytecode there was in the process that has kept it. */
  readonly bytecode: number;
}

/** V8 trusts what it is given, so every word of it is checked before: a damaged file must not end the process. */
const magic = 0x76_6d_63_31;
const headerWords = 4;
const headerBytes = 4 * headerWords;

/** Undefined if there is none to rely on. */
export function readCode(file: string): KeptCode | undefined {
  const bytes = ifPossible(() => readOwnFile(file));
  if (bytes === undefined || bytes.length < headerBytes || bytes.length % 4 !== 0) return undefined;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const [first, bytecode = 0, ...sums] = words.subarray(0, headerWords);
  const data = words.subarray(headerWords);
  const [low, high] = checksum(data);
  if (first !== magic || sums[0] !== low || sums[1] !== high) return undefined;
  return { data: bytes.subarray(headerBytes), bytecode };
}

/** Replaces the file as a whole, whoever else reads or writes it. */
export function writeCode(file: string, { data, bytecode }: KeptCode): void {
  const directory = file.slice(0, file.lastIndexOf("/"));
  const temporary = `${directory}/.${process.pid}-${process.hrtime.bigint()}.tmp`;
  const bytes = Buffer.alloc(headerBytes + 4 * Math.ceil(data.length / 4));
  bytes.set(data, headerBytes);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  words.set([magic, bytecode, ...checksum(words.subarray(headerWords))]);
  ifPossible(() => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(temporary, bytes, { flag: "wx", mode: 0o600 });
      renameSync(temporary, file);
    } finally {
      rmSync(temporary, { force: true });
    }
    dropOld(directory);
  });
}

/** Where code is kept; undefined if there is no place for it, or nobody wants it. */
export function codeDirectory(): string | undefined {
  const { HOME, XDG_CACHE_HOME, NODE_V8_COVERAGE, NODE_DISABLE_COMPILE_CACHE } = process.env;
  // Node's own cache of code is refused with the same variable, and counts of coverage are wrong with any.
  if (NODE_DISABLE_COMPILE_CACHE !== undefined || NODE_V8_COVERAGE !== undefined) return undefined;
  const cache =
    XDG_CACHE_HOME?.startsWith("/") === true ? XDG_CACHE_HOME : HOME && `${HOME}/.cache`;
  return cache ? `${cache}/vmcs/code` : undefined;
}

/** What somebody else could have written is not run. */
function readOwnFile(file: string): Buffer | undefined {
  const descriptor = openSync(file, "r");
  try {
    const { size, uid, mode } = fstatSync(descriptor);
    const isOwn = process.getuid === undefined || uid === process.getuid();
    if (!isOwn || (mode & writableByOthers) !== 0) return undefined;
    const bytes = Buffer.allocUnsafeSlow(size);
    return readSync(descriptor, bytes) === size ? bytes : undefined;
  } finally {
    closeSync(descriptor);
  }
}

const writableByOthers = 0o022;

const day = 24 * 60 * 60 * 1000;
const oldest = 30 * day;
const mostBytes = 64 * 1024 * 1024;

/** Code of earlier versions goes when it is old, or when there is too much. */
function dropOld(directory: string): void {
  const files = readdirSync(directory).flatMap((name) => {
    const path = `${directory}/${name}`;
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? [] : [{ path, size: stats.size, time: stats.mtimeMs }];
  });
  let total = 0;
  for (const { path, size, time } of files.sort((a, b) => b.time - a.time)) {
    total += size;
    const age = Date.now() - time;
    const isLeftover = path.endsWith(".tmp") && age > day;
    if (isLeftover || age > oldest || total > mostBytes) rmSync(path, { force: true });
  }
}

function ifPossible<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
