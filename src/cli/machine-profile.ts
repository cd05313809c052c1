/** Profiles that describe machines: what becomes of them behind the compiler. */

import type { CompiledProfile } from "../pan/compiler/compile.ts";
import { type BuildResult, buildVm, type Target } from "../pipeline/build.ts";
import { describesMachine } from "../pipeline/describes-machine.ts";
import type { RuleSet } from "../pipeline/rules/rule-set.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import type { JudgedProfile } from "./rule-run.ts";
import { sourceDigest } from "./source-digest.ts";

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
