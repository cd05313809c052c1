/**
 * From a description to all that the page shows. The same functions as those of `vmcs build` make it, so that the files
 * here are, byte for byte, the files there.
 */

import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { compileOptions } from "../../src/editor/analysis/compile-options.ts";
import type { Host } from "../../src/host/host.ts";
import type { TemplateCache } from "../../src/pan/compiler/template-store.ts";
import { compileHistories, type ProfileHistory } from "../../src/pan/history/profile-history.ts";
import { buildProfile } from "../../src/pipeline/build-profile.ts";
import { describesMachine } from "../../src/pipeline/describes-machine.ts";
import { additionsOf, chosenVersions } from "../../src/pipeline/rules/additions.ts";
import { resolveBySet } from "../../src/pipeline/rules/resolve-by-set.ts";
import type { ResolvedProfile } from "../../src/pipeline/rules/resolve-profile.ts";
import { loadRuleSet, type RuleSet } from "../../src/pipeline/rules/rule-set.ts";
import { sourceDigest } from "../../src/pipeline/source-digest.ts";
import { reportResolution } from "../../src/rules/explain/resolution-report.ts";
import { type Places, placesIn } from "../../src/show/places.ts";
import { resolutionPan } from "../../src/show/resolution-pan.ts";
import { resolutionText } from "../../src/show/resolution-text.ts";
import { backends } from "../../src/spawn/registry.ts";
import type { Built, BuiltProfile, Description, Output } from "../messages.ts";
import { absolute, home, laws, repositoryDirectory, shown, templates } from "../paths.ts";
import { playgroundHost } from "./host.ts";
import { problemOf, sortedProblems } from "./problem.ts";
import { sha256 } from "./sha256.ts";
import { plainTree } from "./tree.ts";

/** What is kept of a build, for those who ask afterwards. */
export interface Build {
  readonly host: Host;
  readonly description: Description;
  readonly set: RuleSet;
  readonly profiles: ReadonlyMap<string, KeptProfile>;
  readonly text: (path: string) => string | undefined;
  /** With names as the page has them. */
  readonly places: Places;
}

export interface KeptProfile {
  readonly history: ProfileHistory;
  /** Undefined where no rule speaks of it. */
  readonly resolved: ResolvedProfile | undefined;
}

/** Of earlier builds: from one change to the next most templates are the same. */
const caches = new Map<string, TemplateCache>();

function compiled(purpose: string): TemplateCache {
  const cache = caches.get(purpose) ?? new Map();
  caches.set(purpose, cache);
  return cache;
}

export async function buildDescription(
  description: Description,
): Promise<{ readonly build: Build; readonly built: Built }> {
  const host = playgroundHost(description);
  const options = compileOptions({ dialect: "vmcs" }, [home, templates]);
  const set = await loadRuleSet(host, ruleSources(description, host), options, compiled);
  const found: Diagnostic[] = [...set.diagnostics];
  const kept = new Map<string, KeptProfile>();
  const { text, diagnostics } = compileHistories({
    host,
    files: profileFiles(description),
    options: { ...options, includePath: [home, ...set.includePath, templates] },
    print: () => undefined,
    cache: compiled("profiles"),
    onProfile: (history) => {
      const resolved = history.state === "sound" ? resolveBySet(history.profile, set) : undefined;
      found.push(...(resolved?.diagnostics ?? []));
      kept.set(history.profile.name, { history, resolved });
    },
  });
  found.push(...diagnostics);
  const anyText = (path: string): string | undefined => text(path) ?? set.text(path);
  const places = shownPlaces(placesIn(anyText, "/"));
  const build = { host, description, set, profiles: kept, text: anyText, places };
  const profiles = [...kept.values()].map((profile) => builtProfile(profile, build, found));
  return { build, built: { profiles, problems: sortedProblems(found, places) } };
}

/** All files but those of the description's own repositories. */
function profileFiles({ files, repositories }: Description): readonly string[] {
  const own = repositories.map((name) => `${repositoryDirectory(name)}/`);
  const paths = files.map(({ name }) => absolute(name));
  return paths.filter((path) => !own.some((directory) => path.startsWith(directory)));
}

