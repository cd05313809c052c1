/** Building profiles inside a command: those whose state of an earlier build does not hold any more. */

import {
  type BuildState,
  decodeState,
  encodeState,
} from "../pan/compiler/incremental/build-state.ts";
import { StoredMemory } from "../pan/compiler/incremental/stored-memory.ts";
import type { TemplateCache } from "../pan/compiler/template-store.ts";
import type { ProfileFormat } from "../pan/profile/profile.ts";
import type { Environment } from "./command.ts";
import { type BuildRun, compilerName, compileSettings, driveBuild } from "./drive-build.ts";
import { isTalkative, type RawDriverOptions, stateFile } from "./driver-options.ts";
import type { Preparation } from "./run-compile.ts";

/** What stays in memory between builds with the same options. */
export interface Remembered {
  state: BuildState | undefined;
  readonly templates: TemplateCache;
}

export function runBuild(
  prepared: Preparation,
  raw: RawDriverOptions,
  formats: readonly ProfileFormat[],
  directory: string,
  environment: Environment,
  remembered?: Remembered,
): Promise<BuildRun> {
  const { host } = environment;
  const { options } = prepared;
  const settings = compileSettings(raw, options);
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
  const output = { directory, formats: names, withDigests: memory !== undefined };
  const cache = remembered?.templates ?? prepared.templates;
  const worker = "compile-worker";
  return driveBuild({ prepared, settings, output, memory, cache, worker }, raw, environment);
}
