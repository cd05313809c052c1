/** Versions of packages that rules need and that nobody has. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { claimText, fewOf } from "../explain/claim-text.ts";
import { createRuleReporter } from "../language/report.ts";
import { claimedTests, type Rule, type Test } from "../language/rule.ts";
import type { Constraint, PackageSource } from "../repository/package-source.ts";
import { numbersMeeting } from "../resolve/numbers-meeting.ts";

/** Takes rules whose versions can be read. Where a package is unknown altogether, that is told elsewhere. */
export function checkNeededVersions(
  rules: readonly Rule[],
  sources: readonly PackageSource[],
): readonly Diagnostic[] {
  const { report, diagnostics } = createRuleReporter();
  const needed = rules.filter(({ kind }) => kind === "valid").flatMap(claimedTests);
  const told = new Set<string>();
  for (const test of needed) {
    const wanted = claimText(test);
    const constraints = constraintsOf(test);
    const known = constraints.length === 0 ? [] : versionsOf(constraints[0]?.name ?? "", sources);
    if (known.length === 0 || told.has(wanted) || isMet(constraints, sources)) continue;
    told.add(wanted);
    report("package-version-unknown", test.span, { wanted, versions: fewOf(known) });
  }
  return diagnostics;
}

/** Any of which will do; none where it asks for no version that is written down. */
function constraintsOf({ subject, operator, operand }: Test): readonly Constraint[] {
  if (subject.kind !== "package" || subject.field !== "version") return [];
  const { name } = subject;
  if (operand.kind === "list") {
    return operand.values.map((value) => ({ name, operator: "==", version: String(value) }));
  }
  if (operand.kind !== "value" || operator === "present" || operator === "in") return [];
  return [{ name, operator, version: String(operand.value) }];
}

function isMet(constraints: readonly Constraint[], sources: readonly PackageSource[]): boolean {
  return constraints.some((constraint) =>
    sources.some((source) => numbersMeeting(source, constraint).length > 0),
  );
}

/** The best first. */
function versionsOf(name: string, sources: readonly PackageSource[]): readonly string[] {
  const all = sources.flatMap((source) => source.named(name).map((one) => source.versionOf(one)));
  return [...new Set(all)];
}
