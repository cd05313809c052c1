/** Building profiles inside a command: threads, state of earlier builds, progress. */

import { type BuildOutput, buildProfiles } from "../pan/compiler/build-profiles.ts";
import type { BuildState } from "../pan/compiler/incremental/build-state.ts";
import { decodeState, encodeState } from "../pan/compiler/incremental/build-state.ts";
import { StoredMemory } from "../pan/compiler/incremental/stored-memory.ts";
import type { CompileSettings } from "../pan/compiler/settings.ts";
import type { TemplateCache } from "../pan/compiler/template-store.ts";
import type { ProfileFormat } from "../pan/profile/profile.ts";
import { callLog } from "./call-log.ts";
import type { Environment } from "./command.ts";
import {
  isTalkative,
  type RawDriverOptions,
  stateFile,
  templatesFor,
  threadingOf,
  treePlace,
} from "./driver-options.ts";
import { progressLine } from "./progress.ts";
import type { CompileRun, Preparation } from "./run-compile.ts";
import { builtLines } from "./show/built-text.ts";
import { version } from "./version.ts";

export interface BuildRun extends CompileRun {
  /** The profiles that were built, and why each was. */
  readonly built: BuildOutput["built"];
  readonly passed: BuildOutput["passed"];
  /** Whether profiles that are as they should be were left alone. */
  readonly isIncremental: boolean;
}

/** What stays in memory between builds with the same options. */
export interface Remembered {
  state: BuildState | undefined;
  readonly templates: TemplateCache;
}

export async function runBuild(
  { files, options, diagnostics }: Preparation,
  raw: RawDriverOptions,
  formats: readonly ProfileFormat[],
  directory: string,
  environment: Environment,
  remembered?: Remembered,
): Promise<BuildRun> {
  const { host, terminal } = environment;
  const settings = settingsOf(raw, options);
  const isIncremental = raw.incremental && settings.build && !isTalkative(raw);
  const file = isIncremental ? stateFile(raw, directory, environment) : undefined;
  const digest = (text: string): string => host.digest(text);
  const names = formats.map(({ name }) => name);
  const memory =
    file === undefined
      ? undefined
      : new StoredMemory({
          host,
          includePath: options.includePath,
          key: {
            compiler: compilerName,
            options: digest(JSON.stringify([settings, names, directory])),
          },
          state: remembered?.state ?? decodeState(host.readText(file) ?? "", digest),
          save(state) {
            if (remembered !== undefined) remembered.state = state;
            // A state that cannot be kept costs the next build time, and nothing else.
            host.writeFiles([{ path: file, content: encodeState(state, digest) }]);
          },
        });
  const log = callLog(raw.logging, host);
  const progress = progressLine();
  try {
    const output = await buildProfiles({
      host,
      files,
      settings,
      output: { directory, formats: names, withDigests: memory !== undefined },
      threading: await threadingOf(raw, environment),
      speech: { print: (text) => terminal.stderr(`${text}\n`), log: log?.note },
      memory,
      cache: remembered?.templates ?? templatesFor(settings, environment),
      trees: treePlace(raw, options.includePath, compilerName, environment),
      onProgress: progress.show,
    });
    if (log !== undefined && raw.logFile !== undefined) {
      host.writeFiles([{ path: host.resolve(raw.logFile), content: log.text() }]);
    }
    return {
      ...output,
      diagnostics: [...diagnostics, ...output.diagnostics],
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
export function settingsOf(
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
