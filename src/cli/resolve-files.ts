/** What resolve, suggest, rectify and why have in common: descriptions are compiled, and resolved by repositories. */

import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import { noneLocked } from "../pipeline/rules/locked-versions.ts";
import { partialProfiles } from "../pipeline/rules/partial-profiles.ts";
import { repositoriesFor } from "../pipeline/rules/repositories-for.ts";
import {
  type ResolutionResult,
  type ResolveOptions,
  resolveProfile,
} from "../pipeline/rules/resolve-profile.ts";
import { loadRuleSet, type RuleSet, type RuleSources } from "../pipeline/rules/rule-set.ts";
import type { LockedVersion } from "../rules/resolve/resolution-input.ts";
import type { Environment } from "./command.ts";
import type { RawCompileOptions } from "./compile-options.ts";
import { locksOf } from "./locked-software.ts";
import { refuseNoWords } from "./nothing-built.ts";
import { type InputWords, inputWords } from "./project.ts";
import type { RawLocked, RawRuleOptions } from "./rule-options.ts";
import { type Preparation, prepareCompile, runCompile, withIncludePath } from "./run-compile.ts";

export interface RawResolveOptions extends RawCompileOptions, RawRuleOptions, RawLocked {}

export interface ResolveRequest {
  readonly input: InputWords;
  readonly raw: RawResolveOptions;
  readonly sources: RuleSources;
  readonly mode: NonNullable<ResolveOptions["mode"]>;
  /** Whether descriptions may lack what they need. */
  readonly isPartial: boolean;
}

/** A description and what became of it. */
export interface ResolvedFile {
  /** As it was compiled. */
  readonly given: CompiledProfile;
  /** With the configuration that the rules complete. */
  readonly completed: CompiledProfile;
  readonly result: ResolutionResult;
  readonly locked: ReadonlyMap<string, LockedVersion>;
}

export interface ResolvedFiles {
  /** Those without errors, in the order in which they were compiled. */
  readonly resolved: readonly ResolvedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly text: (path: string) => string | undefined;
  readonly prepared: Preparation;
  readonly set: RuleSet;
}

export async function resolveFiles(
  request: ResolveRequest,
  environment: Environment,
): Promise<ResolvedFiles> {
  const { input, raw, sources } = request;
  const { host } = environment;
  const locks = await locksOf(raw, environment);
  const plain = await prepareCompile(input, raw, environment, true);
  const set = await loadRuleSet(host, sources, plain.options, environment.templates);
  const prepared = { ...plain, options: withIncludePath(plain.options, set.includePath) };
  const compiled = compileAll(request, prepared, environment);
  const diagnostics = [...set.diagnostics, ...compiled.diagnostics];
  const resolved: ResolvedFile[] = [];
  for (const given of set.isSound ? compiled.profiles : []) {
    const earlier = locks?.(given) ?? noneLocked;
    diagnostics.push(...earlier.diagnostics);
    if (hasErrors(earlier.diagnostics)) continue;
    const options = { mode: request.mode, locked: earlier.versions };
    const outcome = resolveProfile(given, repositoriesFor(given, set), options);
    diagnostics.push(...outcome.diagnostics);
    const { profile: completed, result } = outcome;
    if (result !== undefined) {
      resolved.push({ given, completed, result, locked: earlier.versions });
    }
  }
  const text = (path: string): string | undefined => compiled.text(path) ?? set.text(path);
  return { resolved, diagnostics, text, prepared, set };
}

interface Compiled {
  readonly profiles: readonly CompiledProfile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly text: (path: string) => string | undefined;
}

function compileAll(
  { raw, isPartial }: ResolveRequest,
  prepared: Preparation,
  environment: Environment,
): Compiled {
  if (isPartial) {
    const { files, options, diagnostics, templates } = prepared;
    const partial = partialProfiles(environment.host, files, options, templates);
    return { ...partial, diagnostics: [...diagnostics, ...partial.diagnostics] };
  }
  const profiles: CompiledProfile[] = [];
  const run = runCompile(prepared, raw, environment, (profile) => profiles.push(profile));
  return { profiles, diagnostics: run.diagnostics, text: run.text };
}

/** The words behind those that a command takes for itself; without any, the project's. */
export function filesOf(words: readonly string[], project: Project | undefined): InputWords {
  const input = inputWords(words, project);
  refuseNoWords(input);
  return input;
}
