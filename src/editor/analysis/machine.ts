/** What rules, the model of machines and the backends say of a profile, one after the other as `vmcs check` does it. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import { buildProfile } from "../../pipeline/build-profile.ts";
import { describesMachine } from "../../pipeline/describes-machine.ts";
import { judgeProfile } from "../../pipeline/rules/judge-profile.ts";
import { repositoriesFor } from "../../pipeline/rules/repositories-for.ts";
import type { RuleSet } from "../../pipeline/rules/rule-set.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { AnalysedProfile } from "./profiles.ts";

/** Nothing is written that could tell what it came from. */
const noDigest = `sha256:${"0".repeat(64)}`;

export function diagnoseMachine(
  workspace: Workspace,
  profile: AnalysedProfile,
  rules: RuleSet | undefined,
): readonly Diagnostic[] {
  const compiled = compiledProfile(profile);
  if (!profile.isSound || compiled === undefined) return [];
  const judged = judgedBy(compiled, rules, workspace.settingsOf(profile.file).dialect);
  if (!judged.isSound || !describesMachine(compiled)) return judged.diagnostics;
  const { target } = workspace.settingsOf(profile.file);
  // A secret that cannot be read here may well be there on the host.
  const readSecret = (): string => "secret";
  const { diagnostics } = buildProfile(judged.profile, noDigest, { ...target, readSecret });
  return [...judged.diagnostics, ...diagnostics];
}

/** As rules want it; undefined if the evaluation came to no configuration. */
export function compiledProfile(profile: AnalysedProfile): CompiledProfile | undefined {
  const { root, provenance } = profile;
  return root === undefined || provenance === undefined
    ? undefined
    : { ...profile, root, provenance };
}

interface Judged {
  readonly profile: CompiledProfile;
  readonly diagnostics: readonly Diagnostic[];
  readonly isSound: boolean;
}

function judgedBy(
  profile: CompiledProfile,
  rules: RuleSet | undefined,
  dialect: "vmcs" | "pan",
): Judged {
  const mayJudge = rules?.isSound ?? dialect === "vmcs";
  if (!mayJudge) return { profile, diagnostics: [], isSound: rules === undefined };
  const repositories = rules === undefined ? [] : repositoriesFor(profile, rules);
  const { resolved, diagnostics } = judgeProfile(profile, repositories, undefined);
  return { profile: resolved.profile, diagnostics, isSound: resolved.isSound };
}
