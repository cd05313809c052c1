/** Profiles that describe machines: what becomes of them behind the compiler. */

import type { CompiledProfile } from "../pan/compiler/compile.ts";
import { type BuildResult, buildVm, type Target } from "../pipeline/build.ts";
import type { RuleSet } from "../pipeline/rules/rule-set.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import type { JudgedProfile } from "./rule-run.ts";
import { sourceDigest } from "./source-digest.ts";

const roots = ["hardware", "network", "system", "storage", "software"];

/**
 * Whether a profile is meant to describe a machine: it uses our templates, or has all that they give. Other schemas
 * have some of the roots as well, with other things in them.
 */
export function describesMachine({ root, dependencies }: CompiledProfile): boolean {
  return (
    dependencies.some(({ name }) => name === "vmcs/vm") ||
    roots.every((name) => root.get(name) !== undefined)
  );
}

/** The repositories that a profile is judged by; the laws are those of machines. */
export function repositoriesFor(
  profile: CompiledProfile,
  set: Pick<RuleSet, "repositories" | "laws">,
): RuleSet["repositories"] {
  const laws = describesMachine(profile) ? set.laws() : undefined;
  return laws === undefined ? set.repositories : [...set.repositories, laws];
}

export function buildProfile(
  { profile, additions }: JudgedProfile,
  target: Target,
  environment: Pick<Environment, "host">,
): BuildResult {
  return buildVm({
    profileName: profile.name,
    root: profile.root,
    digest: sourceDigest(profile, additions, environment),
    target,
    locate: (place) => profile.provenance.origin(place)?.span ?? { ...noSpan, file: profile.file },
  });
}
