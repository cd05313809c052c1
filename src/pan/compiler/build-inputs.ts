/** What the build of a profile has asked for: kept with its answer, as the profile depends on it. */

import type { FoundFile } from "../evaluator/services.ts";
import type { ProfileBuild } from "./profile-build.ts";
import type { SourceLookup } from "./source-lookup.ts";
import { textDependency } from "./template-dependency.ts";
import type { TemplateRepository } from "./template-repository.ts";

/** What a build comes to depend on, and what it says. */
export type BuildInputs = Pick<
  ProfileBuild,
  "lookedUp" | "lookups" | "texts" | "diagnostics" | "isCyclic"
>;

export function note(lookups: Map<string, SourceLookup>, lookup: SourceLookup): void {
  lookups.set(`${lookup.kind} ${lookup.name} ${lookup.loadPath}`, lookup);
}

/** A file along the load path, as `file_contents` looks for it. */
export function findText(
  name: string,
  loadPath: readonly string[],
  repository: TemplateRepository,
  { lookedUp, lookups, texts }: BuildInputs,
): FoundFile | undefined {
  const { host } = repository;
  const found = repository.findText(name, loadPath);
  lookedUp.set(`text ${name} ${found?.path}`, textDependency(name, found?.directory));
  const isDirectory = found !== undefined && host.kind(found.path) === "directory";
  const kind = isDirectory ? "directory" : "text";
  note(lookups, { kind, name, loadPath: loadPath.join(":"), found: found?.path });
  if (found === undefined) return undefined;
  return {
    path: found.path,
    isDirectory,
    read(compression) {
      texts.add(found.path);
      return compression === "gzip" ? host.readGzip(found.path) : host.readText(found.path);
    },
  };
}
