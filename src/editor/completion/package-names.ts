/** Packages of the rule repositories and package lists that project files name, and their versions. */

import { unescapeKey } from "../../pan/tree/escape.ts";
import { loadRepository } from "../../rules/repository/load-repository.ts";
import type { PackageSource } from "../../rules/repository/package-source.ts";
import { compileOptions } from "../analysis/compile-options.ts";
import type { RuleSets } from "../analysis/rule-sets.ts";
import type { WorkspaceSettings } from "../workspace/settings.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What is known of packages where a file is. */
export interface PackageNames {
  readonly names: () => readonly string[];
  /** The latest version first. */
  readonly versions: (name: string) => readonly string[];
  /** The repositories that have a package, by their names. */
  readonly repositoriesOf: (name: string) => readonly string[];
}

/**
 * Repositories are read when they are first asked for, and again when a file of theirs has changed. Package lists are
 * those that profiles are judged by, when they have been read for that.
 */
export class KnownPackages {
  private readonly workspace: Workspace;
  private readonly rules: RuleSets | undefined;
  private readonly kept = new Map<string, PackageSource>();
  private sorted: { readonly of: readonly PackageSource[]; readonly names: readonly string[] } = {
    of: [],
    names: [],
  };

  constructor(workspace: Workspace, rules?: RuleSets) {
    this.workspace = workspace;
    this.rules = rules;
  }

  /** A file has changed: what was read from its repository does not hold any more. */
  changed(path: string): void {
    for (const directory of this.kept.keys()) {
      if (path.startsWith(`${directory}/`)) this.kept.delete(directory);
    }
  }

  /** By the settings of a file. */
  for(path: string): PackageNames {
    const sources = (): readonly PackageSource[] => {
      const settings = this.workspace.settingsOf(path);
      const lists = settings.packages.length === 0 ? [] : (this.rules?.of(path)?.lists ?? []);
      return [...settings.rules.map((directory) => this.read(directory, settings)), ...lists];
    };
    return {
      names: () => this.namesIn(sources()),
      versions(name) {
        const unescaped = unescapeKey(name);
        const wanted = "text" in unescaped ? unescaped.text : name;
        const versions = sources().flatMap((source) =>
          source.named(wanted).map((number) => source.versionOf(number)),
        );
        return [...new Set(versions)];
      },
      repositoriesOf: (name) =>
        sources()
          .filter((source) => source.named(name).length > 0)
          .map((one) => one.name),
    };
  }

  /** A distribution has very many, and they are asked for with each letter. */
  private namesIn(sources: readonly PackageSource[]): readonly string[] {
    const { of, names } = this.sorted;
    if (of.length === sources.length && of.every((one, i) => one === sources[i])) return names;
    const sorted = [...new Set(sources.flatMap((source) => [...source.names()]))].sort();
    this.sorted = { of: sources, names: sorted };
    return sorted;
  }

  private read(directory: string, settings: WorkspaceSettings): PackageSource {
    const known = this.kept.get(directory);
    if (known !== undefined) return known;
    const { workspace } = this;
    const options = {
      ...compileOptions(settings, workspace.includePathFor(`${directory}/`)),
      deprecationWarnings: "off" as const,
    };
    const { packages } = loadRepository({ host: workspace.sources(), directory, options });
    this.kept.set(directory, packages);
    return packages;
  }
}
