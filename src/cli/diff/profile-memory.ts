/** What comparisons leave behind, in a file of the user's cache: what each profile was made from. */

import type { ProfileMemory } from "../../diff/compare-sources.ts";
import { decodeKnown, encodeKnown, type KnownProfile } from "../../diff/known-profiles.ts";
import type { CompileOptions } from "../../pan/compiler/options.ts";
import type { Environment } from "../command.ts";
import { compilerName } from "../drive-build.ts";
import { isTalkative } from "../driver-options.ts";
import { cacheDirectory } from "../user-directories.ts";
import type { RawDiffOptions } from "./diff-options.ts";

export interface StoredProfileMemory extends ProfileMemory {
  readonly save: () => void;
}

/** Undefined if there is no place for it, or it is not wanted. */
export function profileMemory(
  raw: RawDiffOptions,
  root: string,
  options: CompileOptions,
  { host }: Environment,
): StoredProfileMemory | undefined {
  const file = memoryFile(raw, root, host);
  // Whoever debugs wants to hear of every profile.
  if (file === undefined || isTalkative(raw)) return undefined;
  const { dialect, maxIteration, maxRecursion, deprecationWarnings } = options;
  const settings = [
    dialect,
    maxIteration,
    maxRecursion,
    deprecationWarnings,
    raw.initialData ?? "",
  ];
  const key = JSON.stringify([compilerName, settings]);
  const digest = (text: string): string => host.digest(text);
  const known = decodeKnown(host.readText(file) ?? "", key, digest);
  const noted = new Map<string, KnownProfile>(known);
  return {
    known,
    note: (profile) => noted.set(profile.name, profile),
    save() {
      const isNews = [...noted].some(([name, profile]) => known.get(name) !== profile);
      if (!isNews) return;
      // What cannot be kept costs the next comparison time, and nothing else.
      host.writeFiles([{ path: file, content: encodeKnown(key, noted.values(), digest) }]);
    },
  };
}

function memoryFile(
  { incremental, stateDir }: RawDiffOptions,
  root: string,
  host: Environment["host"],
): string | undefined {
  const cache = cacheDirectory(host);
  const directory = stateDir ?? (cache === undefined ? undefined : `${cache}/diffs`);
  if (!incremental || directory === undefined) return undefined;
  return host.resolve(`${directory}/${host.digest(root).slice(0, 20)}.state`);
}
