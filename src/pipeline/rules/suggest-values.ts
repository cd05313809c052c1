/**
 * The best values for what a description leaves open: those that rules and suggestions lead to.
 *
 * Repositories are loaded by the caller, once; after that a form may ask on each change.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import {
  type ReportedPackage,
  type ReportedValue,
  reportResolution,
} from "../../rules/explain/resolution-report.ts";
import type { Repository } from "../../rules/repository/load-repository.ts";
import { resolveProfile } from "./resolve-profile.ts";

export interface Suggestions {
  /** Values of paths that the description leaves open, or only a default fills. */
  readonly values: readonly ReportedValue[];
  /** Packages that the description does not have. */
  readonly packages: readonly ReportedPackage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The profile need not be valid. `isWanted` chooses paths. */
export function suggestValues(
  profile: CompiledProfile,
  repositories: readonly Repository[],
  isWanted: (path: string) => boolean = () => true,
): Suggestions {
  const { result, diagnostics } = resolveProfile(profile, repositories);
  if (result === undefined) return { values: [], packages: [], diagnostics };
  return { ...suggestionsIn(result, isWanted), diagnostics };
}

export function suggestionsIn(
  { input, resolved }: NonNullable<ReturnType<typeof resolveProfile>["result"]>,
  isWanted: (path: string) => boolean,
): Omit<Suggestions, "diagnostics"> {
  // The reasons of what nobody asked for are not looked for.
  const wanted = {
    ...resolved,
    unfulfilled: [],
    packages: resolved.packages.filter(
      ({ key, name }) => key === undefined && isWanted(`/software/packages/${name}`),
    ),
    changes: resolved.changes.filter(({ path }) => isWanted(path)),
  };
  const { values, packages } = reportResolution(input, wanted);
  return { values, packages };
}
