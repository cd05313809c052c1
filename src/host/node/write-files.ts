/**
 * Writing files so that nobody sees half of one.
 *
 * Every file is first written under a temporary name in its own directory; only when all of them are there are they
 * renamed. If something fails before that, whatever was made is removed again. A rename can still fail between two
 * files (rarely: the directory was taken away meanwhile); then each file is either as before or as wanted.
 */

import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import type { FileProblem, OutputFile } from "../host.ts";
import { directoryOf, joinPath } from "../path.ts";
import { problemText } from "./problem-text.ts";

/** What was made so far, to be taken back if a later step fails. */
interface Draft {
  readonly directories: string[];
  readonly temporaries: { readonly from: string; readonly to: string }[];
  /** Devices and pipes: they cannot be replaced, so they are written to when all else is done. */
  readonly streams: OutputFile[];
}

/** Takes absolute paths. */
export function writeFiles(files: readonly OutputFile[]): FileProblem | undefined {
  const draft: Draft = { directories: [], temporaries: [], streams: [] };
  let path = "";
  try {
    for (const file of files) {
      path = file.path;
      writeDraft(file, draft);
    }
    for (const { from, to } of draft.temporaries) {
      path = to;
      renameSync(from, to);
    }
    for (const { path: stream, content } of draft.streams) {
      path = stream;
      writeFileSync(stream, content);
    }
    return undefined;
  } catch (error) {
    discard(draft);
    return { path, reason: problemText(error) };
  }
}

function writeDraft(file: OutputFile, draft: Draft): void {
  const present = statSync(file.path, { throwIfNoEntry: false });
  if (present !== undefined && !present.isFile()) {
    // A directory is refused here, before anything is renamed.
    closeSync(openSync(file.path, "a"));
    draft.streams.push(file);
    return;
  }
  // A link stays a link: what it leads to is replaced.
  const target = present === undefined ? file.path : realpathSync(file.path);
  const directory = directoryOf(target);
  makeDirectories(directory, draft.directories);
  const from = joinPath(directory, `.vmcs-${process.pid}-${randomName()}.tmp`);
  draft.temporaries.push({ from, to: target });
  writeFileSync(from, file.content, { flag: "wx", mode: file.secret === true ? 0o600 : 0o666 });
  const before = present?.mode;
  if (before !== undefined || file.secret === true || file.executable === true) {
    chmodSync(from, modeOf(file, before ?? statSync(from).mode));
  }
}

/** Whoever could read the file before can read it afterwards, unless it now holds a secret. */
function modeOf({ secret, executable }: OutputFile, before: number): number {
  const mode = secret === true ? 0o600 : before & 0o7777;
  // Whoever can read a program can run it.
  return executable === true ? mode | ((mode & 0o444) >> 2) : mode;
}

/** Other threads of the process write to the same directory; a name that is taken is refused by the system. */
function randomName(): string {
  return Math.random().toString(36).slice(2);
}

/**
 * Makes a directory and those above it that are missing, and says which they were.
 *
 * Node's own recursive `mkdir` does not say it when it fails half-way, and never returns below `/proc`.
 */
function makeDirectories(directory: string, made: string[]): void {
  if (statSync(directory, { throwIfNoEntry: false }) !== undefined) return;
  const above = directoryOf(directory);
  if (above !== directory) makeDirectories(above, made);
  try {
    mkdirSync(directory);
    made.push(directory);
  } catch (error) {
    // Another writer may have been quicker; whatever else is wrong shows when the file is written.
    if (statSync(directory, { throwIfNoEntry: false }) === undefined) throw error;
  }
}

/** Takes back what can be: files that were renamed stay, as they are whole. */
function discard({ temporaries, directories }: Draft): void {
  for (const { from } of temporaries) ignoringFailure(() => rmSync(from, { force: true }));
  // Only empty directories go: another writer may use one by now.
  for (const directory of directories.toReversed()) ignoringFailure(() => rmdirSync(directory));
}

function ignoringFailure(action: () => void): void {
  try {
    action();
  } catch {
    // The first failure is the one to report.
  }
}
