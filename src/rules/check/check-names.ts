/** Names of packages that rules speak of and that nobody has. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { closestName, didYouMean } from "../../text/did-you-mean.ts";
import type { Span } from "../../text/span.ts";
import { createRuleReporter } from "../language/report.ts";
import { claimedTests, type Rule, type Test, testsIn } from "../language/rule.ts";
import type { PackageSource } from "../repository/package-source.ts";

/** Enough of the other places to see where it comes from. */
const mostPlaces = 2;

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
  const places = new Map<string, Span[]>();
  for (const rule of rules) {
    const needed = new Set(rule.kind === "valid" ? claimedTests(rule) : []);
    for (const [name, test] of unknownIn(rule, names)) {
      if (!needed.has(test) && closestName(name, names) === undefined) continue;
      places.set(name, [...(places.get(name) ?? []), test.span]);
    }
  }
  for (const [name, [first, ...others]] of places) {
    if (first === undefined) continue;
    const help = didYouMean(name, names);
    const related = others
      .slice(0, mostPlaces)
      .map((span) => ({ span, message: "spoken of here as well" }));
    report("package-unknown", first, { name }, { help, related });
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
