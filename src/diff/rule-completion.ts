/** What rules make of a compiled profile, and why, for comparing what is built rather than what is written. */

import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import type { Dict } from "../pan/tree/dict.ts";
import { formatTerms } from "../pan/tree/path.ts";
import type { Term } from "../pan/tree/term.ts";
import { hasRules, resolveProfile } from "../pipeline/rules/resolve-profile.ts";
import { reportResolution } from "../rules/explain/resolution-report.ts";
import type { Repository } from "../rules/repository/load-repository.ts";
import type { RuleStep } from "./machine-diff.ts";

export interface CompletedProfile {
  readonly given: CompiledProfile;
  /** With what the rules add. */
  readonly root: Dict;
  /** Why rules have put something at a path or above it; undefined if they have not. */
  readonly because: (terms: readonly Term[]) => readonly RuleStep[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly isSound: boolean;
}

export function completeProfile(
  given: CompiledProfile,
  repositories: readonly Repository[],
): CompletedProfile {
  if (!hasRules(given, repositories)) {
    return { given, root: given.root, because: () => undefined, diagnostics: [], isSound: true };
  }
  const { profile, result, diagnostics } = resolveProfile(given, repositories);
  const steps = new Map<string, readonly RuleStep[]>();
  if (result !== undefined) {
    const { packages, values } = reportResolution(result.input, result.resolved);
    for (const { path, because } of [...packages, ...values]) steps.set(path, because);
  }
  return {
    given,
    root: profile.root,
    because(terms) {
      for (let length = terms.length; length > 0; length--) {
        const found = steps.get(formatTerms(terms.slice(0, length)));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    diagnostics: diagnostics.filter(({ severity }) => severity === "error"),
    isSound: result !== undefined && !hasErrors(diagnostics),
  };
}
