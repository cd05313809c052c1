/** Running a program. */

import { execFile } from "node:child_process";
import type { RunOptions, RunResult } from "../host.ts";
import { problemText } from "./problem-text.ts";

const mostOutput = 256 * 1024 * 1024;

export interface ProcessOptions extends RunOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function runCommand(
  command: string,
  args: readonly string[],
  { input, directory, timeout = 0, isBinary = false, environment }: ProcessOptions,
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      [...args],
      {
        cwd: directory,
        env: environment,
        encoding: isBinary ? "latin1" : "utf8",
        maxBuffer: mostOutput,
        timeout,
      },
      (error, stdout, stderr) => {
        const code: unknown = error === null ? 0 : error.code;
        const status = typeof code === "number" ? code : undefined;
        const problem = error === null || status !== undefined ? undefined : reason(error, timeout);
        resolve({ status, stdout, stderr, problem });
      },
    );
    // A program that ends without reading all of it has no use for the rest.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
  });
}

/** `killed` is set where Node ended the program itself. */
function reason(
  error: Error & { readonly killed?: boolean; readonly signal?: string | null },
  timeout: number,
): string {
  if (error.killed === true) return `it took longer than ${timeout} ms`;
  if (typeof error.signal === "string") return `it was ended by ${error.signal}`;
  return problemText(error);
}
