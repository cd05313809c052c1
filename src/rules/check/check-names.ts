/** Names of packages that rules speak of and that nobody has. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { closestName } from "../../text/did-you-mean.ts";
import { createRuleReporter } from "../language/report.ts";
import { claimedTests, type Rule, type Test, testsOf } from "../language/rule.ts";
import type { PackageSource } from "../repository/package-source.ts";

/**
 * What a rule needs must be somewhere. What it excludes, suggests or depends on may well be nowhere in these
 * repositories; but if it is, but for a letter or two, it is likely a mistake.
 */
export function checkNames(
  rules: readonly Rule[],
  sources: readonly PackageSource[],
): readonly Diagnostic[] {
  const { report, diagnostics } = createRuleReporter();
  const names = new Set(sources.flatMap((source) => [...source.names()]));
  for (const rule of rules) {
    const needed = new Set(rule.kind === "valid" ? claimedTests(rule) : []);
    for (const [name, test] of unknownIn(rule, names)) {
      const guess = closestName(name, names);
      if (guess === undefined && !needed.has(test)) continue;
      const help = guess === undefined ? undefined : `Did you mean '${guess}'?`;
      report("package-unknown", test.span, { name }, { help });
    }
  }
  return diagnostics;
}

/** The packages of a rule that nobody has, each with the test that speaks of it first. */
function unknownIn(rule: Rule, names: ReadonlySet<string>): ReadonlyMap<string, Test> {
  const unknown = new Map<string, Test>();
  for (const test of testsIn(rule)) {
    if (test.subject.kind !== "package") continue;
    const { name } = test.subject;
    if (!names.has(name) && !unknown.has(name)) unknown.set(name, test);
  }
  return unknown;
}

function testsIn({ claim, when }: Rule): readonly Test[] {
  return [...testsOf(claim), ...(when === undefined ? [] : testsOf(when))];
}
