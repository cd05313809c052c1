/** Which rules are used, and how much their findings matter. */

import { definitions } from "../../diagnostics/codes.ts";
import type { Severity } from "../../diagnostics/definition.ts";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { closestName } from "../../text/did-you-mean.ts";
import { noSpan, type Span } from "../../text/span.ts";
import type { LintRule, RuleId } from "./rule.ts";
import { lintRules } from "./rules/registry.ts";

export type RuleSeverity = Severity | "off";

export type RuleSettings = ReadonlyMap<RuleId, RuleSeverity>;

const ruleSeverities: readonly RuleSeverity[] = ["off", "info", "warning", "error"];

/** What holds where nothing else is said. */
export const defaultSettings: RuleSettings = new Map(
  lintRules.map((rule) => [rule.id, rule.off === true ? "off" : definitions[rule.id].severity]),
);

export interface SettingsResult {
  readonly settings: RuleSettings;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Settings with some of them changed: a map from ids to severities, as a project file has it. What is wrong in the
 * map is reported, at the place that `spanOf` gives for an id.
 */
export function ruleSettings(
  changes: Readonly<Record<string, string>>,
  base: RuleSettings = defaultSettings,
  spanOf: (id: string) => Span = () => noSpan,
): SettingsResult {
  const settings = new Map(base);
  const diagnostics: Diagnostic[] = [];
  for (const [id, given] of Object.entries(changes)) {
    const rule = ruleOf(id);
    const severity = ruleSeverities.find((known) => known === given);
    if (rule === undefined) diagnostics.push(unknownRule(id, spanOf(id)));
    else if (severity === undefined) {
      diagnostics.push(diagnostic("lint-severity-invalid", spanOf(id), { given }));
    } else settings.set(rule.id, severity);
  }
  return { settings, diagnostics };
}

/** Settings in which only some rules are used; those that are off unless asked for are used with their own severity. */
export function onlyRules(ids: readonly RuleId[], base: RuleSettings): RuleSettings {
  const wanted = new Set<string>(ids);
  return new Map(
    [...base].map(([id, severity]) => {
      if (!wanted.has(id)) return [id, "off"];
      return [id, severity === "off" ? definitions[id].severity : severity];
    }),
  );
}

export function ruleOf(id: string): LintRule | undefined {
  return lintRules.find((rule) => rule.id === id);
}

export function unknownRule(id: string, span: Span): Diagnostic {
  const guess = closestName(
    id,
    lintRules.map((rule) => rule.id),
  );
  const help = guess === undefined ? undefined : `Did you mean \`${guess}\`?`;
  return diagnostic("lint-rule-unknown", span, { id }, { help });
}
