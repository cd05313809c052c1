/** `vmcs lint --stat`: a line for each rule, for trees in which nobody would read all findings. */

import { compareCodeUnits } from "../base/compare.ts";
import { definitions } from "../diagnostics/codes.ts";
import type { Severity } from "../diagnostics/definition.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { lintRules } from "../pan/linter/rules/registry.ts";
import { countOf } from "./diff-words.ts";

const severities: readonly Severity[] = ["error", "warning", "info"];

interface Count {
  readonly code: Diagnostic["code"];
  readonly severity: Severity;
  findings: number;
  mendable: number;
}

/** Of `files` files; the findings that matter most come first. */
export function lintCounts(diagnostics: readonly Diagnostic[], files: number): string {
  const counts = countsOf(diagnostics);
  const width = String(Math.max(0, ...counts.map(({ findings }) => findings))).length;
  const lines = counts.map(({ code, severity, findings }) => {
    const number = String(findings).padStart(width);
    return `${number}  ${severity.padEnd(7)}  ${code}  ${summaryOf(code)}\n`;
  });
  return `${lines.join("")}${total(diagnostics, counts, files)}\n`;
}

function countsOf(diagnostics: readonly Diagnostic[]): readonly Count[] {
  const counts = new Map<string, Count>();
  for (const { code, severity, fixes } of diagnostics) {
    const count = counts.get(code) ?? { code, severity, findings: 0, mendable: 0 };
    count.findings++;
    if (fixes.length > 0) count.mendable++;
    counts.set(code, count);
  }
  return [...counts.values()].toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      b.findings - a.findings ||
      compareCodeUnits(a.code, b.code),
  );
}

/** What a rule wants; of other codes, such as those of the syntax, the message. */
function summaryOf(code: Diagnostic["code"]): string {
  const rule = lintRules.find(({ id }) => id === code);
  return rule?.summary ?? definitions[code].message.replace(/\{\w+\}/g, "…");
}

function total(
  diagnostics: readonly Diagnostic[],
  counts: readonly Count[],
  files: number,
): string {
  if (diagnostics.length === 0) return `no findings in ${countOf(files, "file", "files")}`;
  const concerned = new Set(diagnostics.map(({ span }) => span.file)).size;
  const mendable = counts.reduce((sum, count) => sum + count.mendable, 0);
  const findings = `${countOf(diagnostics.length, "finding", "findings")} in ${concerned} of ${countOf(files, "file", "files")}`;
  return mendable === 0 ? findings : `${findings}; --fix mends up to ${mendable} of them`;
}
