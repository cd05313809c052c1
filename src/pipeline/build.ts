/**
 * From a compiled description, or from stored skeletons, to files. Nothing is read or written here.
 */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Dict } from "../pan/tree/dict.ts";
import type { SpawnedFile, SpawnResult } from "../spawn/spawn-result.ts";
import { spawnXen } from "../spawn/xen/spawn-xen.ts";
import type { Locate } from "../vm/reporter.ts";
import { readSkeletons, type SkeletonText } from "../vm/skeleton/read-skeletons.ts";
import { skeletonsFromTree } from "../vm/skeleton/skeletons-from-tree.ts";

export interface BuildInput {
  /** Name of the object template. */
  readonly profileName: string;
  /** The finished configuration. */
  readonly root: Dict;
  /** Digest of the source, such as `sha256:…`. */
  readonly digest: string;
  /** The release of Xen on the host, such as `4.17`. */
  readonly release: string;
  /** Where the value at a path of the configuration was written. */
  readonly locate: Locate;
}

export interface BuildResult {
  /** Skeletons and files of the backend; empty if there are errors. */
  readonly files: readonly SpawnedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export function buildVm({ profileName, root, digest, release, locate }: BuildInput): BuildResult {
  const { skeletons, model, diagnostics } = skeletonsFromTree(root, {
    profile: profileName,
    digest,
    locate,
  });
  if (model === undefined) return { files: [], diagnostics };
  const spawned = spawnXen(model, { release, locate });
  const failed = spawned.diagnostics.some(({ severity }) => severity === "error");
  return {
    files: failed
      ? []
      : [...skeletons.map(({ name, content }) => ({ name, content })), ...spawned.files],
    diagnostics: [...diagnostics, ...spawned.diagnostics],
  };
}

export interface SpawnInput {
  /** The four skeletons of one machine, in any order. */
  readonly skeletons: readonly SkeletonText[];
  readonly release: string;
}

export async function spawnFromSkeletons({ skeletons, release }: SpawnInput): Promise<SpawnResult> {
  const { model, locate, diagnostics } = await readSkeletons(skeletons);
  if (model === undefined) return { files: [], diagnostics };
  const spawned = spawnXen(model, { release, locate });
  return { files: spawned.files, diagnostics: [...diagnostics, ...spawned.diagnostics] };
}
