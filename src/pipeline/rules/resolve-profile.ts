/** A compiled profile, judged and completed by rules. */

import { assertNever } from "../../base/assert-never.ts";
import { type Diagnostic, diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import { fewOf } from "../../rules/explain/claim-text.ts";
import { describeContradictions } from "../../rules/explain/contradiction.ts";
import type { Repository } from "../../rules/repository/load-repository.ts";
import type { BuiltProblem } from "../../rules/resolve/build-problem.ts";
import { checkSums } from "../../rules/resolve/check-sums.ts";
import { completed } from "../../rules/resolve/complete.ts";
import { resolutionInput } from "../../rules/resolve/profile-input.ts";
import type { LockedVersion, ResolutionInput } from "../../rules/resolve/resolution-input.ts";
import { conflictBudget, type Resolved, resolve, unjudged } from "../../rules/resolve/resolve.ts";
import { noSpan } from "../../text/span.ts";

export interface ResolvedProfile {
  /** The profile, with the configuration that the rules complete; as it was where that failed. */
  readonly profile: CompiledProfile;
  /** Undefined if there is no result; where there is one it can still have errors. */
  readonly result: ResolutionResult | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ResolutionResult {
  readonly input: ResolutionInput;
  readonly resolved: Resolved;
}

export interface ResolveOptions {
  readonly mode?: ResolutionInput["mode"];
  readonly locked?: ReadonlyMap<string, LockedVersion> | undefined;
}

export function resolveProfile(
  profile: CompiledProfile,
  repositories: readonly Repository[],
  { mode = "strict", locked }: ResolveOptions = {},
): ResolvedProfile {
  const { input, diagnostics: found } = resolutionInput(profile, repositories, mode, locked);
  if (hasErrors(found)) {
    return { profile, result: undefined, diagnostics: found };
  }
  const resolution = resolve(input);
  const intricate = unjudged(resolution).map(({ span }) =>
    diagnostic("rule-too-intricate", span, {}),
  );
  const diagnostics = [...found, ...intricate, ...unknownVersions(resolution.built)];
  if (intricate.length > 0) return { profile, result: undefined, diagnostics };
  switch (resolution.kind) {
    case "contradiction":
      diagnostics.push(...describeContradictions(input, resolution));
      return { profile, result: undefined, diagnostics };
    case "too-hard": {
      const span = { ...noSpan, file: profile.file };
      diagnostics.push(diagnostic("rules-too-hard", span, { conflicts: conflictBudget }));
      return { profile, result: undefined, diagnostics };
    }
    case "resolved": {
      diagnostics.push(...checkSums(input, resolution));
      const root = completed(profile.root, resolution);
      return {
        profile: { ...profile, root },
        result: { input, resolved: resolution },
        diagnostics,
      };
    }
    default:
      return assertNever(resolution);
  }
}

/** Packages that the description wants in a version that nobody has, while others have others. */
function unknownVersions({ given, universe }: BuiltProblem): readonly Diagnostic[] {
  return given.flatMap(({ given: wanted, isOwn }): readonly Diagnostic[] => {
    const { name, version, release, isImported, span } = wanted;
    const others = universe.versions(name).flatMap((atom): readonly string[] => {
      const meaning = universe.meaning(atom);
      return meaning.kind === "package" ? [meaning.source.versionOf(meaning.number)] : [];
    });
    if (!isOwn || isImported || version === undefined || others.length === 0) return [];
    const text = release === undefined ? version : `${version}-${release}`;
    const args = { name, version: text, versions: fewOf([...new Set(others)]) };
    return [diagnostic("wanted-version-unknown", span, args)];
  });
}

/** Whether there is anything to resolve a profile by. */
export function hasRules(
  { rules }: Pick<CompiledProfile, "rules">,
  repositories: readonly Repository[],
): boolean {
  return (
    rules.length > 0 ||
    repositories.some((repository) => repository.rules.length > 0 || repository.packages.count > 0)
  );
}
