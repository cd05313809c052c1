/** `--locked DIR`: the versions of an earlier build are kept where that is possible. */

import type { CompiledProfile } from "../pan/compiler/compile.ts";
import { type LockedVersions, lockedSoftware } from "../pipeline/rules/locked-versions.ts";
import { noSpan } from "../text/span.ts";
import { skeletonsFromTree } from "../vm/skeleton/skeletons-from-tree.ts";
import type { Environment } from "./command.ts";
import { needDirectory } from "./need-directory.ts";
import type { RawLocked } from "./rule-options.ts";

/** What is locked of each description; undefined if nothing is to be. */
export async function locksOf(
  { locked }: RawLocked,
  { host }: Pick<Environment, "host">,
): Promise<((profile: CompiledProfile) => LockedVersions) | undefined> {
  if (locked === undefined) return undefined;
  needDirectory(host, "locked", locked);
  const versionsOf = await lockedSoftware(host, host.resolve(locked));
  return (profile) => versionsOf(machineName(profile));
}

/** Machines that one description makes have the same software, so the first will do. */
function machineName({ name, root }: CompiledProfile): string {
  const options = { profile: name, digest: "sha256:00", locate: () => noSpan };
  const [machine] = skeletonsFromTree(root, options).machines;
  return machine?.model.system.name ?? name;
}
