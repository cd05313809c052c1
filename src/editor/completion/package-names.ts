/** Packages of the rule repositories that the workspace's project names, and their versions. */

import { initialData } from "../../pan/compiler/initial-data.ts";
import { InvariantError } from "../../base/invariant.ts";
import { unescapeKey } from "../../pan/tree/escape.ts";
import { loadRepository } from "../../rules/repository/load-repository.ts";
import type { PackageSource } from "../../rules/repository/package-source.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Read when they are first asked for, and again when the workspace has changed there. */
export class PackageNames {
  private readonly workspace: Workspace;
  private sources: readonly PackageSource[] = [];
  private directories = "";
  private isOld = true;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** A file has changed: what was read from its repository does not hold any more. */
  changed(path: string): void {
    const { rules } = this.workspace.settings;
    if (rules.some((directory) => path.startsWith(`${directory}/`))) this.isOld = true;
  }

  names(): readonly string[] {
    this.read();
    return [...new Set(this.sources.flatMap((source) => [...source.names()]))].sort();
  }

  /** The latest version first. */
  versions(name: string): readonly string[] {
    this.read();
    const wanted = unescapeKey(name) ?? name;
    const versions = this.sources.flatMap((source) =>
      source.named(wanted).map((number) => source.versionOf(number)),
    );
    return [...new Set(versions)];
  }

  /** The repositories that have a package, by their names. */
  repositoriesOf(name: string): readonly string[] {
    this.read();
    return this.sources.filter((source) => source.named(name).length > 0).map((one) => one.name);
  }

  private read(): void {
    const { rules } = this.workspace.settings;
    const directories = rules.join("\n");
    if (!this.isOld && directories === this.directories) return;
    this.isOld = false;
    this.directories = directories;
    this.sources = rules.map((directory) => readPackages(this.workspace, directory));
  }
}

function readPackages(workspace: Workspace, directory: string): PackageSource {
  const { dialect } = workspace.settings;
  const options = {
    dialect,
    includePath: workspace.includePath,
    maxIteration: 10_000,
    maxRecursion: 50,
    deprecationWarnings: "off" as const,
    initialData: initialData(undefined, dialect, () => {
      throw new InvariantError("no initial data was refused");
    }),
    debugs: () => false,
    build: true,
  };
  return loadRepository({ host: workspace.sources(), directory, options }).packages;
}
