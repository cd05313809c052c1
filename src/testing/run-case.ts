/** One case of a test: its profile is built, and held against what the test expects. */

import { categories, type DiagnosticCode } from "../diagnostics/codes.ts";
import { type Diagnostic, hasErrors, type RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { ValidStatement } from "../pan/syntax/ast.ts";
import { checkFailure, checkOf } from "./check-failure.ts";
import { makeOutputs } from "./make-outputs.ts";
import { matchExpected } from "./match-expected.ts";
import { compareSnapshots, snapshotDirectory } from "./snapshots.ts";
import type { Expressions } from "./sub-values.ts";
import type { ExpectedDiagnostic, TestCase, TestPlan } from "./test-plan.ts";
import { TestProfile } from "./test-profile.ts";
import type { TestResult } from "./test-result.ts";
import type { TestSetting } from "./test-setting.ts";

export async function runCase(
  plan: TestPlan,
  one: TestCase,
  setting: TestSetting,
): Promise<TestResult> {
  const { host, isUpdate } = setting;
  const began = host.now();
  const profile = new TestProfile(plan, one, setting);
  const outputs = await makeOutputs(plan, one, profile, setting);
  const expected = [...plan.expected, ...one.expected];
  const found = [...profile.diagnostics(), ...outputs.diagnostics];
  const observer = setting.observers.get(plan.file);
  const matched = matchExpected(
    found,
    expected,
    (statement) => observer?.reachedBy(statement) ?? new Set(),
    (wanted) => whyMissing(wanted, plan),
  );
  const failed = new Set<ValidStatement>();
  const failures = matched.unexpected.map((found) => {
    const check = checkOf(found, plan);
    if (check === undefined) return found;
    failed.add(check);
    return checkFailure(check, found, profile.checkedValue(check), expressionsOf(plan, setting));
  });
  const directory = snapshotDirectory(plan.file, one.name);
  const place = plan.snapshots[0]?.span ?? one.span;
  const snapshots = compareSnapshots(outputs.files, directory, place, isUpdate, host);
  const diagnostics = [...failures, ...matched.missing, ...snapshots.diagnostics];
  const isFailed = hasErrors(diagnostics);
  // Of a profile that cannot be built nothing is known but why.
  const checks = profile.isChecked || isFailed ? plan.checks.length : 0;
  const checksMet = profile.isChecked ? checks - failed.size : 0;
  const snapshotsMet = outputs.files.length - (isUpdate ? 0 : snapshots.changed.length);
  // Those of a profile with errors are not even made.
  const least = isFailed ? plan.snapshots.length : 0;
  const snapshotsWanted = Math.max(outputs.files.length, least);
  return {
    file: plan.file,
    caseName: one.name,
    outcome: { kind: isFailed ? "failed" : "passed" },
    diagnostics: diagnostics.map((found) => inCase(found, one)),
    expectations: checks + expected.length + snapshotsWanted,
    met: checksMet + matched.met + snapshotsMet,
    snapshots: outputs.files.map(({ name }) => `${directory}/${name}`),
    changed: snapshots.changed,
    milliseconds: host.now() - began,
  };
}

/** What only rules or a build find out does not come where nobody asks them. */
function whyMissing({ code }: ExpectedDiagnostic, { build }: TestPlan): string | undefined {
  if (code === undefined || !(code in categories)) return undefined;
  const category = categories[code as DiagnosticCode];
  if (category === "rule")
    return "The rules that are asked are the project's, or those of --rules.";
  return build === undefined && ["skeleton", "spawn"].includes(category)
    ? "Skeletons and backends are looked at where the test says '#! build'."
    : undefined;
}

function expressionsOf({ file }: TestPlan, { host, observers }: TestSetting): Expressions {
  const observer = observers.get(file);
  return { file, text: host.readText(file) ?? "", valueOf: (node) => observer?.valueOf(node) };
}

/** The last place of each diagnostic of a case names the case. */
function inCase(found: Diagnostic, { name, span }: TestCase): Diagnostic {
  if (name === "") return found;
  const step: RelatedPlace = { span, message: `in case '${name}'`, role: "trace" };
  return { ...found, related: [...found.related, step] };
}
