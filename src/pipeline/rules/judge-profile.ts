/** What check and build do with rules. */

import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import type { Repository } from "../../rules/repository/load-repository.ts";
import { additionsOf, enumerate } from "./additions.ts";
import { type LockedVersions, noneLocked } from "./locked-versions.ts";
import { movedVersions } from "./moved-versions.ts";
import { hasRules, resolveProfile } from "./resolve-profile.ts";

export interface Judgement {
  readonly resolved: {
    readonly profile: CompiledProfile;
    readonly additions: readonly string[];
    readonly isSound: boolean;
  };
  /** What was added, in words; empty if nothing was. */
  readonly additions: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** @public Loaded when a profile is first judged, so that nothing imports it by name. */
export function judgeProfile(
  profile: CompiledProfile,
  repositories: readonly Repository[],
  locked: LockedVersions | undefined,
): Judgement {
  if (locked === undefined && !hasRules(profile, repositories)) {
    return {
      resolved: { profile, additions: [], isSound: true },
      additions: "",
      diagnostics: [],
    };
  }
  const { versions, diagnostics: found } = locked ?? noneLocked;
  if (hasErrors(found)) {
    return {
      resolved: { profile, additions: [], isSound: false },
      additions: "",
      diagnostics: found,
    };
  }
  const options = { locked: versions };
  const { profile: completed, result, ...outcome } = resolveProfile(profile, repositories, options);
  const moved = result === undefined ? [] : movedVersions(result, versions, profile.file);
  const diagnostics = [...found, ...outcome.diagnostics, ...moved];
  const additions = result === undefined ? [] : additionsOf(result.resolved);
  return {
    resolved: {
      profile: completed,
      additions,
      isSound: !hasErrors(diagnostics),
    },
    additions: enumerate(additions),
    diagnostics,
  };
}
