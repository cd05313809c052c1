/** The repositories that a command resolves with: loaded once, used for every description. */

import { type Diagnostic, diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { displayPath } from "../../host/path.ts";
import type { CompileOptions } from "../../pan/compiler/options.ts";
import type { TemplateCaches } from "../../pan/compiler/template-store.ts";
import { checkRepositories } from "../../rules/check/check-repositories.ts";
import { listedPackages } from "../../rules/repository/listed-packages.ts";
import { loadRepository, type Repository } from "../../rules/repository/load-repository.ts";
import type { PackageSource } from "../../rules/repository/package-source.ts";
import { pan } from "../../rules/versions/pan.ts";
import { noSpan } from "../../text/span.ts";
import { loadPackages } from "./package-list.ts";

/** Where rules and packages are; absolute paths. */
export interface RuleSources {
  /** Directories with rule repositories. */
  readonly repositories: readonly string[];
  /** Indexes and package lists. */
  readonly packages: readonly string[];
  /** A repository whose laws hold, and whose packages and suggestions are left alone. */
  readonly laws: string | undefined;
  /** Where indexes of package lists are kept; undefined if there is no place for them. */
  readonly cache?: string | undefined;
}

export interface RuleSet {
  /** Those that were named. */
  readonly repositories: readonly Repository[];
  /** Packages of the lists that were named. */
  readonly lists: readonly PackageSource[];
  /** The laws of machines; loaded when they are first asked for, as not every description is of a machine. */
  readonly laws: () => Repository | undefined;
  /** Directories on which templates of the repositories are found. */
  readonly includePath: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether nothing of it is missing; else whatever is resolved by it would be a guess. */
  readonly isSound: boolean;
  readonly text: (path: string) => string | undefined;
}

/** `templates`: those of earlier compilations in this process. */
export async function loadRuleSet(
  host: Host,
  sources: RuleSources,
  options: CompileOptions,
  templates?: TemplateCaches,
): Promise<RuleSet> {
  // Old spellings in a repository are no news to whoever only uses it; `vmcs check` of its files tells them.
  const quiet = {
    ...options,
    dialect: "vmcs",
    deprecationWarnings: "off",
    debugs: () => false,
  } as const;
  const cache = templates?.("rules");
  const load = (directory: string): Repository =>
    loadRepository({ host, directory, options: quiet, cache });
  const named = sources.repositories.map(load);
  const diagnostics = named.flatMap((repository) => repository.diagnostics);
  for (const [i, { templateCount }] of named.entries()) {
    const path = displayPath(host.currentDirectory, sources.repositories[i] ?? "");
    if (templateCount === 0) diagnostics.push(diagnostic("repository-empty", noSpan, { path }));
  }
  let laws: Repository | undefined;
  const lists: Repository[] = [];
  for (const path of sources.packages) {
    const shown = displayPath(host.currentDirectory, path);
    const { packages, diagnostics: found } = await loadPackages(host, path, shown, sources.cache);
    diagnostics.push(...found);
    if (packages !== undefined) lists.push({ ...nothing(), packages });
  }
  const repositories = [...named, ...lists];
  // A list of packages has no rules that could be wrong, and very many names.
  if (named.length > 0) diagnostics.push(...checkRepositories(repositories));
  return {
    repositories,
    lists: lists.map(({ packages }) => packages),
    laws: () => {
      if (sources.laws !== undefined) laws ??= onlyLaws(load(sources.laws));
      return laws;
    },
    includePath: [...new Set(named.flatMap(({ includePath }) => includePath))],
    diagnostics,
    isSound: !hasErrors(diagnostics),
    text: (path) =>
      firstDefined(repositories, (repository) => repository.text(path)) ?? laws?.text(path),
  };
}

/** What must hold everywhere; which packages there are, and what is best, is a site's own decision. */
function onlyLaws({ rules, text }: Repository): Repository {
  return { ...nothing(), rules: rules.filter(({ kind }) => kind !== "suggest"), text };
}

function nothing(): Repository {
  return {
    packages: listedPackages("", pan, []),
    templateCount: 0,
    rules: [],
    includePath: [],
    diagnostics: [],
    text: () => undefined,
  };
}

function firstDefined<Item, Result>(
  items: readonly Item[],
  get: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = get(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