function ruleSources({ repositories }: Description, host: Host) {
  const all = [...new Set(repositories.map(repositoryDirectory))];
  const named = all.filter((path) => host.kind(path) === "directory");
  return { repositories: named, packages: [], laws: named.includes(laws) ? undefined : laws };
}

/** The profile as it is spawned, and what rules have added to it. */
export function completedProfile({ history, resolved }: KeptProfile) {
  const profile = resolved?.profile ?? history.profile;
  const additions = resolved?.result === undefined ? [] : additionsOf(resolved.result.resolved);
  return { profile, additions };
}

export function digestOf(kept: KeptProfile, host: Host): string {
  const { profile, additions } = completedProfile(kept);
  return sourceDigest(profile, additions, host, sha256);
}

/** Secrets are on the host of the machine; here a word stands for them. */
export const readSecret = (): string => "(secret)";

function builtProfile(kept: KeptProfile, build: Build, found: Diagnostic[]): BuiltProfile {
  const { history, resolved } = kept;
  const { profile } = completedProfile(kept);
  const isSound =
    history.state === "sound" &&
    !(resolved?.diagnostics ?? []).some(({ severity }) => severity === "error");
  const isMachine = describesMachine(profile);
  const spawned = isSound && isMachine ? spawn(kept, build, found) : { outputs: [], refusals: {} };
  return {
    name: profile.name,
    state: history.state,
    tree: plainTree(profile.root),
    isMachine,
    resolution: resolutionOf(kept, build),
    ...spawned,
  };
}

/** Each backend by itself, so that one that cannot have the machine leaves the others alone. */
function spawn(
  kept: KeptProfile,
  { host, description: { xenRelease }, places }: Build,
  found: Diagnostic[],
): Pick<BuiltProfile, "outputs" | "refusals"> {
  const { profile } = completedProfile(kept);
  const digest = digestOf(kept, host);
  const buildFor = (names: readonly string[]) =>
    buildProfile(profile, digest, { backends: names, xenRelease, readSecret });
  const plain = buildFor([]);
  found.push(...plain.diagnostics);
  const skeletons = plain.files.map(outputOf("skeleton"));
  const outputs: Output[] = [...skeletons];
  const refusals: Record<string, BuiltProfile["refusals"][string]> = {};
  if (plain.models.length === 0) return { outputs, refusals };
  const known = new Set(skeletons.map(({ name }) => name));
  for (const { name } of backends) {
    const { files, diagnostics } = buildFor([name]);
    const made = files.filter((file) => !known.has(file.name)).map(outputOf(name));
    outputs.push(...made.toSorted((a, b) => Number(isPart(a)) - Number(isPart(b))));
    const own = diagnostics.filter((one) => !plain.diagnostics.some((it) => isSame(it, one)));
    // The machine is described for Xen unless somebody looks at another platform.
    if (name === "xen") found.push(...own);
    refusals[name] = own.map((one) => problemOf(one, places));
  }
  return { outputs, refusals };
}

/** Files of a single skeleton; what is made of them all comes before them. */
function isPart({ name }: Output): boolean {
  return /\.(?:network|system|storage|software)\.xl$/.test(name);
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  const at = one.span.file === other.span.file && one.span.start === other.span.start;
  return at && one.code === other.code && one.message === other.message;
}

function outputOf(writer: string) {
  return ({ name, content }: { readonly name: string; readonly content: string }): Output => ({
    writer,
    name,
    text: content,
  });
}

function resolutionOf(
  { history, resolved }: KeptProfile,
  { places }: Build,
): BuiltProfile["resolution"] {
  if (resolved === undefined) return undefined;
  if (resolved.result === undefined) {
    return { text: "What the rules say cannot be had; see the problems.\n", pan: "" };
  }
  const { input, resolved: outcome } = resolved.result;
  const report = reportResolution(input, outcome);
  const open = chosenVersions(outcome).map(({ key }) => `/software/packages/${key}`);
  const chosen = new Set(open);
  const { name, file } = history.profile;
  return {
    text: resolutionText(name, report, places, chosen),
    pan: resolutionPan(shown(file), report, chosen),
  };
}

/** Places with names as the page has them. */
function shownPlaces(places: Places): Places {
  return {
    of(span) {
      const place = places.of(span);
      return place === undefined ? undefined : { ...place, file: shown(`/${place.file}`) };
    },
  };
}
