/** Runs the linter on examples, with what most tests leave alone. */
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import type { TemplateFinder } from "../../../../src/pan/linter/file-set.ts";
import { type LintOptions, lint } from "../../../../src/pan/linter/lint.ts";
import type { Example, LintRule, RuleId } from "../../../../src/pan/linter/rule.ts";
import { lintRules } from "../../../../src/pan/linter/rules/registry.ts";
import { defaultSettings, onlyRules } from "../../../../src/pan/linter/settings.ts";
import type { LintInput } from "../../../../src/pan/linter/source-file.ts";

export function filesOf(example: Example): readonly LintInput[] {
  const files = typeof example === "string" ? { "example.pan": example } : example;
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

export function optionsFor(
  files: readonly LintInput[],
  changes: Partial<LintOptions> = {},
): LintOptions {
  return {
    dialect: "vmcs",
    settings: defaultSettings,
    complete: true,
    placeholders: false,
    ignoredComponents: new Set(),
    finder: finderOf(files),
    ...changes,
  };
}

/** Findings of all rules that are used, or of some only. */
export function lintExample(example: Example, ids: readonly RuleId[] = []): readonly Diagnostic[] {
  const files = filesOf(example);
  const settings = ids.length === 0 ? defaultSettings : onlyRules(ids, defaultSettings);
  return lint(files, optionsFor(files, { settings }));
}

/** Ids and lines, as `LP001:3`. */
export function shortly(text: string, ids: readonly RuleId[] = []): readonly string[] {
  const lineOf = (offset: number): number => text.slice(0, offset).split("\n").length;
  return lintExample(text, ids).map(({ code, span }) => `${code}:${lineOf(span.start)}`);
}

/** The rules that panlint has too. */
export const panlintIds: readonly RuleId[] = lintRules
  .map(({ id }: LintRule) => id)
  .filter((id) => !id.startsWith("VP"));

/** The include path `first:second`, as far as the files are in these directories. */
function finderOf(files: readonly LintInput[]): TemplateFinder {
  const places = (name: string): readonly string[] =>
    ["first", "second"].map((directory) => `${directory}/${name}.pan`);
  return {
    find: (name) => places(name).find((path) => files.some((file) => file.path === path)),
    isOnPath: (path, name) => places(name).includes(path),
  };
}
