/**
 * From the skeletons of many machines to their files: everything is checked before anything is written.
 *
 * The files of machines that were checked are kept until they are written, but only up to a limit: what does not fit
 * is made a second time, so that memory does not grow with the number of machines.
 */

import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { spawnFromSkeletons, type Target } from "../pipeline/build.ts";
import type { SpawnedFile } from "../spawn/spawn-result.ts";
import { noSpan } from "../text/span.ts";
import type { SkeletonText } from "../vm/skeleton/read-skeletons.ts";
import type { Environment } from "./command.ts";
import type { Output } from "./output.ts";
import { unreadable } from "./read-files.ts";
import type { SkeletonSet } from "./skeleton-files.ts";

/** Characters. */
const usualLimit = 64 * 1024 * 1024;

/** A machine whose files are written. */
export interface WrittenMachine {
  readonly name: string;
  /** Paths below the output directory. */
  readonly files: readonly string[];
}

export interface SpawnOutcome {
  /** Empty if anything is wrong. */
  readonly machines: readonly WrittenMachine[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface SpawnRequest {
  readonly sets: readonly SkeletonSet[];
  readonly target: Target;
  readonly output: Output;
  /** What is known to be wrong already. */
  readonly found: readonly Diagnostic[];
  /** Characters of files that may be kept, if not the usual limit. */
  readonly mostKept?: number;
}

export async function spawnMachines(
  { sets, target, output, found, mostKept = usualLimit }: SpawnRequest,
  environment: Environment,
): Promise<SpawnOutcome> {
  const diagnostics = [...found];
  const kept = new Map<string, readonly SpawnedFile[]>();
  let room = mostKept;
  for (const set of sets) {
    const spawned = await spawnSet(set, target, environment);
    const { files } = spawned;
    diagnostics.push(...spawned.diagnostics, ...output.claim(set.name, files));
    const size = files.reduce((sum, { content }) => sum + content.length, 0);
    if (size > room) continue;
    room -= size;
    kept.set(set.name, files);
  }
  if (hasErrors(diagnostics)) return { machines: [], diagnostics };

  const machines: WrittenMachine[] = [];
  for (const set of sets) {
    const { name } = set;
    const { files, problems } = await filesAgain(kept.get(name), set, target, environment);
    const all = problems.length > 0 ? problems : output.write(files);
    kept.delete(name);
    if (all.length > 0) return { machines, diagnostics: [...diagnostics, ...all] };
    machines.push({ name, files: files.map((file) => file.name) });
  }
  return { machines, diagnostics };
}

interface FilesAgain {
  readonly files: readonly SpawnedFile[];
  /** What is wrong with skeletons that were in order when they were checked. */
  readonly problems: readonly Diagnostic[];
}

async function filesAgain(
  kept: readonly SpawnedFile[] | undefined,
  set: SkeletonSet,
  target: Target,
  environment: Environment,
): Promise<FilesAgain> {
  if (kept !== undefined) return { files: kept, problems: [] };
  const { files, diagnostics } = await spawnSet(set, target, environment);
  return { files, problems: hasErrors(diagnostics) ? diagnostics : [] };
}

interface Spawned {
  readonly files: readonly SpawnedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

async function spawnSet(
  { name, files: paths }: SkeletonSet,
  target: Target,
  { host }: Environment,
): Promise<Spawned> {
  const skeletons: SkeletonText[] = [];
  for (const file of paths) {
    const text = host.readText(file);
    if (text === undefined) {
      return { files: [], diagnostics: [unreadable(file, host)] };
    }
    skeletons.push({ file, text });
  }
  const { files, models, diagnostics } = await spawnFromSkeletons({ skeletons, target });
  const vm = models[0]?.system.name ?? name;
  if (vm === name) return { files, diagnostics };
  const misnamed = diagnostic("skeleton-file-misnamed", noSpan, { file: name, vm });
  return { files: [], diagnostics: [...diagnostics, misnamed] };
}
