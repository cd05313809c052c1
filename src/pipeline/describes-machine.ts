/** Which profiles describe machines. */

import type { CompiledProfile } from "../pan/compiler/compile.ts";

const roots = ["hardware", "network", "system", "storage", "software"];

/**
 * Whether a profile is meant to describe a machine: it uses our templates, or has all that they give. Other schemas
 * have some of the roots as well, with other things in them.
 */
export function describesMachine({
  root,
  dependencies,
}: Pick<CompiledProfile, "root" | "dependencies">): boolean {
  return (
    dependencies.some(({ name }) => name === "vmcs/vm") ||
    roots.every((name) => root.get(name) !== undefined)
  );
}
