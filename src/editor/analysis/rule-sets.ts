/**
 * The rules that profiles of a workspace are judged by: those of the project files, and the laws that come with vmcs.
 *
 * Package lists are read without blocking, so that sets are made ready by `prepare` and taken by `of`.
 */

import type { Host } from "../../host/host.ts";
import type { TemplateCache } from "../../pan/compiler/template-store.ts";
import { loadRuleSet, type RuleSet, type RuleSources } from "../../pipeline/rules/rule-set.ts";
import type { WorkspaceSettings } from "../workspace/settings.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { compileOptions } from "./compile-options.ts";

/** Directories of rules that come with vmcs, absolute. */
export interface PackagedRules {
  /** What every machine is held to. */
  readonly laws: string;
  /** What is suggested where a project names no repository. */
  readonly advice: string;
  /** Where indexes of package lists are kept; undefined if there is no place for them. */
  readonly cache?: string | undefined;
}

interface Kept {
  readonly set: RuleSet;
  readonly revision: number;
  readonly directories: readonly string[];
  readonly files: readonly string[];
}

export class RuleSets {
  private readonly workspace: Workspace;
  private readonly host: Host;
  private readonly packaged: PackagedRules | undefined;
  private readonly kept = new Map<string, Kept>();
  /** A repository is loaded again as soon as one of its templates changes. */
  private readonly templates: TemplateCache = new Map();

  constructor(workspace: Workspace, host: Host, packaged: PackagedRules | undefined) {
    this.workspace = workspace;
    this.host = host;
    this.packaged = packaged;
  }

  /** Reads what has not been read yet, and what has changed since. */
  async prepare(): Promise<void> {
    for (const settings of this.workspace.allSettings()) await this.load(settings, "judging");
  }

  /** What a file's profile is judged by; undefined if there is nothing, or it is not read yet. */
  of(path: string): RuleSet | undefined {
    const settings = this.workspace.settingsOf(path);
    return this.kept.get(keyOf(this.sources(settings, "judging")))?.set;
  }

  /** As `of`, with the suggestions of the packaged repository where a project names none. */
  async advising(path: string): Promise<RuleSet | undefined> {
    return await this.load(this.workspace.settingsOf(path), "advising");
  }

  private async load(
    settings: WorkspaceSettings,
    purpose: "judging" | "advising",
  ): Promise<RuleSet | undefined> {
    const sources = this.sources(settings, purpose);
    if (!hasAny(sources)) return undefined;
    const key = keyOf(sources);
    const known = this.kept.get(key);
    if (known !== undefined && !this.isOld(known)) return known.set;
    const { revision } = this.workspace;
    const host = { ...this.host, ...this.workspace.sources() };
    const options = compileOptions(settings, settings.library);
    const set = await loadRuleSet(host, sources, options, () => this.templates);
    const directories = [...sources.repositories, ...(sources.laws ? [sources.laws] : [])];
    this.kept.set(key, { set, revision, directories, files: sources.packages });
    return set;
  }

  private isOld({ revision, directories, files }: Kept): boolean {
    const { workspace } = this;
    return (
      workspace.hasChangedBelow(revision, directories) || workspace.haveChanged(revision, files)
    );
  }

  private sources(
    { dialect, rules, packages, packagedRules }: WorkspaceSettings,
    purpose: "judging" | "advising",
  ): RuleSources {
    const { packaged } = this;
    // What is open may not be on the disk yet.
    const host = this.workspace.sources();
    const isThere = (directory: string): boolean => host.kind(directory) === "directory";
    const isAdvised = purpose === "advising" && rules.length === 0;
    const advice = packaged !== undefined && isAdvised ? [packaged.advice] : rules;
    const repositories = advice.filter(isThere);
    // In our own dialect machines have laws.
    const laws = packagedRules && dialect === "vmcs" ? packaged?.laws : undefined;
    const isNamed = laws !== undefined && repositories.includes(laws);
    return {
      repositories,
      packages: packages.filter((path) => host.kind(path) === "file"),
      laws: laws !== undefined && !isNamed && isThere(laws) ? laws : undefined,
      cache: packages.length > 0 ? packaged?.cache : undefined,
    };
  }
}

function hasAny({ repositories, packages, laws }: RuleSources): boolean {
  return repositories.length > 0 || packages.length > 0 || laws !== undefined;
}

function keyOf({ repositories, packages, laws }: RuleSources): string {
  return JSON.stringify([repositories, packages, laws ?? ""]);
}
