/**
 * From a compiled description, or from stored skeletons, to files. Nothing is read or written here.
 */

import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Dict } from "../pan/tree/dict.ts";
import type { Backend, ReadSecret, SpawnOptions } from "../spawn/backend.ts";
import { backends } from "../spawn/registry.ts";
import type { SpawnedFile, SpawnResult } from "../spawn/spawn-result.ts";
import { closestName } from "../text/did-you-mean.ts";
import { noSpan } from "../text/span.ts";
import type { VmModel } from "../vm/model/model.ts";
import type { Locate } from "../vm/reporter.ts";
import { readSkeletons, type SkeletonText } from "../vm/skeleton/read-skeletons.ts";
import { skeletonsFromTree } from "../vm/skeleton/skeletons-from-tree.ts";

/** What a machine is spawned for. */
export interface Target {
  /** Names of backends. */
  readonly backends: readonly string[];
  /** The release of Xen on the host, such as `4.17`. */
  readonly xenRelease: string;
  readonly readSecret: ReadSecret;
}

export interface BuildInput {
  /** Name of the object template. */
  readonly profileName: string;
  /** The finished configuration. */
  readonly root: Dict;
  /** Digest of the source, such as `sha256:…`. */
  readonly digest: string;
  readonly target: Target;
  /** Where the value at a path of the configuration was written. */
  readonly locate: Locate;
}

export interface BuildResult {
  /** Skeletons and files of the backends; empty if there are errors. */
  readonly files: readonly SpawnedFile[];
  /** The machines that they are of; none if there are errors. */
  readonly models: readonly VmModel[];
  readonly diagnostics: readonly Diagnostic[];
}

export function buildVm({ profileName, root, digest, target, locate }: BuildInput): BuildResult {
  const { machines, diagnostics } = skeletonsFromTree(root, {
    profile: profileName,
    digest,
    locate,
  });
  const files: SpawnedFile[] = [];
  const all = [...diagnostics];
  for (const { model, skeletons } of machines) {
    const spawned = spawnModel(model, target, locate);
    files.push(...skeletons.map(({ name, content }) => ({ name, content })), ...spawned.files);
    all.push(...spawned.diagnostics);
    // What is wrong with one machine of a description is wrong with the others too.
    if (hasErrors(spawned.diagnostics)) break;
  }
  if (hasErrors(all)) return { files: [], models: [], diagnostics: all };
  return { files, models: machines.map(({ model }) => model), diagnostics: all };
}

export interface SpawnInput {
  /** The four skeletons of one machine, in any order. */
  readonly skeletons: readonly SkeletonText[];
  readonly target: Target;
}

export async function spawnFromSkeletons({ skeletons, target }: SpawnInput): Promise<BuildResult> {
  const { model, locate, diagnostics } = await readSkeletons(skeletons);
  if (model === undefined) return { files: [], models: [], diagnostics };
  const spawned = spawnModel(model, target, locate);
  const all = [...diagnostics, ...spawned.diagnostics];
  if (hasErrors(all)) return { files: [], models: [], diagnostics: all };
  return { files: spawned.files, models: [model], diagnostics: all };
}

/** The files of all backends that are wanted; those of one that fails are left out. */
export function spawnModel(model: VmModel, target: Target, locate: Locate): SpawnResult {
  const options: SpawnOptions = { ...target, locate };
  const results = target.backends.map((name) => {
    const backend = backends.find((candidate) => candidate.name === name);
    return backend === undefined ? unknownBackend(name) : spawnWith(backend, model, options);
  });
  return {
    files: results.flatMap(({ files }) => files),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

function spawnWith(backend: Backend, model: VmModel, options: SpawnOptions): SpawnResult {
  const { files, diagnostics } = backend.spawn(model, options);
  return { files: hasErrors(diagnostics) ? [] : files, diagnostics };
}

function unknownBackend(name: string): SpawnResult {
  const known = backends.map((backend) => backend.name);
  const guess = closestName(name, known);
  const help = guess === undefined ? undefined : `Did you mean '${guess}'?`;
  const args = { name, known: known.join(", ") };
  return { files: [], diagnostics: [diagnostic("backend-unknown", noSpan, args, { help })] };
}
