/** What the options of `vmcs lint` say of rules, files and the include path. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { normalizePath } from "../host/path.ts";
import { noIncludePath, type TemplateFinder } from "../pan/linter/file-set.ts";
import type { RuleId } from "../pan/linter/rule.ts";
import {
  defaultSettings,
  onlyRules,
  type RuleSettings,
  ruleOf,
  ruleSettings,
  unknownRule,
} from "../pan/linter/settings.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { needDirectory } from "./need-directory.ts";
import { UsageError } from "./usage-error.ts";

export interface RawRuleSettings {
  readonly rule: readonly string[];
  readonly disable: readonly string[];
  readonly severity: readonly string[];
}

/** What the project says of rules, where it says anything. */
export function projectRules(project: Project | undefined): RuleSettings {
  const { lint } = project?.settings ?? {};
  if (project === undefined || lint === undefined) return defaultSettings;
  const { settings, diagnostics } = ruleSettings(lint, defaultSettings, (id) =>
    project.spanOf("lint", id),
  );
  refuse(diagnostics);
  return settings;
}

/** `base` is what holds where the options say nothing: the project's settings, or those of the rules. */
export function settingsOf(
  { rule, disable, severity }: RawRuleSettings,
  base: RuleSettings,
): RuleSettings {
  const changes: [string, string][] = severity.flatMap(splitList).map((change) => {
    const [id = "", given = ""] = change.split("=", 2);
    return [id, given];
  });
  for (const id of disable.flatMap(splitList)) changes.push([id, "off"]);
  const { settings, diagnostics } = ruleSettings(Object.fromEntries(changes), base);
  refuse(diagnostics);
  const only = rule.flatMap(splitList);
  refuse(only.filter((id) => ruleOf(id) === undefined).map((id) => unknownRule(id, noSpan)));
  return only.length === 0 ? settings : onlyRules(only as RuleId[], settings);
}

/** Where templates of the include path are; each directory is asked once for a name. */
export function templateFinder(
  directories: readonly string[],
  { host }: Environment,
): TemplateFinder {
  if (directories.length === 0) return noIncludePath;
  const includePath = directories
    .flatMap((list) => list.split(":"))
    .filter((directory) => directory !== "")
    .map((directory) => normalizePath(host.resolve(directory)));
  for (const directory of includePath) needDirectory(host, "include", directory);
  const places = (name: string): readonly string[] =>
    includePath.flatMap((directory) =>
      [".pan", ".tpl"].map((extension) => `${directory}/${name}${extension}`),
    );
  const found = new Map<string, string | undefined>();
  return {
    find(name) {
      if (!found.has(name))
        found.set(
          name,
          places(name).find((path) => host.kind(path) === "file"),
        );
      return found.get(name);
    },
    isOnPath: (path, name) => places(name).includes(path),
  };
}

function splitList(text: string): readonly string[] {
  return text.split(",").filter((part) => part !== "");
}

function refuse([first, ...more]: readonly Diagnostic[]): void {
  if (first !== undefined) throw new UsageError(first, ...more);
}
