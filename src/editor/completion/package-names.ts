/** Packages of the rule repositories that project files name, and their versions. */

import { unescapeKey } from "../../pan/tree/escape.ts";
import { loadRepository } from "../../rules/repository/load-repository.ts";
import type { PackageSource } from "../../rules/repository/package-source.ts";
import { compileOptions } from "../analysis/compile-options.ts";
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

/** Repositories are read when they are first asked for, and again when a file of theirs has changed. */
export class KnownPackages {
  private readonly workspace: Workspace;
  private readonly kept = new Map<string, PackageSource>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
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
      return settings.rules.map((directory) => this.read(directory, settings));
    };
    return {
      names: () => [...new Set(sources().flatMap((source) => [...source.names()]))].sort(),
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
