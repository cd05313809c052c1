/** Runs a compiler that takes panc's options, and collects what it wrote. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { compareCodeUnits } from "../../src/base/compare.ts";

export interface CompilerRun {
  /** A command line for the shell; the options and files are put behind it. */
  readonly command: string;
  /** Emptied before the run. */
  readonly outputDirectory: string;
  readonly includePath: readonly string[];
  readonly formats: string;
  /** Further options, given as they are. */
  readonly options: readonly string[];
  readonly files: readonly string[];
  readonly timeLimitSeconds: number;
}

export interface CompilerResult {
  /** Undefined if the run was ended because of its time. */
  readonly status: number | undefined;
  readonly output: string;
  /** Content by name below the output directory; what is compressed is expanded. */
  readonly files: ReadonlyMap<string, Buffer>;
}

export function runCompiler(run: CompilerRun): CompilerResult {
  rmSync(run.outputDirectory, { recursive: true, force: true });
  mkdirSync(run.outputDirectory, { recursive: true });
  const args = [
    "--formats",
    run.formats,
    "--output-dir",
    run.outputDirectory,
    "--include-path",
    run.includePath.join(":"),
    ...run.options,
    ...run.files,
  ];
  // The locale decides in which encoding a Java program writes some of its files.
  const { status, stdout, stderr, error } = spawnSync(
    "/bin/sh",
    ["-c", `${run.command} "$@"`, "sh", ...args],
    {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1" },
      timeout: run.timeLimitSeconds * 1000,
      maxBuffer: 1 << 28,
    },
  );
  if (error !== undefined && !isTimeout(error)) throw error;
  return {
    status: status ?? undefined,
    output: stdout + stderr,
    files: readOutputs(run.outputDirectory),
  };
}

function isTimeout(error: Error): boolean {
  return "code" in error && error.code === "ETIMEDOUT";
}

function readOutputs(directory: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareCodeUnits);
  return new Map(
    names.map((path) => {
      const bytes = readFileSync(path);
      return [path.slice(directory.length + 1), path.endsWith(".gz") ? gunzipSync(bytes) : bytes];
    }),
  );
}
