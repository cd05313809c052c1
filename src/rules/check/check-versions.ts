/** Versions that rules write: whether the scheme reads them, and whether any version can be in a range. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isGlob } from "../language/glob.ts";
import { createRuleReporter, type RuleReport } from "../language/report.ts";
import { type Rule, type Test, testsIn } from "../language/rule.ts";
import type { PackageSource } from "../repository/package-source.ts";
import { pan } from "../versions/pan.ts";
import { isRangeProblem, parseRange, type RangeProblem } from "../versions/range.ts";
import type { Comparator, VersionScheme } from "../versions/version.ts";

/** `own` is the scheme of the repository that the rules are of, if they are of one: for packages that no source has. */
export function checkVersions(
  rules: readonly Rule[],
  sources: readonly PackageSource[],
  own: VersionScheme | undefined,
): readonly Diagnostic[] {
  const { report, diagnostics } = createRuleReporter();
  for (const test of rules.flatMap(testsIn)) {
    const schemes = schemesOf(test, sources, own);
    if (schemes.length > 0) checkTestVersions(test, schemes, report);
  }
  return diagnostics;
}

/** The schemes in which the operand can be meant; none where it is no version. */
function schemesOf(
  { subject, operator }: Test,
  sources: readonly PackageSource[],
  own: VersionScheme | undefined,
): readonly VersionScheme[] {
  if (subject.kind === "path") return ["==", "!=", "in"].includes(operator) ? [] : [pan];
  if (subject.field !== "version") return [];
  const { name } = subject;
  const having = sources.filter(
    (source) => source.named(name).length > 0 || source.providing(name).length > 0,
  );
  if (having.length === 0) return own === undefined ? [] : [own];
  return [...new Set(having.map(({ scheme }) => scheme))];
}

function checkTestVersions(
  { operator, operand, span }: Test,
  schemes: readonly VersionScheme[],
  report: RuleReport,
): void {
  const written =
    operand.kind === "list" ? operand.values : operand.kind === "value" ? [operand.value] : [];
  for (const version of written) {
    if (typeof version !== "string" || (operator === "~" && isGlob(version))) continue;
    if (operator === "~") checkRange(version, schemes, span, report);
    else checkBound(operator, version, schemes, span, report);
  }
}

function checkBound(
  operator: Test["operator"],
  version: string,
  schemes: readonly VersionScheme[],
  span: Test["span"],
  report: RuleReport,
): void {
  const [first] = schemes;
  if (first === undefined) return;
  if (!schemes.some((scheme) => scheme.parse(version) !== undefined)) {
    report("rule-version-malformed", span, { version, scheme: first.name, form: first.form });
  } else if (!["==", "!=", "in"].includes(operator) && !schemes.some((one) => one.isOrdered)) {
    report("rule-version-unordered", span, { operator, scheme: first.name });
  }
}

function checkRange(
  range: string,
  schemes: readonly VersionScheme[],
  span: Test["span"],
  report: RuleReport,
): void {
  const parsed = schemes.map((scheme) => ({ scheme, result: parseRange(scheme, range) }));
  const problems = parsed.flatMap(({ result }) => (isRangeProblem(result) ? [result] : []));
  const [problem] = problems;
  if (problem !== undefined && problems.length === parsed.length) {
    const scheme = schemes[0]?.name ?? "pan";
    if (problem.problem === "no-order")
      report("rule-version-unordered", span, { operator: "~", scheme });
    else
      report("rule-range-malformed", span, { range, piece: problem.piece, why: whyNot(problem) });
    return;
  }
  const canBe = parsed.some(
    ({ scheme, result }) =>
      !isRangeProblem(result) &&
      result.alternatives.some((comparators) => isPossible(scheme, comparators)),
  );
  if (!canBe) report("rule-range-empty", span, { range });
}

function whyNot({ problem }: RangeProblem): string {
  switch (problem) {
    case "not-a-version":
      return "is no version";
    case "no-numbers":
      return "does not begin with the numbers that ^, ~ and x count";
    default:
      return "cannot be read";
  }
}

/** Whether a version could fulfil all comparators, whoever has it. */
function isPossible(scheme: VersionScheme, comparators: readonly Comparator[]): boolean {
  const lower = comparators.filter(({ operator }) => [">", ">=", "=="].includes(operator));
  const upper = comparators.filter(({ operator }) => ["<", "<=", "=="].includes(operator));
  return lower.every((low) =>
    upper.every((high) => {
      const order = scheme.compareWithBound(low.bound, high.bound);
      const isOpen = low.operator === ">" || high.operator === "<";
      return order < 0 ? low.operator !== "==" || high.operator !== "==" : order === 0 && !isOpen;
    }),
  );
}
