/** What builds of profiles and of machines have in common inside a command: threads, log, progress, and who is told of it. */

import {
  type BuildInput,
  type BuildOutput,
  buildProfiles,
} from "../pan/compiler/build-profiles.ts";
import type { CompileSettings } from "../pan/compiler/settings.ts";
import { builtLines } from "../show/built-text.ts";
import { callLog } from "./call-log.ts";
import type { Environment } from "./command.ts";
import { type RawDriverOptions, threadingOf, treePlace, type Worker } from "./driver-options.ts";
import { progressLine } from "./progress.ts";
import type { CompileRun, Preparation } from "./run-compile.ts";
import { version } from "./version.ts";

export interface BuildRun extends CompileRun {
  /** The profiles that were built, and why each was. */
  readonly built: BuildOutput["built"];
  readonly passed: BuildOutput["passed"];
  /** Whether profiles that are as they should be were left alone. */
  readonly isIncremental: boolean;
}

/** What is built; `worker` is the program of the threads. */
export interface DriveInput
  extends Pick<BuildInput, "settings" | "output" | "memory" | "work" | "cache"> {
  readonly prepared: Pick<Preparation, "files" | "diagnostics">;
  readonly worker: Worker;
}

export async function driveBuild(
  { prepared, worker, ...input }: DriveInput,
  raw: RawDriverOptions,
  environment: Environment,
): Promise<BuildRun> {
  const { host, terminal } = environment;
  const { files } = prepared;
  const { settings, memory } = input;
  const log = callLog(raw, host);
  const progress = progressLine();
  try {
    const output = await buildProfiles({
      ...input,
      host,
      files,
      threading: await threadingOf(raw, environment, worker),
      speech: { print: (text) => terminal.stderr(`${text}\n`), log: log?.note },
      trees: treePlace(raw, settings.includePath, compilerName, environment),
      onProgress: progress.show,
    });
    return {
      ...output,
      diagnostics: [...prepared.diagnostics, ...output.diagnostics, ...(log?.write() ?? [])],
      files: files.length,
      isIncremental: memory !== undefined,
    };
  } finally {
    progress.clear();
  }
}

/** For `-v`: what was built, and why. */
export function reasons({ built, profiles, isIncremental }: BuildRun): string {
  if (!isIncremental) return "";
  return `${builtLines(built).join("")}${built.size} of ${profiles} profiles had to be built\n`;
}

/** Everything in it is plain data; the options have been found to be right. */
export function compileSettings(
  raw: RawDriverOptions,
  options: Preparation["options"],
): CompileSettings {
  const { initialData: _data, debugs: _debugs, ...rest } = options;
  return {
    ...rest,
    initialData: raw.initialData,
    debugInclude: raw.debug === true ? ".*" : raw.debugNsInclude,
    debugExclude: raw.debugNsExclude,
  };
}

/** The name of a bundled file has a digest of all that it imports. */
export const compilerName = `${version} ${import.meta.url.slice(import.meta.url.lastIndexOf("/") + 1)}`;
