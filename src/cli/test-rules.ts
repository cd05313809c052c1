/** What rules make of the profiles of tests: as a build has it, with everything that it adds in words. */

import { directoryOf } from "../host/path.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import type { CompileOptions } from "../pan/compiler/options.ts";
import { chosenVersions } from "../pipeline/rules/additions.ts";
import { repositoriesFor } from "../pipeline/rules/repositories-for.ts";
import { hasRules, resolveProfile } from "../pipeline/rules/resolve-profile.ts";
import { loadRuleSet, type RuleSet, type RuleSources } from "../pipeline/rules/rule-set.ts";
import { reportResolution } from "../rules/explain/resolution-report.ts";
import { placesIn } from "../show/places.ts";
import { resolutionText } from "../show/resolution-text.ts";
import type { CompletedProfile } from "../testing/test-setting.ts";
import type { Environment } from "./command.ts";
import { packagedTemplates } from "./packaged-templates.ts";

/** `root` is the project's directory: texts name files from there. */
export function profileCompleter(
  sources: RuleSources | undefined,
  options: CompileOptions,
  root: string,
  { host, templates }: Environment,
): (profile: CompiledProfile) => Promise<CompletedProfile> {
  let loading: Promise<RuleSet> | undefined;
  return async (profile) => {
    if (sources === undefined) return untouched(profile);
    loading ??= loadRuleSet(host, sources, options, templates);
    const set = await loading;
    if (!set.isSound) return { ...untouched(profile), diagnostics: set.diagnostics };
    const repositories = repositoriesFor(profile, set);
    if (!hasRules(profile, repositories)) return untouched(profile);
    const { profile: completed, result, diagnostics } = resolveProfile(profile, repositories);
    if (result === undefined) return { ...untouched(profile), diagnostics };
    const places = placesIn((file) => set.text(file) ?? host.readText(file), root);
    const paths = chosenVersions(result.resolved).map(({ key }) => `/software/packages/${key}`);
    const report = reportResolution(result.input, result.resolved);
    const text = resolutionText(profile.name, report, places, new Set(paths));
    return { profile: completed, text: portable(text), diagnostics };
  };
}

function untouched(profile: CompiledProfile): CompletedProfile {
  return { profile, text: `${profile.name}: nothing to add.\n`, diagnostics: [] };
}

/** Where the program is installed is nothing that a snapshot should know. */
function portable(text: string): string {
  return text.replaceAll(`${directoryOf(packagedTemplates)}/`, "vmcs:");
}
