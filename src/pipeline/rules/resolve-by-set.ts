/** A profile, judged and completed by all repositories that have a say in it. */

import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import { repositoriesFor } from "./repositories-for.ts";
import { hasRules, type ResolvedProfile, resolveProfile } from "./resolve-profile.ts";
import type { RuleSet } from "./rule-set.ts";

/** Undefined where no rule speaks of the profile, or the repositories have errors. */
export function resolveBySet(profile: CompiledProfile, set: RuleSet): ResolvedProfile | undefined {
  if (!set.isSound) return undefined;
  const repositories = repositoriesFor(profile, set);
  return hasRules(profile, repositories) ? resolveProfile(profile, repositories) : undefined;
}
