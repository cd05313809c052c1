/** The options that name rule repositories and packages. */

import type { Command } from "commander";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import type { RuleSources } from "../pipeline/rules/rule-set.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { repeatable } from "./common-options.ts";
import { needDirectory } from "./need-directory.ts";
import { inGroup } from "./option-groups.ts";
import { packagedFolder } from "./packaged-templates.ts";
import { UsageError } from "./usage-error.ts";
import { cacheDirectory } from "./user-directories.ts";

/** Values as commander gives them. */
export interface RawRuleOptions {
  /** `false`: no rules at all. */
  readonly rules: readonly string[] | false;
  readonly packages: readonly string[];
}

export function addRuleOptions(command: Command): Command {
  return inGroup(command, "rules", (group) =>
    group
      .addOption(
        repeatable(
          "--rules <dir>",
          "directory with a rule repository; repeatable",
          "the project's",
        ),
      )
      .addOption(
        repeatable(
          "--packages <file>",
          "index of packages, or Packages file of Debian; repeatable",
          "the project's",
        ),
      ),
  );
}

/** Where check and build run rules by themselves, they can be told not to. */
export function addNoRules(command: Command): Command {
  return inGroup(command, "rules", (group) =>
    group.option("--no-rules", "look at no rules at all"),
  );
}

/** Where an earlier build's versions are, as commander gives it. */
export interface RawLocked {
  readonly locked?: string;
}

export function addLocked(command: Command): Command {
  return inGroup(command, "rules", (group) =>
    group.option(
      "--locked <dir>",
      "keep the versions of the software skeletons in a directory where that is possible",
    ),
  );
}

/** The laws of machines that come with the package. */
const packagedLaws = packagedFolder("rules/rr");

/** What is best, by workload, as it comes with the package. */
const packagedAdvice = packagedFolder("rules/sr");

/** Both, and where indexes are kept, for whoever goes by project files alone. */
export function packagedRules({ host }: Pick<Environment, "host">) {
  return { laws: packagedLaws, advice: packagedAdvice, cache: indexCache(host) };
}

/**
 * The sources of rules.
 *
 * Every machine is held to the laws of the packaged repository, as they are true of all machines: which hardware runs
 * which guest. Its packages and suggestions are taken only where the repository is named, since what a machine
 * consists of must not change because of an example that came with the program.
 */
export function ruleSources(
  { rules, packages }: RawRuleOptions,
  laws: boolean,
  { host }: Environment,
): RuleSources {
  const directories = rules === false ? [] : rules;
  for (const path of directories) needDirectory(host, "rule", path);
  for (const path of packages) {
    if (host.kind(path) === "file") continue;
    throw new UsageError(diagnostic("file-missing", noSpan, { path }));
  }
  const repositories = [...new Set(directories.map((path) => host.resolve(path)))];
  const hasLaws = laws && !repositories.includes(packagedLaws);
  return {
    repositories,
    packages: [...new Set(packages.map((path) => host.resolve(path)))],
    laws: hasLaws && host.kind(packagedLaws) === "directory" ? packagedLaws : undefined,
    cache: packages.length > 0 ? indexCache(host) : undefined,
  };
}

/** In the user's cache, beside the states of builds. */
function indexCache(host: Environment["host"]): string | undefined {
  const cache = cacheDirectory(host);
  return cache === undefined ? undefined : `${cache}/packages`;
}

/** Undefined where the command line wants no rules at all. */
export function ruleSourcesIfWanted(
  raw: RawRuleOptions,
  laws: boolean,
  environment: Environment,
): RuleSources | undefined {
  return raw.rules === false ? undefined : ruleSources(raw, laws, environment);
}

/** As those of `ruleSources`; where no repository is named, advice can be had from that of the package. */
export function adviceSources(
  raw: RawRuleOptions,
  laws: boolean,
  environment: Environment,
): RuleSources {
  const sources = ruleSources(raw, laws, environment);
  const isAnyNamed = sources.repositories.length > 0 || raw.rules === false;
  if (isAnyNamed || environment.host.kind(packagedAdvice) !== "directory") return sources;
  return { ...sources, repositories: [packagedAdvice] };
}

export function wantsLaws(project: Project | undefined): boolean {
  return project?.settings.packagedRules ?? true;
}
