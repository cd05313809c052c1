/**
 * Rules inside a build: each profile is judged and completed as soon as it is there.
 *
 * What judges is loaded only if there may be something to judge by.
 */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../host/path.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import type { CompileOptions } from "../pan/compiler/options.ts";
import type { LockedVersions } from "../pipeline/rules/locked-versions.ts";
import { repositoriesFor } from "../pipeline/rules/repositories-for.ts";
import type { RuleSources } from "../pipeline/rules/rule-set.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export interface JudgedProfile {
  /** With the configuration that rules complete. */
  readonly profile: CompiledProfile;
  /** What they have added, as people write it. */
  readonly additions: readonly string[];
  /** Whether no rule is broken. */
  readonly isSound: boolean;
}

export interface RuleRun {
  /** Directories on which the templates of repositories are found. */
  readonly includePath: readonly string[];
  /** What is wrong with the rules themselves. */
  readonly diagnostics: readonly Diagnostic[];
  readonly judge: (profile: CompiledProfile) => Judged;
}

export interface Judged {
  readonly judged: JudgedProfile;
  readonly diagnostics: readonly Diagnostic[];
}

type Engine = typeof import("../pipeline/rules/judge-profile.ts") &
  typeof import("../pipeline/rules/rule-set.ts");

async function loadEngine(): Promise<Engine> {
  const [judging, loading] = await Promise.all([
    import("../pipeline/rules/judge-profile.ts"),
    import("../pipeline/rules/rule-set.ts"),
  ]);
  return { ...judging, ...loading };
}

/** `sources` is undefined if no rules are wanted at all. */
export async function ruleRun(
  sources: RuleSources | undefined,
  locked: string | undefined,
  options: CompileOptions,
  environment: Pick<Environment, "host" | "templates">,
): Promise<RuleRun> {
  const locks = await locksFor(locked, sources, environment);
  // In our own dialect each template may have rules, and machines have laws.
  const mayJudge =
    sources !== undefined &&
    (sources.repositories.length > 0 ||
      sources.packages.length > 0 ||
      locks !== undefined ||
      options.dialect === "vmcs");
  if (!mayJudge) return noRules;
  const { judgeProfile, loadRuleSet } = await loadEngine();
  const set = await loadRuleSet(environment.host, sources, options, environment.templates);
  return {
    includePath: set.includePath,
    diagnostics: set.diagnostics,
    judge(profile) {
      if (!set.isSound)
        return { judged: { ...untouched(profile), isSound: false }, diagnostics: [] };
      const known = repositoriesFor(profile, set);
      const { resolved, additions, diagnostics } = judgeProfile(profile, known, locks?.(profile));
      if (additions === "") return { judged: resolved, diagnostics };
      const note = completion(profile, additions, environment);
      return { judged: resolved, diagnostics: [...diagnostics, note] };
    },
  };
}

const noRules: RuleRun = {
  includePath: [],
  diagnostics: [],
  judge: (profile) => ({ judged: untouched(profile), diagnostics: [] }),
};

function untouched(profile: CompiledProfile): JudgedProfile {
  return { profile, additions: [], isSound: true };
}

function completion(
  { name, file }: CompiledProfile,
  what: string,
  { host }: Pick<Environment, "host">,
): Diagnostic {
  const path = displayPath(host.currentDirectory, file);
  return diagnostic("rules-completed", { ...noSpan, file }, { profile: name, what, path });
}

/** Nothing is chosen without rules, so there is nothing to keep then. */
async function locksFor(
  locked: string | undefined,
  sources: RuleSources | undefined,
  environment: Pick<Environment, "host">,
): Promise<((profile: CompiledProfile) => LockedVersions) | undefined> {
  if (locked === undefined) return undefined;
  if (sources === undefined) {
    const args = { first: "--locked", second: "--no-rules" };
    throw new UsageError(diagnostic("options-exclude-each-other", noSpan, args));
  }
  const { locksOf } = await import("./locked-software.ts");
  return locksOf({ locked }, environment);
}
