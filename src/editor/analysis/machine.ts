/** What rules, the model of machines and the backends say of a profile, one after the other as `vmcs check` does it. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import { buildVm } from "../../pipeline/build.ts";
import { describesMachine } from "../../pipeline/describes-machine.ts";
import { judgeProfile } from "../../pipeline/rules/judge-profile.ts";
import { repositoriesFor } from "../../pipeline/rules/repositories-for.ts";
import type { RuleSet } from "../../pipeline/rules/rule-set.ts";
import { noSpan } from "../../text/span.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { AnalysedProfile } from "./profiles.ts";

export function diagnoseMachine(
  workspace: Workspace,
  profile: AnalysedProfile,
  rules: RuleSet | undefined,
): readonly Diagnostic[] {
  const compiled = compiledProfile(profile);
  if (!profile.isSound || compiled === undefined) return [];
  const judged = judgedBy(compiled, rules, workspace.settingsOf(profile.file).dialect);
  if (!judged.isSound || !describesMachine(compiled)) return judged.diagnostics;
  const { diagnostics } = buildVm({
    profileName: profile.name,
    root: judged.profile.root,
    digest: `sha256:${"0".repeat(64)}`,
    // A secret that cannot be read here may well be there on the host.
    target: { ...workspace.settingsOf(profile.file).target, readSecret: () => "secret" },
    locate: (place) => compiled.provenance.origin(place)?.span ?? { ...noSpan, file: profile.file },
  });
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
