/**
 * The outside world as a parameter: files, environment, time.
 *
 * Reading is synchronous, as templates are read while others run. Whatever the world refuses is a value, never an
 * exception: a caller that gets `undefined` makes a diagnostic, and asks `readProblem` what to write in it.
 * Paths are POSIX paths; relative ones are taken from `currentDirectory`.
 */

export type FileKind = "file" | "directory" | "missing";

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Whether it is a program. */
  readonly executable?: boolean | undefined;
  /** Whether only its owner may read it. */
  readonly secret?: boolean | undefined;
}

/** Why a file could not be written or removed. */
export interface FileProblem {
  readonly path: string;
  /** The rest of the sentence "The file could not be written: …", such as "permission denied". */
  readonly reason: string;
}

/** What a file system says of a file. */
export interface FileStamp {
  /** Differs from an earlier one if the file was changed in between. */
  readonly mark: string;
  /** False if the last change is so recent that another one could leave the mark as it is. */
  readonly isSettled: boolean;
}

export interface RunOptions {
  readonly input?: string;
  /** The working directory; the host's current one if it is left open. */
  readonly directory?: string;
  /** In milliseconds; a program that runs longer is ended. */
  readonly timeout?: number;
  /** Whether `stdout` has a character for each byte, for programs that do not write text. */
  readonly isBinary?: boolean;
}

export interface RunResult {
  /** Exit status; undefined if the program could not be started, was ended by a signal or took too long. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Why there is no status, as in `FileProblem.reason`. */
  readonly problem: string | undefined;
}

export interface Host {
  /** An absolute path. */
  readonly currentDirectory: string;
  /** The absolute path, without `.` and `..`; links are not followed. */
  resolve(path: string): string;

  /**
   * Text in UTF-8; undefined if the file cannot be read. Bytes that are not UTF-8 become U+FFFD, and a byte order
   * mark stays: both are the compiler's to judge.
   */
  readText(path: string): string | undefined;
  readBytes(path: string): Uint8Array | undefined;
  /** Text of a file compressed with gzip; undefined if it cannot be read or is not such a file. */
  readGzip(path: string): string | undefined;
  /** Why a file could not be read, as in `FileProblem.reason`; undefined if it can be. */
  readProblem(path: string): string | undefined;
  /** Anything that is not a directory and can be opened is a file. Links are followed. */
  kind(path: string): FileKind;
  /** The absolute path under which the file system knows a file: links are followed, as far as there is something. */
  realPath(path: string): string;
  /** Whether others than its owner and the owner's group may read the file; false if that cannot be seen. */
  othersCanRead(path: string): boolean;
  /** What tells whether a file was changed without reading it; undefined if there is none. Links are followed. */
  stamp(path: string): FileStamp | undefined;
  /** A short text that two contents share only if they are the same. */
  digest(content: string | Uint8Array): string;
  /** Names in a directory, ordered by code units; none if it cannot be read. */
  list(directory: string): readonly string[];

  /**
   * Writes files, with the directories that they need: all of them, or as far as that is possible none. Each file
   * appears as a whole, whoever else writes or reads it. A file is written even if its content stays the same, so
   * that its time says when it was made.
   */
  writeFiles(files: readonly OutputFile[]): FileProblem | undefined;
  /** Removes a file; one that is missing is no problem. */
  remove(path: string): FileProblem | undefined;
  /**
   * Removes those files of a directory that were written longest ago, so that the others have so many bytes at most.
   * Each counts 64 KiB at least, so that there are never too many.
   */
  trim(directory: string, bytes: number): void;

  /**
   * Runs a program and waits for its end; no shell is involved. Its standard input is empty unless `input` is given.
   */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<RunResult>;

  /** Compresses so that the same content gives the same bytes: no time and no machine is recorded. */
  gzip(content: Uint8Array): Uint8Array;

  environment(name: string): string | undefined;
  /** Milliseconds since some moment: for statistics and progress only, never for a result. */
  now(): number;
}
